/*
 * The public holidays of Latvia, for any year: section 1 of the law "Par svētku,
 * atceres un atzīmējamām dienām". Nothing is kept in a table of years; the
 * movable ones follow Easter. Days the government gives once (a song festival, a
 * won cup) can't be computed: they stand as exceptions in the schedules.
 */
#ifndef MODEL_HOLIDAY_H
#define MODEL_HOLIDAY_H

#include "locale/format.h"

/* Easter Sunday of the Gregorian calendar. */
struct day holiday_easter(int year);

/*
 * The id under which strings.holidays names the holiday: "good_friday"; ""
 * on any other day. Where two fall together it is the one that moves with
 * Easter. "substitute" is the working day that is free because 4 May or 18
 * November was a Saturday or Sunday.
 */
str holiday_on(struct day day);

#endif
