#include <stdlib.h>

#include "check/fact.h"
#include "base/messages.h"
#include "model/schedule.h"

/* How far ahead contradictions are looked for: every holiday comes round once. */
#define DAYS_AHEAD 400

static int64_t day_or(const struct record *record, str key, int64_t otherwise)
{
	struct day day;
	return day_parse(value_get_str(record_facts(record)->json, key), &day) ? day_number(day)
									       : otherwise;
}

/* --- one day ------------------------------------------------------------------------ */

static bool same_hours(struct value a, struct value b)
{
	return str_eq(value_get_str(a, S("opens_at")), value_get_str(b, S("opens_at"))) &&
	       str_eq(value_get_str(a, S("closes_at")), value_get_str(b, S("closes_at"))) &&
	       value_get_int(a, S("closes_after_days"), 0) ==
		       value_get_int(b, S("closes_after_days"), 0);
}

static bool is_known(struct value row)
{
	return value_get_str(row, S("opens_at")).len > 0;
}

static bool has_row(const struct visit *visit, struct value row)
{
	for (size_t i = 0; i < visit->nrows; i++)
		if (!is_known(visit->rows[i]) || same_hours(visit->rows[i], row))
			return true;
	return !visit->nrows;
}

/* Hours of one that the other does not have; hours nobody knows contradict none. */
static bool hours_differ(const struct visit *a, const struct visit *b)
{
	for (size_t i = 0; i < a->nrows; i++)
		if (is_known(a->rows[i]) && !has_row(b, a->rows[i]))
			return true;
	return false;
}

/* Closed although the day of the week, or an exception, speaks of the day. */
static bool is_called_off(const struct visit *visit)
{
	return visit->state == VISIT_CLOSED &&
	       (visit->nrows || visit->exception.kind != VALUE_NONE);
}

static const char *contradiction(const struct visit *a, const struct visit *b)
{
	if (a->state == VISIT_OPEN && b->state == VISIT_OPEN)
		return hours_differ(a, b) || hours_differ(b, a) ? N_("other hours") : NULL;
	if ((a->state == VISIT_OPEN && is_called_off(b)) ||
		(b->state == VISIT_OPEN && is_called_off(a)))
		return N_("that it is closed, or open where this one is not");
	return NULL;
}

/* --- two schedules ------------------------------------------------------------------ */

static void report(const struct record *a, const struct record *b, struct day day, const char *what,
	struct arena *arena, struct diags *diags)
{
	str date = day_text(day, arena);
	diag_add(diags, DIAG_SCHEDULE_CONFLICT, fact_span(b, S("regular")),
		"schedules/%.*s says of %.*s %s", STR_ARGS(a->id), STR_ARGS(date), _(what));
	diag_note(diags, fact_span(a, S("regular")), "the other schedule is here");
	diag_note(diags, SPAN_NONE, "let the old one end with valid_to, or put both into one file");
}

static void compare(const struct site *site, const struct record *a, const struct record *b,
	struct diags *diags)
{
	struct arena arena;
	struct day today;
	if (!day_parse(site->today, &today))
		return;
	int64_t first = day_number(today), last = INT64_MAX;
	const struct record *both[] = {a, b};
	for (size_t i = 0; i < 2; i++) {
		int64_t from = day_or(both[i], S("valid_from"), first);
		int64_t to = day_or(both[i], S("valid_to"), last);
		first = from > first ? from : first;
		last = to < last ? to : last;
	}
	last = last < first + DAYS_AHEAD ? last : first + DAYS_AHEAD;
	arena_init(&arena);
	for (int64_t n = first; n <= last; n++) {
		struct day day = day_of_number(n);
		struct visit of_a = schedule_visit(site, a, day, &arena);
		struct visit of_b = schedule_visit(site, b, day, &arena);
		const char *what = contradiction(&of_a, &of_b);
		if (what) {
			report(a, b, day, what, &arena, diags);
			break;
		}
		arena_reset(&arena);
	}
	arena_release(&arena);
}

static bool is_schedule_of(const struct mention *mention)
{
	return str_eq(mention->by->kind->name, S("schedules")) &&
	       str_eq(mention->field, S("location"));
}

void timetable_check(const struct site *site, const struct record *location, struct diags *diags)
{
	VEC(const struct record *) schedules = {0};
	for (size_t i = 0; i < location->nmentions; i++)
		if (is_schedule_of(&location->mentions[i]))
			VEC_PUSH(&schedules, location->mentions[i].by);
	for (size_t i = 0; i < schedules.len; i++)
		for (size_t j = 0; j < i; j++) {
			const struct record *a = schedules.items[j], *b = schedules.items[i];
			if (str_eq(value_get_str(record_facts(a)->json, S("visit_type")),
				    value_get_str(record_facts(b)->json, S("visit_type"))))
				compare(site, a, b, diags);
		}
	VEC_FREE(&schedules);
}
