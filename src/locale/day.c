#include "locale/format.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/ascii.h"

/* Days from 0000-03-01, so that the leap day is the last of its year. */
int64_t day_number(struct day day)
{
	int64_t year = day.year - (day.month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t month = (day.month + 9) % 12;
	int64_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

struct day day_of_number(int64_t number)
{
	number += 719468;
	int64_t era = (number >= 0 ? number : number - 146096) / 146097;
	int64_t of_era = number - era * 146097;
	int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t month = (5 * of_year + 2) / 153;
	int day = (int)(of_year - (153 * month + 2) / 5 + 1);
	int civil_month = (int)(month < 10 ? month + 3 : month - 9);
	int year = (int)(year_of_era + era * 400) + (civil_month <= 2);
	return (struct day){year, civil_month, day};
}

int day_weekday_of(int64_t number)
{
	int64_t since_monday = (number + 3) % 7; /* 1970-01-01 was a Thursday */
	return (int)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

int day_weekday(struct day day)
{
	return day_weekday_of(day_number(day));
}

/* Digits alone, as a number; -1: something else stands there. */
static int number_at(str s, size_t at, size_t ndigits)
{
	int n = 0;
	for (size_t i = at; i < at + ndigits; i++) {
		if (!ascii_is_digit(s.ptr[i]))
			return -1;
		n = n * 10 + (s.ptr[i] - '0');
	}
	return n;
}

int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return days[month - 1] + (month == 2 && leap);
}

bool day_parse(str s, struct day *out)
{
	if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-')
		return false;
	*out = (struct day){number_at(s, 0, 4), number_at(s, 5, 2), number_at(s, 8, 2)};
	return out->year >= 1 && out->month >= 1 && out->month <= 12 && out->day >= 1 &&
	       out->day <= days_in_month(out->year, out->month);
}

str day_text(struct day day, struct arena *arena)
{
	return arena_printf(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static bool is_zone(const UChar *zone, int32_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UBool is_named = false; /* "GMT+3" is understood, but is no zone of the tz database */
	UChar canonical[64];
	ucal_getCanonicalTimeZoneID(zone, len, canonical, 64, &is_named, &status);
	return U_SUCCESS(status) && is_named;
}

bool day_at(str timezone, int64_t seconds, struct day *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar zone[64];
	int32_t len;
	u_strFromUTF8(zone, 64, &len, timezone.ptr, (int32_t)timezone.len, &status);
	if (U_FAILURE(status) || !is_zone(zone, len))
		return false;
	UCalendar *calendar = ucal_open(zone, len, "en", UCAL_GREGORIAN, &status);
	ucal_setMillis(calendar, (double)seconds * 1000, &status);
	*out = (struct day){ucal_get(calendar, UCAL_YEAR, &status),
		ucal_get(calendar, UCAL_MONTH, &status) + 1,
		ucal_get(calendar, UCAL_DATE, &status)};
	ucal_close(calendar);
	return U_SUCCESS(status);
}
