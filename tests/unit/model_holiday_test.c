#include <criterion/criterion.h>

#include "model/holiday.h"

static const struct holidays law = {.of_latvia = true};

static void expect_easter(int year, int month, int day)
{
	struct day easter = holiday_easter(year);
	cr_expect(easter.month == month && easter.day == day, "Easter %d is %d-%d, not %d-%d", year,
		month, day, easter.month, easter.day);
}

static void expect(int year, int month, int day, const char *id)
{
	str found = holiday_on(&law, (struct day){year, month, day});
	cr_expect(str_eq(found, str_of(id)), "%04d-%02d-%02d is '%.*s', not '%s'", year, month, day,
		STR_ARGS(found), id);
}

/* The earliest and the latest there can be, and the two exceptions of the rule. */
Test(holiday, easter)
{
	static const int known[][3] = {{1818, 3, 22}, {1886, 4, 25}, {1943, 4, 25}, {1954, 4, 18},
		{1961, 4, 2}, {1981, 4, 19}, {2000, 4, 23}, {2008, 3, 23}, {2016, 3, 27},
		{2019, 4, 21}, {2020, 4, 12}, {2021, 4, 4}, {2022, 4, 17}, {2023, 4, 9},
		{2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5}, {2027, 3, 28}, {2028, 4, 16},
		{2029, 4, 1}, {2030, 4, 21}, {2035, 3, 25}, {2038, 4, 25}, {2049, 4, 18},
		{2076, 4, 19}, {2100, 3, 28}, {2285, 3, 22}};
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		expect_easter(known[i][0], known[i][1], known[i][2]);
}

Test(holiday, easter_is_a_sunday)
{
	for (int year = 1900; year < 2300; year++)
		cr_expect_eq(day_weekday(holiday_easter(year)), 7, "%d", year);
}

/* As published for 2026. */
Test(holiday, whole_year)
{
	static const struct {
		int month, day;
		const char *id;
	} days[] = {{1, 1, "new_year"}, {4, 3, "good_friday"}, {4, 5, "easter"},
		{4, 6, "easter_monday"}, {5, 1, "labour_day"}, {5, 4, "independence_restored"},
		{5, 10, "mothers_day"}, {5, 24, "pentecost"}, {6, 23, "midsummer_eve"},
		{6, 24, "midsummer"}, {11, 18, "proclamation"}, {12, 24, "christmas_eve"},
		{12, 25, "christmas"}, {12, 26, "second_christmas"}, {12, 31, "new_year_eve"}};
	size_t found = 0;
	for (size_t i = 0; i < ARRAY_LEN(days); i++)
		expect(2026, days[i].month, days[i].day, days[i].id);
	int64_t first = day_number((struct day){2026, 1, 1});
	for (int64_t day = first; day < first + 365; day++)
		found += holiday_on(&law, day_of_number(day)).len > 0;
	cr_expect_eq(found, ARRAY_LEN(days));
}

Test(holiday, free_working_day)
{
	expect(2024, 5, 4, "independence_restored"); /* a Saturday */
	expect(2024, 5, 5, "");
	expect(2024, 5, 6, "substitute");
	expect(2025, 5, 5, "substitute"); /* after a Sunday */
	expect(2026, 5, 5, "");
	expect(2023, 11, 19, "");
	expect(2023, 11, 20, "substitute");
	expect(2029, 11, 19, "substitute");
	expect(2026, 11, 19, "");
	expect(2023, 12, 27, ""); /* no other holiday moves */
	expect(2022, 6, 27, "");
	expect(2022, 5, 2, "");
}

Test(holiday, leap_years)
{
	expect(2028, 2, 29, "");
	expect(2028, 4, 14, "good_friday");
	expect(2024, 3, 29, "good_friday"); /* in March, Easter Monday in April */
	expect(2024, 4, 1, "easter_monday");
	expect(2024, 5, 19, "pentecost");
}

/* Pentecost of 2008 was the second Sunday of May. */
Test(holiday, two_on_one_day)
{
	expect(2008, 5, 11, "pentecost");
	expect(2009, 5, 10, "mothers_day");
}
