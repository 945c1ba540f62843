/* Days on which a schedule is another than in its week. */
#include "check/fact.h"
#include "model/schedule.h"

static bool has_status(struct value exception, str status)
{
	return str_eq(value_get_str(exception, S("status")), status);
}

/* Several hours of one day add up; but a day is not both closed and open. */
static void check_pairs(struct value list, struct diags *diags)
{
	for (size_t i = 0; i < value_count(list); i++)
		for (size_t j = 0; j < i; j++) {
			struct value a = list.list->items[j], b = list.list->items[i];
			str date = value_get_str(b, S("date"));
			if (!date.len || !str_eq(date, value_get_str(a, S("date"))) ||
				has_status(a, S("closed")) == has_status(b, S("closed")))
				continue;
			diag_add(diags, DIAG_SCHEDULE_CONFLICT, b.span,
				"one exception closes %.*s, another does not", STR_ARGS(date));
			diag_note(diags, a.span, "the other is here");
		}
}

static bool is_regular(struct value regular, struct day day)
{
	for (size_t i = 0; i < value_count(regular); i++)
		if (weekdays_have(
			    weekdays_of(value_get_str(regular.list->items[i], S("byday"))), day))
			return true;
	return false;
}

/* What is closed or changed on a day on which nothing is, was meant for another. */
static void check_weekday(
	const struct site *site, struct value regular, struct value exception, struct diags *diags)
{
	struct day day;
	struct value date = value_get(exception, S("date"), NULL);
	if (date.kind != VALUE_STRING || !day_parse(date.string, &day) ||
		str_cmp(date.string, site->today) < 0 || has_status(exception, S("extra")) ||
		!value_count(regular) || is_regular(regular, day))
		return;
	diag_add(diags, DIAG_EXCEPTION_IDLE, date.span, "nothing takes place on %.*s anyway",
		STR_ARGS(date.string));
	diag_note(diags, SPAN_NONE,
		"'regular' has another day of the week: is the date right? An additional day is "
		"'extra'");
}

static void check_new_hours(struct value exception, struct diags *diags)
{
	bool changes = has_status(exception, S("changed")) || has_status(exception, S("extra"));
	if (!changes || value_map_find(exception.map, S("opens_at")))
		return;
	diag_add(diags, DIAG_EXCEPTION_HOURS, exception.span,
		"this day has other hours, and they are not said");
	diag_note(
		diags, SPAN_NONE, "write 'opens_at' and 'closes_at'; null, when nobody knows them");
}

void exceptions_check(const struct site *site, const struct record *record, struct diags *diags)
{
	struct value json = record_facts(record)->json;
	struct value list = value_get(json, S("exceptions"), NULL);
	struct value regular = value_get(json, S("regular"), NULL);
	check_pairs(list, diags);
	for (size_t i = 0; i < value_count(list); i++) {
		if (list.list->items[i].kind != VALUE_MAP)
			continue;
		check_weekday(site, regular, list.list->items[i], diags);
		check_new_hours(list.list->items[i], diags);
	}
}
