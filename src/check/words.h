/* Records of the kind `words` (model/said.h): words that lead nowhere, or stand twice. */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include "model/site.h"

/* Who said a word first, in each language. A zeroed one is valid. */
struct words_said {
	struct map first[LANGUAGES_MAX]; /* word -> its record */
};

void words_said_release(struct words_said *said);

/* The records of the kind one by one, in their order, with one `said` for all. */
void words_check(const struct site *site, const struct record *words, struct words_said *said,
	struct diags *diags);

#endif
