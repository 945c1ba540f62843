/* Counts of a word, against those of each section kept apart. */
#include <criterion/criterion.h>

#include "search/count.h"

static uint32_t state = 1;
static uint32_t chance(uint32_t n)
{
	state = state * 1103515245 + 12345;
	return (state >> 16) % n;
}

#define LAST SECTIONS_MAX

/* The section with most, the first of equals. */
static uint8_t slow_section(const uint32_t *times)
{
	uint8_t best = 0;
	for (size_t s = 1; s <= LAST; s++)
		if (times[s] > times[best])
			best = (uint8_t)s;
	return best;
}

static void expect_page(uint32_t nwords)
{
	uint32_t bodies[LAST + 1] = {0}, headings[LAST + 1] = {0}, nbodies = 0, nheadings = 0;
	struct count count = {0};
	struct count_spot spot = {0};
	for (; spot.section <= LAST; spot.section += chance(40) ? 1 : LAST / 2) {
		uint32_t section = spot.section, *here[] = {&headings[section], &bodies[section]};
		for (size_t i = 0; i < 2; i++) {
			spot.number++;
			spot.field = i ? FIELD_BODY : FIELD_HEADINGS;
			*here[i] = chance(nwords + 1) / LAST;
			for (uint32_t n = 0; n < *here[i]; n++)
				count_meet(&count, &spot, 1);
		}
		nheadings += headings[section];
		nbodies += bodies[section];
	}
	struct tally tally;
	count_tally(&count, &tally);
	cr_assert_eq(tally.times[FIELD_BODY], nbodies);
	cr_assert_eq(tally.times[FIELD_HEADINGS], nheadings);
	cr_assert_eq(tally.section, slow_section(bodies));
	cr_assert_eq(tally.heading, slow_section(headings));
	cr_assert_eq(tally.most, headings[tally.heading]);
	cr_assert_eq(count_is_met(&count), nbodies + nheadings > 0);
	cr_assert_eq(count_is_apart(&count), nheadings > 0);
	cr_assert_eq(count_in_body(&count), in_body_of(nbodies, tally.section));
}

Test(search_count, the_section_with_most_is_known)
{
	for (uint32_t nwords = 0; nwords < 1000; nwords++)
		expect_page(nwords);
}

static void meet(struct count *count, uint32_t times, enum field field, uint32_t section)
{
	struct count_spot spot = {(uint32_t)(count->last >> HERE_BITS) + 1, field, section};
	count_meet(count, &spot, times);
}

Test(search_count, words_of_a_page_stand_in_no_section)
{
	struct count count = {0};
	struct tally tally;
	meet(&count, 1, FIELD_TITLE, 0);
	meet(&count, 4, FIELD_KEYWORDS, 0);
	count_tally(&count, &tally);
	cr_assert_eq(tally.times[FIELD_TITLE], 1);
	cr_assert_eq(tally.times[FIELD_KEYWORDS], 4);
	cr_assert_eq(tally.section, 0);
	cr_assert_eq(tally.most, 0);
}

Test(search_count, more_than_the_most_is_not_counted)
{
	struct count count = {0};
	struct tally tally;
	meet(&count, 35000, FIELD_HEADINGS, 3);
	meet(&count, 70000, FIELD_BODY, 3);
	count_tally(&count, &tally);
	cr_assert_eq(tally.times[FIELD_BODY], TIMES_MAX);
	cr_assert_eq(tally.most, TIMES_MAX);
	cr_assert_eq(tally.section, 3);
	cr_assert_eq(count_in_body(&count), in_body_of(TIMES_MAX, 3));
}
