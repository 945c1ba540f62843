/*
 * Files that stand beside the pages and belong to a language or a record:
 * calendars, cards, tables. Their addresses are made here and nowhere else, so
 * that pages link to exactly what is written. All are paths below the site's
 * root, "" when there is no such file, and live in the arena given.
 */
#ifndef MODEL_COMPANION_H
#define MODEL_COMPANION_H

#include "model/site.h"

/* "ru/calendar.ics": the events. Only when the site has events at all. */
str companion_calendar(
	const struct site *site, const struct language *language, struct arena *arena);

/* The calendar at that path as "webcal://…": a phone follows it instead of copying it once.
 * "" when the site has no address. */
str companion_follow(const struct site *site, str path, struct arena *arena);

/* "ru/events.xml": events and restrictions as an Atom feed. */
str companion_events(const struct site *site, const struct language *language, struct arena *arena);

/* "ru/calendar/event/id.ics" of an event, "ru/calendar/id.ics" of a location. */
str companion_record_calendar(const struct site *site, const struct record *record,
	const struct language *language, struct arena *arena);

/* "cards/organizations/id.vcf" of what can be called, written to or visited. */
str companion_card(const struct record *record, struct arena *arena);

/* "data/id.csv" of a dataset. */
str companion_table(const struct record *record, struct arena *arena);

#endif
