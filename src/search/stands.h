/*
 * The words of a page in few bytes: a large site has millions, nearly all of a word that stands in
 * the page's body alone. A word is kept once for its page, not once for each place where it stands:
 * its weight needs no more than how often it stands in each field, and in which section most.
 */
#ifndef SEARCH_STANDS_H
#define SEARCH_STANDS_H

#include "base/pack.h"

/* Where a word stands. All but the last are small enough for a reader's first load. */
enum field { FIELD_TITLE, FIELD_KEYWORDS, FIELD_HEADINGS, FIELD_DESCRIPTION, FIELD_BODY, NFIELDS };

/* Sections behind this one count as part of it. */
#define SECTIONS_MAX 250

/* More of a word is not counted. */
#define TIMES_MAX 1000

/* How often a word stands on a page, and where. Of sections that have it equally often, the first.
 */
struct tally {
	uint16_t times[NFIELDS];
	uint16_t most;   /* how often in one heading, */
	uint8_t heading; /* and in that of which section */
	uint8_t section; /* in whose body it stands most often */
};

struct stand {
	uint32_t form; /* number of the word */
	struct tally tally;
};

void stands_put(struct buf *packed, const struct stand *stand);

/* The next one; false at the end, or where something is wrong: unpack->failed. */
bool stands_next(struct unpack *packed, struct stand *out);

#endif
