#include "model/holiday.h"

/* The anonymous Gregorian computus: J. Meeus, Astronomical Algorithms, chapter 8. */
struct day holiday_easter(int year)
{
	int golden = year % 19, century = year / 100, of_century = year % 100;
	int correction = (century - (century + 8) / 25 + 1) / 3;
	int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
	int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
	int late = (golden + 11 * epact + 22 * weekday) / 451;
	int sum = epact + weekday - 7 * late + 114;
	return (struct day){year, sum / 31, sum % 31 + 1};
}

struct movable {
	int after_easter; /* in days */
	str id;
};

static const struct movable movable[] = {
	{-2, STR_INIT("good_friday")},
	{0, STR_INIT("easter")},
	{1, STR_INIT("easter_monday")},
	{49, STR_INIT("pentecost")},
};

struct fixed {
	int month;
	int day;
	str id;
	bool moves; /* on a Saturday or Sunday, the next working day is free too */
};

static const struct fixed fixed[] = {
	{1, 1, STR_INIT("new_year"), false},
	{5, 1, STR_INIT("labour_day"), false},
	{5, 4, STR_INIT("independence_restored"), true},
	{6, 23, STR_INIT("midsummer_eve"), false},
	{6, 24, STR_INIT("midsummer"), false},
	{11, 18, STR_INIT("proclamation"), true},
	{12, 24, STR_INIT("christmas_eve"), false},
	{12, 25, STR_INIT("christmas"), false},
	{12, 26, STR_INIT("second_christmas"), false},
	{12, 31, STR_INIT("new_year_eve"), false},
};

#define SUNDAY 7

static bool is_mothers_day(struct day day)
{
	return day.month == 5 && day.day >= 8 && day.day <= 14 && day_weekday(day) == SUNDAY;
}

/* From 20 March to 13 June: most days need no Easter. */
static str holiday_of_easter(struct day day)
{
	if (day.month < 3 || day.month > 6)
		return S("");
	int64_t after_easter = day_number(day) - day_number(holiday_easter(day.year));
	for (size_t i = 0; i < ARRAY_LEN(movable); i++)
		if (after_easter == movable[i].after_easter)
			return movable[i].id;
	return S("");
}

/* Without the free working days. */
static str holiday_itself(struct day day)
{
	str id = holiday_of_easter(day);
	if (id.len)
		return id;
	for (size_t i = 0; i < ARRAY_LEN(fixed); i++)
		if (day.month == fixed[i].month && day.day == fixed[i].day)
			return fixed[i].id;
	return is_mothers_day(day) ? S("mothers_day") : S("");
}

static bool is_working_day(struct day day)
{
	return day_weekday(day) < 6 && !holiday_itself(day).len;
}

/* No days off follow each other for so long. */
#define OFF_MAX 14

/* Is `day` free in the place of `origin`, a holiday that moves? */
static bool is_substitute(struct day day, struct day origin)
{
	int64_t later = day_number(day) - day_number(origin);
	if (later < 1 || later > OFF_MAX || day_weekday(origin) < 6)
		return false;
	int64_t number = day_number(origin) + 1;
	while (!is_working_day(day_of_number(number)))
		number++;
	return number == day_number(day);
}

static bool is_substitute_of_fixed(struct day day)
{
	for (size_t i = 0; i < ARRAY_LEN(fixed); i++) {
		struct day origin = {day.year, fixed[i].month, fixed[i].day};
		bool near = day.month == origin.month || day.month == origin.month + 1;
		if (fixed[i].moves && near && is_substitute(day, origin))
			return true;
	}
	return false;
}

/* --- records ------------------------------------------------------------------------ */

struct told_holiday {
	struct day date;
	str id;
	bool moves; /* as 4 May does */
};

/* The id of a day that a record of this sort makes; "": of none. */
static str told_id(str sort)
{
	return str_eq(sort, S("festival")) ? S("song_festival")
	       : str_eq(sort, S("public")) ? S("declared")
	       : str_eq(sort, S("free"))   ? HOLIDAY_FREE
	       : str_eq(sort, S("worked")) ? HOLIDAY_WORKED
					   : S("");
}

struct holidays holidays_read(bool of_latvia, const struct kind *declared, struct arena *arena)
{
	size_t n = declared ? declared->nrecords : 0;
	struct told_holiday *told = ARENA_ARRAY(arena, struct told_holiday, n);
	struct holidays holidays = {of_latvia, told, 0};
	for (size_t i = 0; i < n; i++) {
		struct told_holiday holiday;
		struct value json = record_facts(declared->records[i])->json;
		holiday.id = told_id(value_get_str(json, S("sort")));
		holiday.moves = str_eq(holiday.id, S("song_festival"));
		if (!declared->records[i]->is_hidden && holiday.id.len &&
			day_parse(value_get_str(json, S("date")), &holiday.date))
			told[holidays.ntold++] = holiday;
	}
	return holidays;
}

static bool is_same(struct day a, struct day b)
{
	return a.day == b.day && a.month == b.month && a.year == b.year;
}

/* What a record tells of `day`. */
static str told_of(const struct told_holiday *holiday, struct day day)
{
	if (is_same(holiday->date, day))
		return holiday->id;
	return holiday->moves && is_substitute(day, holiday->date) ? S("substitute") : S("");
}

static str holiday_of_law(struct day day)
{
	str id = holiday_itself(day);
	return !id.len && is_substitute_of_fixed(day) ? S("substitute") : id;
}

str holiday_on(const struct holidays *holidays, struct day day)
{
	str id = holidays->of_latvia ? holiday_of_law(day) : S("");
	for (size_t i = 0; i < holidays->ntold && !id.len; i++)
		id = told_of(&holidays->told[i], day);
	return id;
}
