/* Dates as a text in Latvian, Russian or English says them, and what can't be about them. */
#ifndef LOCALE_SAID_DATE_H
#define LOCALE_SAID_DATE_H

#include "diag/diag.h"
#include "locale/format.h"

struct said_date {
	str text;       /* the date, with its weekday when that is wrong */
	struct day day; /* year 0: not said */
	int weekday;    /* of the day; 0: the calendar has no such day */
};

/* When a text is read, and what it is about: by these a year is known that is not said. */
struct said_when {
	struct day today;
	str days; /* a text with days as 2026-12-01 that go with it, whatever else it holds */
};

/* The next date from `from` on that no calendar has ("31. novembris", "30.02.2027"), or that falls
 * on another day of the week than the one beside it. A year that is not said is any that the text
 * names, or else the one by which the date is nearest to today or to one of those days. */
bool said_date_find_wrong(
	str text, size_t from, const struct said_when *when, struct said_date *out);

/* DIAG_DATE_SAID */
void said_date_report(const struct said_date *date, struct span span, struct diags *diags);

#endif
