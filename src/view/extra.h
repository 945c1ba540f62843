/*
 * What records of certain kinds can show beyond their fields: a prison its
 * next days, a dataset its chart. Each is a row of a table.
 */
#ifndef VIEW_EXTRA_H
#define VIEW_EXTRA_H

#include "view/frame.h"

/* Extras go before fields: a dataset's field `chart` says how to draw what its
 * extra `chart` is. */
struct extra {
	str kind;
	str name;
	struct value (*get)(const struct frame *frame, const struct record *record);
};

struct extras {
	const struct extra *rows;
	size_t n;
};

extern const struct extras record_extras;

/* The names of all extras and of what is inside them, NULL-terminated, for
 * checking templates. */
extern const char *const extra_names[];

/* Of locations. */
struct value view_days(const struct frame *frame, const struct record *location);
struct value view_schedules(const struct frame *frame, const struct record *location);
struct value view_restrictions(const struct frame *frame, const struct record *location);
struct value view_events(const struct frame *frame, const struct record *location);

/* Of schedules: the rows of the regular hours, days in words. */
struct value view_hours(const struct frame *frame, const struct record *schedule);

/* Of datasets: rows of cells by the rules of the language; inline SVG; the day,
 * or the year, of which the figures speak. */
struct value view_table(const struct frame *frame, const struct record *record);
struct value view_chart(const struct frame *frame, const struct record *record);
struct value view_as_of(const struct frame *frame, const struct record *record);

#endif
