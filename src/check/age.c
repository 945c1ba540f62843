/* Facts that grew old, and days of a check that are still to come: of records and of pages. */
#include "check/fact.h"
#include "locale/format.h"

void fact_overdue(struct span span, str check_by, bool strict_dates, struct diags *diags)
{
	diag_add(diags, DIAG_FACT_OVERDUE, span, "this was to be checked by %.*s",
		STR_ARGS(check_by));
	diag_note(diags, SPAN_NONE, "check it, then write the new checked_on and check_by");
	if (strict_dates)
		diag_raise(diags);
}

void checked_on_check(const struct site *site, struct value facts, struct diags *diags)
{
	struct day parsed;
	struct value day = value_get(facts, S("checked_on"), NULL);
	if (day.kind != VALUE_STRING || !day_parse(day.string, &parsed) ||
		str_cmp(day.string, site->today) <= 0)
		return;
	diag_add(diags, DIAG_CHECKED_FUTURE, day.span,
		"nobody can have checked this on %.*s, a day still to come", STR_ARGS(day.string));
	diag_note(diags, SPAN_NONE,
		"checked_on is the day of the check, check_by the day of the next one");
}
