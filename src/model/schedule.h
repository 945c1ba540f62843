/*
 * What happens at a place on a day: regular hours, exceptions, public holidays
 * and restrictions of the records put together. Of each kind of visit a day
 * says open, closed or "we do not know": what no record covers is never closed.
 *
 * The more certain "no" wins: a restriction closes also what an exception
 * opened, for whoever wrote the exception did not yet know of the restriction.
 * An exception in turn goes before the rule for holidays, and that before the
 * regular hours.
 */
#ifndef MODEL_SCHEDULE_H
#define MODEL_SCHEDULE_H

#include "locale/format.h"
#include "model/site.h"

enum visit_state { VISIT_CLOSED, VISIT_OPEN, VISIT_UNKNOWN };

/* One schedule on one day. */
struct visit {
	str type; /* the schedule's visit_type: "short" */
	const struct record *schedule;
	enum visit_state state;
	/* Rows of `regular`, or exceptions with hours of their own. Also there when
	 * they will not or may not take place: then what was to be expected. */
	struct value *rows;
	size_t nrows;
	struct value exception;           /* that changed the day; VALUE_NONE: none did */
	const struct record *restriction; /* that took the day away, or may; NULL: none */
};

struct visit_day {
	struct day day;
	str holiday;                      /* as holiday_on() */
	const struct record *restriction; /* in force at the place; NULL: none */
	struct visit *visits;             /* in the order of the kinds of visit */
	size_t nvisits;
};

/* What is said of the days at a place, read once for any of `ndays` from `first` on. NULL when no
 * schedule of the place touches them: then nothing is known. Memory: `arena`. */
struct timetable;
const struct timetable *timetable_new(const struct site *site, const struct record *location,
	struct day first, size_t ndays, struct arena *arena);
struct visit_day timetable_day(
	const struct timetable *timetable, struct day day, struct arena *arena);

/*
 * All of them: fills out[0] to out[ndays - 1], from `first` on. False when no schedule of
 * the place touches these days: then nothing is known. Memory: `arena`.
 */
bool schedule_days(const struct site *site, const struct record *location, struct day first,
	size_t ndays, struct visit_day *out, struct arena *arena);

/* Without restrictions. The day must be covered. */
struct visit schedule_visit(const struct site *site, const struct record *schedule, struct day day,
	struct arena *arena);

/* For each day of the week, from Monday on, a bit for each of the numbers -5 to 5 that it has. */
struct weekdays {
	uint16_t numbers[7];
};

/* "MO,WE", "2TU" (the second Tuesday of its month), "-1FR" (the last Friday). */
struct weekdays weekdays_of(str byday);
bool weekdays_have(struct weekdays weekdays, struct day day);

/* Cuts the next part off: `nth` is 0 without a number, `weekday` 1 to 7. False
 * at the end and where the text has another form. */
bool byday_cut(str *rest, int *nth, int *weekday);

#endif
