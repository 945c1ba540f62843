/*
 * How often a word stands on the page at hand, while the page is walked through: its sections one
 * after the other. Whether a word was there before, or is there more often than elsewhere, can't
 * be foretold of a text; so nothing of it is asked.
 */
#ifndef SEARCH_COUNT_H
#define SEARCH_COUNT_H

#include "search/stands.h"

/* How often the word stands in a section, and below that, in PEAK_BITS, how far the section is from
 * the last one there may be: of two, the higher one is of the section that has the word more often
 * or, of equals, of the first. 0: in none. */
struct peak {
	uint32_t now, most; /* of the section where it was met last, and the highest */
};

#define PEAK_BITS 8
#define PEAK_LAST ((1U << PEAK_BITS) - 1)

/* A zeroed one is valid: the word was not met yet. */
struct count {
	uint32_t times[NFIELDS];
	uint32_t met; /* 1: it was */
	struct peak body, heading;
};

static inline void peak_rise(struct peak *peak, uint32_t section)
{
	uint32_t none = PEAK_LAST - section, same = (peak->now & PEAK_LAST) == none;
	peak->now = (peak->now & -same) + (none & (same - 1)) + (1U << PEAK_BITS);
	peak->most = peak->now > peak->most ? peak->now : peak->most;
}

/* `section` is at most SECTIONS_MAX. */
static inline void count_add(
	struct count *count, enum field field, uint32_t section, uint32_t times)
{
	count->met = 1;
	count->times[field] += times;
	if (field == FIELD_BODY)
		peak_rise(&count->body, section);
	else if (field == FIELD_HEADINGS)
		peak_rise(&count->heading, section);
}

static inline uint16_t count_limit(uint32_t times)
{
	return (uint16_t)(times < TIMES_MAX ? times : TIMES_MAX);
}

static inline uint8_t peak_section(uint32_t peak)
{
	return peak ? (uint8_t)(PEAK_LAST - (peak & PEAK_LAST)) : 0;
}

static inline struct tally count_tally(const struct count *count)
{
	struct tally tally = {.most = count_limit(count->heading.most >> PEAK_BITS),
		.heading = peak_section(count->heading.most),
		.section = peak_section(count->body.most)};
	for (size_t f = 0; f < NFIELDS; f++)
		tally.times[f] = count_limit(count->times[f]);
	return tally;
}

#endif
