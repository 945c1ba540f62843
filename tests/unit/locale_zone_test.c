/* Clocks of a time zone at a local time. */
#include <criterion/criterion.h>

#include "locale/zone.h"

static int offset_of(const char *zone, int year, int month, int day, int hour)
{
	int minutes = -9999;
	cr_expect(zone_offset(str_of(zone), (struct day){year, month, day}, hour * 60, &minutes));
	return minutes;
}

Test(zone, riga_has_summer_time)
{
	cr_expect_eq(offset_of("Europe/Riga", 2026, 1, 15, 12), 120);
	cr_expect_eq(offset_of("Europe/Riga", 2026, 7, 15, 12), 180);
	cr_expect_eq(offset_of("Europe/Riga", 2026, 3, 29, 2), 120);
	cr_expect_eq(offset_of("Europe/Riga", 2026, 3, 29, 4), 180);
	cr_expect_eq(offset_of("Europe/Riga", 2026, 10, 25, 2), 180);
	cr_expect_eq(offset_of("Europe/Riga", 2026, 10, 25, 5), 120);
	cr_expect_eq(offset_of("Europe/Riga", 2000, 7, 15, 12), 120, "no summer time in 2000");
}

Test(zone, others)
{
	int minutes;
	cr_expect_eq(offset_of("America/New_York", 2026, 1, 1, 0), -300);
	cr_expect_eq(offset_of("Asia/Kolkata", 2026, 1, 1, 0), 330);
	cr_expect_not(zone_offset(S("Europe/Rīga"), (struct day){2026, 1, 1}, 0, &minutes));
	cr_expect_not(zone_offset(S(""), (struct day){2026, 1, 1}, 0, &minutes));
}

static void expect_change(struct day from, struct day wanted)
{
	struct day change;
	cr_assert(zone_next_change(S("Europe/Riga"), from, &change));
	cr_expect_eq(day_number(change), day_number(wanted), "%d-%d-%d", change.year, change.month,
		change.day);
}

Test(zone, changes_are_found_by_noon)
{
	struct day change;
	expect_change((struct day){2026, 1, 15}, (struct day){2026, 3, 29});
	expect_change((struct day){2026, 3, 28}, (struct day){2026, 3, 29});
	expect_change((struct day){2026, 3, 29}, (struct day){2026, 10, 25});
	expect_change((struct day){2026, 12, 1}, (struct day){2027, 3, 28});
	cr_expect_not(zone_next_change(S("Asia/Tokyo"), (struct day){2026, 1, 1}, &change));
}
