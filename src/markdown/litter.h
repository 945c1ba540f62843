/*
 * What lies about in a text, whatever Markdown makes of it: signs that nobody sees, lost letters,
 * phones that nobody can call, notes to oneself, what git leaves of two versions.
 */
#ifndef MARKDOWN_LITTER_H
#define MARKDOWN_LITTER_H

#include "markdown/document.h"

/* Reports; changes nothing. Goes through the text once for each kind. */
void litter_check(struct document *doc);

#endif
