#include "feed/calendar.h"

#include <inttypes.h>

#include "feed/content_line.h"
#include "locale/zone.h"

#define REFRESH "PT12H"

/* SEQUENCE counts seconds from here, so it grows with every change of content, until 2088. */
#define SEQUENCE_FROM 1577836800 /* 2020-01-01 */

#define RIGA "Europe/Riga"

/* Switches at 01:00 UTC on the last Sundays of March and October (EU Directive
 * 2000/84/EC). Begins in 2001: in 2000 Latvia kept winter time. */
static const char riga_zone[] = "BEGIN:VTIMEZONE\r\n"
				"TZID:" RIGA "\r\n"
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

struct calendar {
	const struct reader *reader;
	struct content_line line;
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

static bool is_riga(str timezone)
{
	return str_eq(timezone, S(RIGA));
}

static void write_day(struct buf *line, struct day day)
{
	buf_printf(line, "%04d%02d%02d", day.year, day.month, day.day);
}

static void write_utc(struct buf *line, int64_t seconds)
{
	enum { DAY_S = 24 * 60 * 60 };
	int64_t days = seconds / DAY_S - (seconds % DAY_S < 0);
	int second = (int)(seconds - days * DAY_S);
	write_day(line, day_of_number(days));
	buf_printf(line, "T%02d%02d%02dZ", second / 3600, second / 60 % 60, second % 60);
}

static void add_utc(struct calendar *calendar, const char *name, int64_t seconds)
{
	buf_printf(&calendar->line.text, "%s:", name);
	write_utc(&calendar->line.text, seconds);
	content_line_end(&calendar->line);
}

static void add_moment(
	struct calendar *calendar, const char *name, const struct moment *moment, str timezone)
{
	struct buf *line = &calendar->line.text;
	int offset = 0, minute = moment->minute;
	if (minute < 0) {
		buf_printf(line, "%s;VALUE=DATE:", name);
		write_day(line, moment->day);
	} else if (is_riga(timezone)) {
		buf_printf(line, "%s;TZID=" RIGA ":", name);
		write_day(line, moment->day);
		buf_printf(line, "T%02d%02d00", minute / 60, minute % 60);
	} else {
		zone_offset(timezone, moment->day, minute, &offset);
		buf_printf(line, "%s:", name);
		write_utc(line, (day_number(moment->day) * 24 * 60 + minute - offset) * 60);
	}
	content_line_end(&calendar->line);
}

static struct moment next_day(struct moment moment)
{
	return (struct moment){day_of_number(day_number(moment.day) + 1), -1};
}

/* DTEND is not included (3.8.2.2) and must be of DTSTART's type: a time
 * without an end lasts no time, a day without one lasts that day. */
static void add_times(struct calendar *calendar, struct moment starts, str ends_text, str timezone)
{
	struct moment ends;
	bool known =
		parse_moment(ends_text, &ends) && day_number(ends.day) >= day_number(starts.day);
	add_moment(calendar, "DTSTART", &starts, timezone);
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
		add_moment(calendar, "DTEND", &ends, timezone);
}

bool calendar_repeats(const struct reader *reader, str timezone)
{
	return is_riga(timezone.len ? timezone : reader->site->config.timezone);
}

static void add_start(struct calendar *calendar, const char *name, str text, str timezone)
{
	struct moment moment;
	if (parse_moment(text, &moment))
		add_moment(calendar, name, &moment, timezone);
}

static void add_rule(struct calendar *calendar, const struct calendar_event *event, str timezone)
{
	content_line_raw(&calendar->line, "RRULE", event->rule);
	for (size_t i = 0; i < event->nwithout; i++)
		add_start(calendar, "EXDATE", event->without[i], timezone);
	add_start(calendar, "RECURRENCE-ID", event->instead_of, timezone);
}

/* --- the file ----------------------------------------------------------------------- */

/* No METHOD: RFC 5546 (3.2.1) asks for an organizer where there is one. Names that begin with X-
 * are from before RFC 7986, which gave them others. */
struct calendar *calendar_new(const struct reader *reader, struct buf *out, str name, str page_url)
{
	struct calendar *calendar = ARENA_NEW(reader->arena, struct calendar);
	str timezone = reader->site->config.timezone;
	*calendar = (struct calendar){.reader = reader};
	content_line_init(&calendar->line, out);
	buf_adds(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
	content_line_text(&calendar->line, "PRODID",
		arena_printf(reader->arena, "-//%.*s//tilts//%.*s",
			STR_ARGS(site_id_host(reader->site)), STR_ARGS(reader->language->tag)));
	content_line_raw(&calendar->line, "CALSCALE", S("GREGORIAN"));
	content_line_text(&calendar->line, "NAME", name);
	content_line_text(&calendar->line, "X-WR-CALNAME", name);
	content_line_text(&calendar->line, "X-WR-TIMEZONE", timezone);
	content_line_raw(&calendar->line, "REFRESH-INTERVAL;VALUE=DURATION", S(REFRESH));
	content_line_raw(&calendar->line, "X-PUBLISHED-TTL", S(REFRESH));
	content_line_raw(&calendar->line, "URL", page_url);
	if (is_riga(timezone)) /* always: a calendar without a component is none (3.6) */
		buf_add(out, str_of(riga_zone));
	return calendar;
}

static str status_of(enum calendar_status status)
{
	switch (status) {
	case CALENDAR_TENTATIVE:
		return S("TENTATIVE");
	case CALENDAR_CANCELLED:
		return S("CANCELLED");
	case CALENDAR_CONFIRMED:
		break;
	}
	return S("CONFIRMED");
}

static void add_stamps(struct calendar *calendar, int64_t changed)
{
	int64_t sequence = changed - SEQUENCE_FROM;
	add_utc(calendar, "DTSTAMP", changed);
	add_utc(calendar, "LAST-MODIFIED", changed);
	buf_printf(&calendar->line.text, "SEQUENCE:%" PRId64, sequence > 0 ? sequence : 0);
	content_line_end(&calendar->line);
}

static void add_place(struct calendar *calendar, const struct calendar_event *event)
{
	if (!event->has_place)
		return;
	buf_printf(&calendar->line.text, "GEO:%.6f;%.6f", event->latitude, event->longitude);
	content_line_end(&calendar->line);
}

void calendar_add(struct calendar *calendar, const struct calendar_event *event)
{
	const struct reader *reader = calendar->reader;
	struct moment starts;
	if (!parse_moment(event->starts, &starts))
		return;
	str timezone = event->timezone.len ? event->timezone : reader->site->config.timezone;
	content_line_raw(&calendar->line, "BEGIN", S("VEVENT"));
	content_line_text(&calendar->line, "UID",
		arena_join(reader->arena, event->uid, S("@"), site_id_host(reader->site)));
	add_stamps(calendar, event->changed);
	add_times(calendar, starts, event->ends, timezone);
	add_rule(calendar, event, timezone);
	content_line_text(&calendar->line, "SUMMARY", event->summary);
	content_line_text(&calendar->line, "DESCRIPTION", event->description);
	content_line_text(&calendar->line, "LOCATION", event->location);
	content_line_raw(&calendar->line, "URL", event->url);
	content_line_text(&calendar->line, "CATEGORIES", event->category);
	add_place(calendar, event);
	content_line_raw(&calendar->line, "STATUS", status_of(event->status));
	content_line_raw(&calendar->line, "TRANSP", event->free ? S("TRANSPARENT") : S("OPAQUE"));
	content_line_raw(&calendar->line, "END", S("VEVENT"));
}

void calendar_finish(struct calendar *calendar)
{
	content_line_raw(&calendar->line, "END", S("VCALENDAR"));
	content_line_release(&calendar->line);
}
