/*
 * The public holidays of Latvia: Article 1 of the law "Par svētku, atceres un atzīmējamām
 * dienām". The movable ones follow Easter. A portal of another country declares all of its
 * own, as records of data/holidays.
 *
 * What can't be computed are records of data/holidays, each with its day and source:
 * the closing day of the Song and Dance Festival, which Article 1 names too, and days that
 * the government makes free or worked (Labour Law, Article 133(4)).
 */
#ifndef MODEL_HOLIDAY_H
#define MODEL_HOLIDAY_H

#include "locale/format.h"
#include "model/record.h"

/* Easter Sunday of the Gregorian calendar. */
struct day holiday_easter(int year);

/*
 * The id under which strings.holidays names the day: "good_friday"; "" on any other day.
 * Where two fall together it is the one that moves with Easter. "substitute" is the
 * working day that is free because 4 May, 18 November or the festival's closing day was
 * a Saturday or Sunday (Article 1, last paragraph). "declared" is a day that a record
 * makes a holiday.
 *
 * HOLIDAY_FREE and HOLIDAY_WORKED are no holidays of the law: they are moved for bodies of
 * the state with a week from Monday to Friday, and others are only advised to follow.
 */
struct holidays {
	bool of_latvia;                  /* the days of the law, too */
	const struct told_holiday *told; /* by records of data/holidays */
	size_t ntold;
};

/* `declared`: the kind "holidays", or NULL. Memory: `arena`. */
struct holidays holidays_read(bool of_latvia, const struct kind *declared, struct arena *arena);

str holiday_on(const struct holidays *holidays, struct day day);

#define HOLIDAY_FREE   S("moved_free")
#define HOLIDAY_WORKED S("moved_worked")

#endif
