/* The parts of records_check() and pages_check(), one kind of fact a file. */
#ifndef CHECK_FACT_H
#define CHECK_FACT_H

#include "model/reach.h"

/* The place of a member, or, when it is not there, the file. */
struct span fact_span(const struct record *record, str key);

/* That it was to be checked by then. With `strict_dates` this is an error. */
void fact_overdue(struct span span, str check_by, bool strict_dates, struct diags *diags);
/* A `checked_on` that is still to come; of front matter too. */
void checked_on_check(const struct site *site, struct value facts, struct diags *diags);
/* Days and times: valid_to before valid_from, hours that end before they
 * begin, a time zone nobody knows. */
void days_check(const struct site *site, const struct record *record, struct diags *diags);

/* The days of a check in their order; `check_by` or `endDate` years behind the day that it belongs
 * to. Of front matter too. */
void checked_days_check(struct value json, struct diags *diags);

/* Days that are closed and open, that change nothing, or have no hours. */
void exceptions_check(const struct site *site, const struct record *record, struct diags *diags);

/* Two schedules of a place that say different things of one day. */
void timetable_check(const struct site *site, const struct record *location, struct diags *diags);

/* Rows that don't fit the columns, a chart of columns that don't exist. */
void figures_check(const struct site *site, const struct record *dataset, struct diags *diags);

/* Every text of the record that its schema calls a phone. `abroad`: numbers of
 * other countries are as good. */
void phones_check(
	const struct site *site, const struct record *record, bool abroad, struct diags *diags);

/* Hours in its texts that are among no hours of the record, of its place and organization, or of
 * what names them. */
void hours_check(const struct site *site, const struct record *record, struct diags *diags);

/* Web addresses that tell their owner from where a reader comes. */
void addresses_check(const struct record *record, struct diags *diags);

/* Letters that were lost, and texts that stand under another language than their own. */
void texts_check_record(const struct site *site, const struct record *record, struct diags *diags);
void texts_check_page(const struct page *page, struct diags *diags);

/* Pages of one language, and records of one kind, that say the same to the word. */
void alike_check(const struct site *site, struct diags *diags);

/* Two pages of a language with one title; a record whose name is another one's in some languages,
 * and its own in others. */
void namesakes_check(const struct site *site, struct diags *diags);

/* Texts that tell to call, write or go where nobody can be reached. `words`: one a language,
 * which steps_words() gives for all records at once. */
const struct reach_words *steps_words(const struct site *site, struct arena *arena);
void steps_check(const struct site *site, const struct record *record,
	const struct reach_words *words, struct diags *diags);

#endif
