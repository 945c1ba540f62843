/*
 * The words of a page in few bytes: a large site has millions, nearly all of a word that stands in
 * the page's body alone. A word is kept once for its page, not once for each place where it stands:
 * its weight needs no more than how often it stands in each field, and in which section most.
 *
 * First come the numbers of all words, then what is known of each, and of both first the words that
 * stand in other fields too: which of them do can't be foretold, and is asked of none.
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

/* The same of a word that stands in the body alone: how often, and below that, in SECTION_BITS, in
 * which section most. Most do, and need no tally. */
typedef uint32_t in_body;

#define SECTION_BITS 8

static inline in_body in_body_of(uint32_t times, uint32_t section)
{
	return times << SECTION_BITS | section;
}

static inline uint16_t in_body_times(in_body word)
{
	return (uint16_t)(word >> SECTION_BITS);
}

static inline uint8_t in_body_section(in_body word)
{
	return (uint8_t)(word & ((1U << SECTION_BITS) - 1));
}

/* While they are packed: those of words that stand apart, stands_put_apart(), before all others. */
struct packing {
	struct buf forms, tallies;
	uint32_t napart;
};

void packing_init(struct packing *packing);
void packing_clear(struct packing *packing);
void packing_release(struct packing *packing);
/* `form` is the number of the word. */
void packing_put_apart(struct packing *packing, uint32_t form, const struct tally *tally);
void packing_put(struct packing *packing, uint32_t form, in_body word);
void packing_end(const struct packing *packing, struct buf *out);

/* Those of a page, one after the other: stands_next(), and then stands_tally() or stands_in_body()
 * for each of them, or neither for all. */
struct stands {
	struct unpack forms, tallies; /* what is left of them */
	uint64_t napart;              /* so many come yet */
	bool is_apart;                /* does this one stand in other fields than the body? */
	uint32_t form;
};

struct stands stands_of(str packed);

static inline bool stands_next(struct stands *stands)
{
	if (!stands->forms.rest.len)
		return false;
	stands->form = (uint32_t)unpack_number(&stands->forms);
	stands->is_apart = stands->napart > 0;
	stands->napart -= stands->is_apart;
	return !stands->forms.failed;
}

/* Of one that is apart. Where something is wrong: stands->tallies.failed. */
void stands_tally(struct stands *stands, struct tally *out);

static inline in_body stands_in_body(struct stands *stands)
{
	uint32_t times = (uint32_t)unpack_count(&stands->tallies, TIMES_MAX);
	return in_body_of(times, (uint32_t)unpack_count(&stands->tallies, SECTIONS_MAX));
}

#endif
