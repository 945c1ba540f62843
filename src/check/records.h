/*
 * What a schema can't say of records: facts that grew old, days that can't be,
 * timetables that contradict each other, figures that don't fit their table,
 * help that nobody can reach. Looks at the frozen site alone; any thread.
 */
#ifndef CHECK_RECORDS_H
#define CHECK_RECORDS_H

#include "model/site.h"

/* All of a kind, which may look at others. With `strict_dates` an overdue fact is an error. */
void records_check(
	const struct site *site, const struct kind *kind, bool strict_dates, struct diags *diags);

#endif
