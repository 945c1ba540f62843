#include "locale/zone.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#define SEARCH_DAYS 732
#define NOON        (12 * 60)

static UCalendar *open_zone(str timezone)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar zone[64], canonical[64];
	int32_t len;
	u_strFromUTF8(zone, 64, &len, timezone.ptr, (int32_t)timezone.len, &status);
	ucal_getCanonicalTimeZoneID(zone, len, canonical, 64, NULL, &status);
	UCalendar *calendar =
		U_SUCCESS(status) ? ucal_open(zone, len, "en", UCAL_GREGORIAN, &status) : NULL;
	if (U_SUCCESS(status))
		return calendar;
	ucal_close(calendar);
	return NULL;
}

static int offset_at(UCalendar *calendar, struct day day, int minute)
{
	UErrorCode status = U_ZERO_ERROR;
	ucal_clear(calendar);
	ucal_setDateTime(
		calendar, day.year, day.month - 1, day.day, minute / 60, minute % 60, 0, &status);
	int32_t milliseconds = ucal_get(calendar, UCAL_ZONE_OFFSET, &status) +
			       ucal_get(calendar, UCAL_DST_OFFSET, &status);
	return milliseconds / 60000;
}

bool zone_offset(str timezone, struct day day, int minute_of_day, int *minutes)
{
	UCalendar *calendar = open_zone(timezone);
	if (!calendar)
		return false;
	*minutes = offset_at(calendar, day, minute_of_day);
	ucal_close(calendar);
	return true;
}

/* ICU moves a time that is none to one that is. */
bool zone_skips(str timezone, struct day day, int minute_of_day)
{
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar = open_zone(timezone);
	if (!calendar)
		return false;
	offset_at(calendar, day, minute_of_day);
	int32_t shown = ucal_get(calendar, UCAL_HOUR_OF_DAY, &status) * 60 +
			ucal_get(calendar, UCAL_MINUTE, &status);
	ucal_close(calendar);
	return U_SUCCESS(status) && shown != minute_of_day;
}

/* The day of the first noon behind the next change of the zone's rules, which may be one of its
 * name alone. False: there is none. */
static bool next_noon(UCalendar *calendar, struct day *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UDate change;
	if (!ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &change, &status))
		return false;
	ucal_setMillis(calendar, change, &status);
	struct day day = {ucal_get(calendar, UCAL_YEAR, &status),
		ucal_get(calendar, UCAL_MONTH, &status) + 1,
		ucal_get(calendar, UCAL_DATE, &status)};
	bool later = ucal_get(calendar, UCAL_MILLISECONDS_IN_DAY, &status) > NOON * 60000;
	*out = day_of_number(day_number(day) + later);
	return U_SUCCESS(status);
}

bool zone_next_change(str timezone, struct day day, struct day *out)
{
	UCalendar *calendar = open_zone(timezone);
	if (!calendar)
		return false;
	int before = offset_at(calendar, day, NOON);
	bool found = false;
	while (!found && next_noon(calendar, out) &&
		day_number(*out) <= day_number(day) + SEARCH_DAYS)
		found = offset_at(calendar, *out, NOON) != before;
	ucal_close(calendar);
	return found;
}

/* --- where it is ------------------------------------------------------------------------- */

static str zone_name(const UChar *units, int32_t len, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	char bytes[64];
	int32_t nbytes = 0;
	u_strToUTF8(bytes, sizeof(bytes), &nbytes, units, len, &status);
	return U_SUCCESS(status) ? arena_str(arena, str_n(bytes, (size_t)nbytes)) : S("");
}

/* "Etc/UTC", "UTC" and "GMT" are no places. */
static bool is_place(str name)
{
	return str_find_char(name, '/') != STR_NONE && !str_starts(name, S("Etc/"));
}

str zone_of_machine(struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[64];
	int32_t len = ucal_getHostTimeZone(units, 64, &status);
	str name = U_SUCCESS(status) && len < 64 ? zone_name(units, len, arena) : S("");
	return is_place(name) ? name : S("");
}

str zone_of_country(str country, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *zones = ucal_openTimeZoneIDEnumeration(
		UCAL_ZONE_TYPE_CANONICAL_LOCATION, arena_cstr(arena, country), NULL, &status);
	str here = zone_of_machine(arena), only = S(""), found = S("");
	size_t n = 0;
	int32_t len = 0;
	for (const UChar *zone; (zone = uenum_unext(zones, &len, &status)) != NULL; n++) {
		only = zone_name(zone, len, arena);
		if (str_eq(only, here))
			found = here;
	}
	uenum_close(zones);
	return U_SUCCESS(status) && n == 1 ? only : found;
}
