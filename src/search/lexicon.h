/*
 * Words by number, each once. Any number of threads may look into one to which nobody adds; all
 * may add with lexicon_share(), while nobody does anything else with it.
 */
#ifndef SEARCH_LEXICON_H
#define SEARCH_LEXICON_H

#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

/* A zeroed one is valid and empty. */
struct lexicon {
	VEC(str) forms;     /* by number: in small letters, with marks */
	struct map numbers; /* form -> its number + 1, as a pointer */
};

void lexicon_release(struct lexicon *lexicon);

/* The number of a word, + 1; 0: it is not there. */
uint32_t lexicon_find(const struct lexicon *lexicon, str form);

/* The number of a word, which is added if it is not there; `form` lives as long as the table. */
uint32_t lexicon_add(struct lexicon *lexicon, str form);

/* The same, by any thread. */
uint32_t lexicon_share(struct lexicon *lexicon, str form);

#endif
