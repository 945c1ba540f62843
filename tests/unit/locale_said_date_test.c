#include <criterion/criterion.h>

#include "base/buf.h"
#include "growth.h"
#include "locale/said_date.h"

static size_t count_wrong(str text, str days)
{
	struct said_when when = {.today = {2026, 11, 22}};
	struct said_search search = {.text = text, .when = &when};
	struct said_date date;
	size_t n = 0;
	said_when_add(&when, days);
	while (said_date_next_wrong(&search, &date))
		n++;
	return n;
}

/* Each weekday is wrong, and asks all of the text for a year that would fit. */
static void read_wrong(void *ctx, size_t n)
{
	struct buf text;
	(void)ctx;
	buf_init(&text);
	for (size_t i = 0; i < n; i++)
		buf_adds(&text, "Pirmdien, 1. decembrī un. ");
	cr_assert_eq(count_wrong(buf_str(&text), S("")), n);
	buf_release(&text);
}

Test(said_date, costs_by_length, .timeout = HANGS)
{
	cr_assert(growth_is_linear(read_wrong, NULL, 8000));
}

Test(said_date, takes_days_that_go_with_the_text)
{
	str text = S("Monday, 16 June");
	cr_expect_eq(count_wrong(text, S("")), 1);
	cr_expect_eq(count_wrong(text, S("date: 2025-06-20")), 0);
	cr_expect_eq(count_wrong(text, S("date: 2024-06-20, 2025-13-01")), 1);
}
