/*
 * Visiting hours in a place's calendar: each row of a schedule is an event that
 * comes again (RRULE), without the days on which it does not take place (EXDATE)
 * and with those that are otherwise as instances of their own (RECURRENCE-ID).
 * Expanded, it says of each day what the place's page says.
 *
 * It begins on the first day of the schedule, or, when that is not known, the day
 * it was checked, and ends two years later: by then somebody has checked again.
 */
#ifndef FEED_VISITS_H
#define FEED_VISITS_H

#include "feed/calendar.h"

/* The schedule's hours and its exceptions; nothing of one that hides. */
void visits_add(const struct reader *reader, struct calendar *calendar,
	const struct record *location, const struct record *schedule);

#endif
