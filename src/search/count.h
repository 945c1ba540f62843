/*
 * How often a word stands on the page at hand, while the page is walked through: place after place,
 * a field or a section of one.
 */
#ifndef SEARCH_COUNT_H
#define SEARCH_COUNT_H

#include "search/stands.h"

/* How often the word stands in a place, and below that, in PEAK_BITS, how far the place's section
 * is from the last one there may be: of two, the higher one is of the section that has the word
 * more often or, of equals, of the first. 0: in none. */
#define PEAK_BITS 8
#define PEAK_LAST ((1U << PEAK_BITS) - 1)

/* At most SECTIONS_MAX sections. */
struct count_spot {
	uint32_t number; /* of those of the page: from 1 on */
	enum field field;
	uint32_t section;
};

/* A zeroed one is valid: the word was not met yet. */
struct count {
	uint64_t last; /* the number of the place where it was met last, and below that, in
			  HERE_BITS, how often */
	uint32_t times[NFIELDS];
	uint32_t peaks[NFIELDS]; /* the highest */
};

#define HERE_BITS 32

/* Whether it was met here before can't be foretold, and is not asked by a jump: numbers of places
 * rise. */
static inline void count_meet(struct count *count, const struct count_spot *spot, uint32_t times)
{
	uint64_t none = (uint64_t)spot->number << HERE_BITS;
	uint64_t last = (count->last > none ? count->last : none) + times;
	uint32_t peak = (uint32_t)last << PEAK_BITS | (PEAK_LAST - spot->section);
	uint32_t *highest = &count->peaks[spot->field];
	count->last = last;
	count->times[spot->field] += times;
	*highest = peak > *highest ? peak : *highest;
}

static inline bool count_is_met(const struct count *count)
{
	return count->last > 0;
}

/* Does the word stand in other fields than the text? */
static inline bool count_is_apart(const struct count *count)
{
	uint32_t times = 0;
	for (size_t f = 0; f < FIELD_BODY; f++)
		times |= count->times[f];
	return times > 0;
}

static inline uint16_t count_limit(uint32_t times)
{
	return (uint16_t)(times < TIMES_MAX ? times : TIMES_MAX);
}

static inline uint8_t peak_section(uint32_t peak)
{
	return peak ? (uint8_t)(PEAK_LAST - (peak & PEAK_LAST)) : 0;
}

static inline void count_tally(const struct count *count, struct tally *out)
{
	uint32_t heading = count->peaks[FIELD_HEADINGS];
	*out = (struct tally){.most = count_limit(heading >> PEAK_BITS),
		.heading = peak_section(heading),
		.section = peak_section(count->peaks[FIELD_BODY])};
	for (size_t f = 0; f < NFIELDS; f++)
		out->times[f] = count_limit(count->times[f]);
}

/* Of a word that stands in the text alone. */
static inline in_body count_in_body(const struct count *count)
{
	return in_body_of(
		count_limit(count->times[FIELD_BODY]), peak_section(count->peaks[FIELD_BODY]));
}

#endif
