/*
 * How often a word stands on the page at hand, while the page is walked through: place after place,
 * a field or a section of one. What a place has is counted first, and settled once for each of its
 * words.
 */
#ifndef SEARCH_COUNT_H
#define SEARCH_COUNT_H

#include "search/stands.h"

/* How often the word stands in a section, and below that, in PEAK_BITS, how far the section is from
 * the last one there may be: of two, the higher one is of the section that has the word more often
 * or, of equals, of the first. 0: in none. */
#define PEAK_BITS 8
#define PEAK_LAST ((1U << PEAK_BITS) - 1)

/* A zeroed one is valid: the word was not met yet. */
struct count {
	uint32_t here;  /* in the place at hand */
	uint32_t met;   /* 1: stands on the page, where that is settled */
	uint32_t apart; /* not 0: in other fields than the text */
	uint32_t times[NFIELDS];
	uint32_t body, heading; /* the highest peak of each */
};

static inline uint32_t peak_higher(uint32_t peak, uint32_t other)
{
	return peak > other ? peak : other;
}

/* The place at hand was a field, or that of a section: at most SECTIONS_MAX, each once. */
static inline void count_settle(struct count *count, enum field field, uint32_t section)
{
	uint32_t peak = count->here << PEAK_BITS | (PEAK_LAST - section);
	count->times[field] += count->here;
	if (field == FIELD_BODY)
		count->body = peak_higher(count->body, peak);
	else if (field == FIELD_HEADINGS)
		count->heading = peak_higher(count->heading, peak);
	count->apart |= field != FIELD_BODY;
	count->met = 1;
	count->here = 0;
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
	*out = (struct tally){.most = count_limit(count->heading >> PEAK_BITS),
		.heading = peak_section(count->heading),
		.section = peak_section(count->body)};
	for (size_t f = 0; f < NFIELDS; f++)
		out->times[f] = count_limit(count->times[f]);
}

/* Of a word that stands in the text alone. */
static inline in_body count_in_body(const struct count *count)
{
	return in_body_of(count_limit(count->times[FIELD_BODY]), peak_section(count->body));
}

#endif
