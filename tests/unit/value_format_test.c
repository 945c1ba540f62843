#include <criterion/criterion.h>

#include "value/format.h"

static void accepts(enum format format, const char *const texts[], bool wanted)
{
	for (size_t i = 0; texts[i]; i++)
		cr_assert_eq(format_accepts(format, str_of(texts[i])), wanted, "%s", texts[i]);
}

#define GOOD(format, ...) accepts(format, (const char *const[]){__VA_ARGS__, NULL}, true)
#define BAD(format, ...)  accepts(format, (const char *const[]){__VA_ARGS__, NULL}, false)

Test(format, dates_are_days_of_the_calendar)
{
	GOOD(FORMAT_DATE, "2026-12-24", "2024-02-29", "2000-02-29", "0001-01-01");
	BAD(FORMAT_DATE, "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01",
		"2026-01-00", "24.12.2026", "2026-1-1", "2026-12-24 ", "2026-12-24T00:00", "");
}

Test(format, times_have_two_digits)
{
	GOOD(FORMAT_TIME, "00:00", "09:30", "23:59", "14:00:30");
	BAD(FORMAT_TIME, "9:30", "24:00", "14:60", "14.00", "14", "14:00:60", "14:00:", "");
	GOOD(FORMAT_DATE_TIME, "2026-12-24T14:00", "2026-12-24T14:00:00Z",
		"2026-12-24T14:00:00+02:00");
	BAD(FORMAT_DATE_TIME, "2026-12-24", "2026-12-24 14:00", "2026-02-30T14:00",
		"2026-12-24T14:00+2", "2026-12-24T14:00Z!");
}

Test(format, addresses)
{
	GOOD(FORMAT_EMAIL, "pasts@ievp.gov.lv", "a.b+c@d-e.lv");
	BAD(FORMAT_EMAIL, "pasts@ievp", "pasts", "@x.lv", "a@b@c.lv", "a b@c.lv", ".a@b.lv",
		"a..b@c.lv", "a@-b.lv", "a@b..lv", "A <a@b.lv>", "");
	GOOD(FORMAT_URI, "https://www.ievp.gov.lv/lv?x=1#y", "mailto:a@b.lv", "tel:112");
	BAD(FORMAT_URI, "www.ievp.gov.lv", "https://", "https:/x", "https:// x", "a b:c",
		"https://rīga.lv", "/x", "http:x", "");
}

Test(format, phones)
{
	GOOD(FORMAT_TEL, "+371 67 208 215", "+37167208215", "112", "116 123", "80002012");
	BAD(FORMAT_TEL, "67208215 ", "+371-67208215", "+371  6720", "67208215, 112", "+112", "12",
		"123456789", "(371) 67208215", "+", "");
}

Test(format, has_a_name_and_a_hint_each)
{
	for (size_t i = 0; i + 1 < FORMAT_COUNT; i++) {
		enum format format = format_find(format_names()[i]);
		cr_assert_eq(format, (enum format)(i + 1));
		cr_assert_gt(strlen(format_hint(format)), 0);
	}
	cr_assert_eq(format_find(S("datetime")), FORMAT_NONE);
}
