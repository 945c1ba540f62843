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
	uint32_t section = 0;
	for (uint32_t i = 0; i < nwords; i++) {
		bool is_heading = chance(4) == 0;
		if (section < LAST && chance(5) == 0)
			section += chance(40) ? 1 : LAST - section;
		count_add(&count, is_heading ? FIELD_HEADINGS : FIELD_BODY, section, 1);
		*(is_heading ? &headings[section] : &bodies[section]) += 1;
		*(is_heading ? &nheadings : &nbodies) += 1;
	}
	struct tally tally = count_tally(&count);
	cr_assert_eq(tally.times[FIELD_BODY], nbodies);
	cr_assert_eq(tally.times[FIELD_HEADINGS], nheadings);
	cr_assert_eq(tally.section, slow_section(bodies));
	cr_assert_eq(tally.heading, slow_section(headings));
	cr_assert_eq(tally.most, headings[tally.heading]);
}

Test(search_count, the_section_with_most_is_known)
{
	for (uint32_t nwords = 0; nwords < 400; nwords++)
		expect_page(nwords);
}

Test(search_count, words_of_a_page_stand_in_no_section)
{
	struct count count = {0};
	count_add(&count, FIELD_TITLE, 0, 1);
	count_add(&count, FIELD_KEYWORDS, 0, 4);
	struct tally tally = count_tally(&count);
	cr_assert_eq(tally.times[FIELD_TITLE], 1);
	cr_assert_eq(tally.times[FIELD_KEYWORDS], 4);
	cr_assert_eq(tally.section, 0);
	cr_assert_eq(tally.most, 0);
}

Test(search_count, more_than_the_most_is_not_counted)
{
	struct count count = {0};
	for (uint32_t i = 0; i < 70000; i++)
		count_add(&count, i % 2 ? FIELD_BODY : FIELD_HEADINGS, 3, 1);
	struct tally tally = count_tally(&count);
	cr_assert_eq(tally.times[FIELD_BODY], TIMES_MAX);
	cr_assert_eq(tally.most, TIMES_MAX);
	cr_assert_eq(tally.section, 3);
}
