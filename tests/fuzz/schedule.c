/*
 * Any JSON is a schedule with an answer for each day: what is open has hours, rows are
 * those of the record, and the days of the week are those that a count of the month finds.
 */
#include "frame.h"
#include "model/schedule.h"
#include "value/json.h"

#define DAYS 70

/* The same by counting through the month, day by day. */
static bool is_nth(struct day day, int nth, int weekday)
{
	int before = 0, behind = 0;
	int64_t number = day_number(day);
	if (day_weekday(day) != weekday)
		return false;
	for (int64_t n = number; day_of_number(n).month == day.month; n -= 7)
		before++;
	for (int64_t n = number; day_of_number(n).month == day.month; n += 7)
		behind++;
	return nth == 0 || nth == before || nth == -behind;
}

static void check_byday(str byday, struct day day)
{
	int nth, weekday;
	bool wanted = false;
	for (str rest = byday; byday_cut(&rest, &nth, &weekday);)
		wanted = wanted || is_nth(day, nth, weekday);
	if (weekdays_have(weekdays_of(byday), day) != wanted)
		BUG("another day of the week than the month has");
}

static void check_day(
	const struct site *site, const struct record *schedule, struct day day, struct arena *arena)
{
	struct value regular = value_get(schedule->facts_.json, S("regular"), arena);
	struct value exceptions = value_get(schedule->facts_.json, S("exceptions"), arena);
	struct visit visit = schedule_visit(site, schedule, day, arena);
	if (visit.nrows > value_count(regular) + value_count(exceptions))
		BUG("more rows than the record has");
	if (visit.state == VISIT_OPEN && !visit.nrows)
		BUG("open, and nobody knows of what");
	if (visit.exception.kind == VALUE_NONE && visit.state == VISIT_CLOSED && visit.nrows &&
		!str_eq(value_get_str(schedule->facts_.json, S("on_holidays")), S("closed")))
		BUG("closed without a reason");
	for (size_t i = 0; i < value_count(regular); i++)
		check_byday(value_get_str(regular.list->items[i], S("byday")), day);
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct site site = {.today = S("2026-12-01")};
	struct record schedule = {.id = S("a")};
	int64_t first = day_number((struct day){2026, 12, 1});
	if (!json_parse(arena, text, 1, diags, &schedule.facts_.json) ||
		schedule.facts_.json.kind != VALUE_MAP)
		return;
	for (int64_t n = first; n < first + DAYS; n++)
		check_day(&site, &schedule, day_of_number(n), arena);
}
