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

#define SAID_DAYS_MAX 16

/* When a text is read, and what it is about: by these a year is known that is not said. */
struct said_when {
	struct day today;
	struct day days[SAID_DAYS_MAX];
	size_t ndays;
};

/* Adds the days that stand in a text as 2026-12-01; of very many the first. */
void said_when_add(struct said_when *when, str text);

enum { SAID_YEARS_FROM = 1900, SAID_YEARS_TO = 2100 };

/* A text that is looked through; what is not named here begins as zero. */
struct said_search {
	str text;
	const struct said_when *when;
	size_t at;
	bool knows_years; /* `years` is filled in: at the first need, since few texts have one */
	bool years[SAID_YEARS_TO - SAID_YEARS_FROM];
};

/* The next date that no calendar has ("31. novembris", "30.02.2027"), or that falls on another day
 * of the week than the one beside it. A year that is not said is any that the text names, or else
 * the one by which the date is nearest to today or to one of those days. All of them: linear in the
 * text's length. */
bool said_date_next_wrong(struct said_search *search, struct said_date *out);

/* DIAG_DATE_SAID */
void said_date_report(const struct said_date *date, struct span span, struct diags *diags);

#endif
