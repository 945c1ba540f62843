#include "feed/calendar.h"

#include <libical/ical.h>

#include "locale/zone.h"

#define REFRESH_HOURS 12
/* SEQUENCE counts seconds from here, so it grows with every change of content, until 2088. */
#define SEQUENCE_FROM 1577836800 /* 2020-01-01 */

static const char riga_name[] = "Europe/Riga";

/* Switches at 01:00 UTC on the last Sundays of March and October (EU Directive
 * 2000/84/EC). Begins in 2001: in 2000 Latvia kept winter time. */
static const char riga_zone[] = "BEGIN:VTIMEZONE\r\n"
				"TZID:Europe/Riga\r\n"
				"BEGIN:DAYLIGHT\r\n"
				"DTSTART:20010325T030000\r\n"
				"TZOFFSETFROM:+0200\r\n"
				"TZOFFSETTO:+0300\r\n"
				"TZNAME:EEST\r\n"
				"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
				"END:DAYLIGHT\r\n"
				"BEGIN:STANDARD\r\n"
				"DTSTART:20011028T040000\r\n"
				"TZOFFSETFROM:+0300\r\n"
				"TZOFFSETTO:+0200\r\n"
				"TZNAME:EET\r\n"
				"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n"
				"END:STANDARD\r\n"
				"END:VTIMEZONE\r\n";

#define CALENDAR_END "END:VCALENDAR\r\n"

struct calendar {
	const struct reader *reader;
	struct buf *out;
};

/* --- times -------------------------------------------------------------------------- */

struct moment {
	struct day day;
	int minute; /* of the day; -1: the whole day */
};

static bool parse_moment(str text, struct moment *out)
{
	int64_t hour, minute;
	out->minute = -1;
	if (!day_parse(str_sub(text, 0, 10), &out->day))
		return false;
	if (text.len >= 16 && str_to_int(str_sub(text, 11, 13), &hour) &&
		str_to_int(str_sub(text, 14, 16), &minute))
		out->minute = (int)(hour * 60 + minute);
	return true;
}

static struct icaltimetype ical_day(struct day day)
{
	struct icaltimetype time = icaltime_null_date();
	time.year = day.year;
	time.month = day.month;
	time.day = day.day;
	return time;
}

static struct icaltimetype ical_minute(int64_t day, int64_t minute)
{
	int64_t days = minute / 1440 - (minute % 1440 < 0);
	struct icaltimetype time = ical_day(day_of_number(day + days));
	time.is_date = 0;
	time.hour = (int)((minute - days * 1440) / 60);
	time.minute = (int)((minute - days * 1440) % 60);
	time.second = 0;
	return time;
}

static struct icaltimetype ical_utc(int64_t seconds)
{
	struct icaltimetype time = ical_minute(0, seconds / 60 - (seconds % 60 < 0));
	time.second = (int)((seconds % 60 + 60) % 60);
	time.zone = icaltimezone_get_utc_timezone();
	return time;
}

static bool is_riga(str timezone)
{
	return str_eq(timezone, str_of(riga_name));
}

static void add_moment(
	icalcomponent *component, icalproperty_kind kind, const struct moment *moment, str timezone)
{
	int offset = 0;
	icalproperty *property = icalproperty_new(kind);
	struct icaltimetype time = ical_day(moment->day);
	if (moment->minute >= 0 && is_riga(timezone)) {
		time = ical_minute(day_number(moment->day), moment->minute);
		icalproperty_set_parameter(property, icalparameter_new_tzid(riga_name));
	} else if (moment->minute >= 0) {
		zone_offset(timezone, moment->day, moment->minute, &offset);
		time = ical_minute(day_number(moment->day), moment->minute - offset);
		time.zone = icaltimezone_get_utc_timezone();
	}
	icalproperty_set_value(
		property, time.is_date ? icalvalue_new_date(time) : icalvalue_new_datetime(time));
	if (time.is_date)
		icalproperty_set_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
	icalcomponent_add_property(component, property);
}

static struct moment next_day(struct moment moment)
{
	return (struct moment){day_of_number(day_number(moment.day) + 1), -1};
}

/* DTEND is not included (3.8.2.2) and must be of DTSTART's type: a time
 * without an end lasts no time, a day without one lasts that day. */
static void add_times(icalcomponent *component, struct moment starts, str ends_text, str timezone)
{
	struct moment ends;
	bool known =
		parse_moment(ends_text, &ends) && day_number(ends.day) >= day_number(starts.day);
	add_moment(component, ICAL_DTSTART_PROPERTY, &starts, timezone);
	if (starts.minute < 0) {
		ends = next_day(known ? ends : starts);
	} else if (known && ends.minute < 0) {
		known = day_number(ends.day) > day_number(starts.day);
		ends = next_day(ends);
		ends.minute = 0;
	} else if (known) {
		known = day_number(ends.day) > day_number(starts.day) ||
			ends.minute > starts.minute;
	}
	if (starts.minute < 0 || known)
		add_moment(component, ICAL_DTEND_PROPERTY, &ends, timezone);
}

bool calendar_repeats(const struct reader *reader, str timezone)
{
	return is_riga(timezone.len ? timezone : reader->site->config.timezone);
}

static void add_start(icalcomponent *component, icalproperty_kind kind, str text, str timezone)
{
	struct moment moment;
	if (parse_moment(text, &moment))
		add_moment(component, kind, &moment, timezone);
}

static void add_rule(const struct reader *reader, icalcomponent *component,
	const struct calendar_event *event, str timezone)
{
	if (event->rule.len)
		icalcomponent_add_property(
			component, icalproperty_new_rrule(icalrecurrencetype_from_string(
					   arena_cstr(reader->arena, event->rule))));
	for (size_t i = 0; i < event->nwithout; i++)
		add_start(component, ICAL_EXDATE_PROPERTY, event->without[i], timezone);
	add_start(component, ICAL_RECURRENCEID_PROPERTY, event->instead_of, timezone);
}

/* --- texts -------------------------------------------------------------------------- */

/* No control character stands in a text (3.1, 3.3.11) but the ends of its lines, and libical
 * writes what it is given. */
static const char *sayable(struct arena *arena, str text)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '\n' || c == '\t' || ((unsigned char)c >= 0x20 && c != 0x7f))
			out[len++] = c;
	}
	out[len] = '\0';
	return out;
}

static void add_text(
	const struct reader *reader, icalcomponent *component, icalproperty_kind kind, str text)
{
	if (!text.len)
		return;
	icalproperty *property = icalproperty_new(kind);
	icalproperty_set_value(property, icalvalue_new_text(sayable(reader->arena, text)));
	icalcomponent_add_property(component, property);
}

static void add_uri(
	const struct reader *reader, icalcomponent *component, icalproperty_kind kind, str uri)
{
	if (!uri.len)
		return;
	icalproperty *property = icalproperty_new(kind);
	icalproperty_set_value(property, icalvalue_new_uri(arena_cstr(reader->arena, uri)));
	icalcomponent_add_property(component, property);
}

/* Names that began with X- before RFC 7986 gave them others. */
static void add_extension(
	const struct reader *reader, icalcomponent *component, const char *name, str text)
{
	icalproperty *property = icalproperty_new(ICAL_X_PROPERTY);
	icalvalue *escaped = icalvalue_new_text(sayable(reader->arena, text));
	char *encoded = icalvalue_as_ical_string_r(escaped);
	icalproperty_set_x_name(property, name);
	icalproperty_set_value(property, icalvalue_new_x(encoded));
	icalcomponent_add_property(component, property);
	icalmemory_free_buffer(encoded);
	icalvalue_free(escaped);
}

void calendar_prepare(void)
{
	icaltimezone_get_utc_timezone();
}

/* --- the file ----------------------------------------------------------------------- */

static void add_refresh(const struct reader *reader, icalcomponent *root)
{
	icalproperty *refresh =
		icalproperty_new_refreshinterval(icaldurationtype_from_int(REFRESH_HOURS * 3600));
	icalcomponent_add_property(root, refresh);
	add_extension(reader, root, "X-PUBLISHED-TTL", S("PT12H"));
}

/* The first end of a line that libical 3.0.16 has folded: between its CR and its LF, or before
 * both (findings/libical-folding.sh). No text has a CR, so nothing else looks like it. */
static size_t find_folded_end(str text, size_t *len)
{
	const str within = S("\r\r\n \n"), before = S("\r\n \r\n");
	size_t a = str_find(text, within), b = str_find(text, before);
	*len = a < b ? within.len : before.len;
	return a < b ? a : b;
}

static void add_unbroken(struct buf *out, str text)
{
	for (size_t at, len; (at = find_folded_end(text, &len)) != STR_NONE;) {
		buf_add(out, str_sub(text, 0, at));
		buf_adds(out, "\r\n");
		text = str_from(text, at + len);
	}
	buf_add(out, text);
}

/* Appends what libical writes for a component, without `end`, and frees it: a tree of thousands of
 * events would be far larger than their text. */
static void add_component(struct buf *out, icalcomponent *component, str end)
{
	char *text = icalcomponent_as_ical_string_r(component);
	str written = str_of(text);
	add_unbroken(out, str_sub(written, 0, written.len - end.len));
	icalmemory_free_buffer(text);
	icalcomponent_free(component);
}

/* No METHOD: RFC 5546 (3.2.1) asks for an organizer where there is one. */
struct calendar *calendar_new(const struct reader *reader, struct buf *out, str name, str page_url)
{
	struct calendar *calendar = ARENA_NEW(reader->arena, struct calendar);
	str timezone = reader->site->config.timezone;
	icalcomponent *root = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	*calendar = (struct calendar){reader, out};
	icalcomponent_add_property(root, icalproperty_new_version("2.0"));
	add_text(reader, root, ICAL_PRODID_PROPERTY,
		arena_printf(reader->arena, "-//%.*s//tilts//%.*s",
			STR_ARGS(site_id_host(reader->site)), STR_ARGS(reader->language->tag)));
	icalcomponent_add_property(root, icalproperty_new_calscale("GREGORIAN"));
	add_text(reader, root, ICAL_NAME_PROPERTY, name);
	add_extension(reader, root, "X-WR-CALNAME", name);
	add_extension(reader, root, "X-WR-TIMEZONE", timezone);
	add_refresh(reader, root);
	add_uri(reader, root, ICAL_URL_PROPERTY, page_url);
	add_component(out, root, S(CALENDAR_END));
	if (is_riga(timezone)) /* always: a calendar without a component is none (3.6) */
		buf_add(out, str_of(riga_zone));
	return calendar;
}

static icalproperty_status ical_status(enum calendar_status status)
{
	switch (status) {
	case CALENDAR_TENTATIVE:
		return ICAL_STATUS_TENTATIVE;
	case CALENDAR_CANCELLED:
		return ICAL_STATUS_CANCELLED;
	case CALENDAR_CONFIRMED:
		break;
	}
	return ICAL_STATUS_CONFIRMED;
}

static void add_stamps(icalcomponent *component, int64_t changed)
{
	int64_t sequence = changed - SEQUENCE_FROM;
	icalcomponent_add_property(component, icalproperty_new_dtstamp(ical_utc(changed)));
	icalcomponent_add_property(component, icalproperty_new_lastmodified(ical_utc(changed)));
	icalcomponent_add_property(
		component, icalproperty_new_sequence(sequence > 0 ? (int)sequence : 0));
}

void calendar_add(struct calendar *calendar, const struct calendar_event *event)
{
	const struct reader *reader = calendar->reader;
	struct moment starts;
	if (!parse_moment(event->starts, &starts))
		return;
	str timezone = event->timezone.len ? event->timezone : reader->site->config.timezone;
	icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
	add_text(reader, component, ICAL_UID_PROPERTY,
		arena_join(reader->arena, event->uid, S("@"), site_id_host(reader->site)));
	add_stamps(component, event->changed);
	add_times(component, starts, event->ends, timezone);
	add_rule(reader, component, event, timezone);
	add_text(reader, component, ICAL_SUMMARY_PROPERTY, event->summary);
	add_text(reader, component, ICAL_DESCRIPTION_PROPERTY, event->description);
	add_text(reader, component, ICAL_LOCATION_PROPERTY, event->location);
	add_uri(reader, component, ICAL_URL_PROPERTY, event->url);
	add_text(reader, component, ICAL_CATEGORIES_PROPERTY, event->category);
	if (event->has_place)
		icalcomponent_add_property(component, icalproperty_new_geo((struct icalgeotype){
							      event->latitude, event->longitude}));
	icalcomponent_add_property(component, icalproperty_new_status(ical_status(event->status)));
	icalcomponent_add_property(
		component, icalproperty_new_transp(
				   event->free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
	add_component(calendar->out, component, S(""));
}

void calendar_finish(struct calendar *calendar)
{
	buf_adds(calendar->out, CALENDAR_END);
}
