/* Records of the kind `words` (model/said.h): words that lead nowhere, or stand twice. */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include "model/site.h"

void words_check(const struct site *site, const struct record *words, struct diags *diags);

#endif
