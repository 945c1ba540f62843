/*
 * The public holidays of Latvia that can be computed for any year: Article 1 of the law
 * "Par svētku, atceres un atzīmējamām dienām". The movable ones follow Easter.
 *
 * What can't be computed stands as exceptions in the schedules, each with its day and source:
 * the closing day of the Song and Dance Festival, which Article 1 names too, and its
 * substitute; and working days that the government moves (Labour Law, Article 133(4)).
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
 * November was a Saturday or Sunday (Article 1, last paragraph).
 */
str holiday_on(struct day day);

#endif
