/*
 * One iCalendar file (RFC 5545, with the properties of RFC 7986). Times of Europe/Riga keep their
 * zone, so that a calendar stays right when clocks change; times of other zones become UTC. Nothing
 * depends on the clock. A calendar belongs to one thread.
 */
#ifndef FEED_CALENDAR_H
#define FEED_CALENDAR_H

#include "model/reader.h"

struct calendar;

enum calendar_status { CALENDAR_CONFIRMED, CALENDAR_TENTATIVE, CALENDAR_CANCELLED };

/* Texts may be empty: then the property is left out. */
struct calendar_event {
	str uid;         /* without the domain */
	int64_t changed; /* seconds since 1970 UTC: DTSTAMP, LAST-MODIFIED, SEQUENCE */
	str starts;      /* 2026-05-16 (all day) or 2026-05-16T11:00 (local time) */
	str ends;        /* the same; a day is included; empty: not known */
	str timezone;    /* empty: the site's */
	enum calendar_status status;
	bool free; /* it does not take the time of whoever follows the calendar */
	str summary;
	str description;
	str location;
	str url;
	str category;
	bool has_place;
	double latitude, longitude;
	str rule;           /* RRULE (3.3.10): it begins at `starts` and comes again */
	const str *without; /* starts of the rule that are left out: EXDATE */
	size_t nwithout;
	str instead_of; /* RECURRENCE-ID: the start, by the rule of that uid, that this replaces */
};

/* Can a calendar hold rules in this zone? Clocks of others would change unnoticed. */
bool calendar_repeats(const struct reader *reader, str timezone);

/* Begins the file in `out`. `name` is what people see in their list of calendars. */
struct calendar *calendar_new(const struct reader *reader, struct buf *out, str name, str page_url);

/* An event without a usable first day is left out. */
void calendar_add(struct calendar *calendar, const struct calendar_event *event);

/* Ends the file. */
void calendar_finish(struct calendar *calendar);

#endif
