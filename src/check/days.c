#include "check/fact.h"
#include "locale/format.h"
#include "locale/zone.h"
#include "value/format.h"

static bool begins_with_day(str text)
{
	struct day day;
	return day_parse(str_sub(text, 0, 10), &day);
}

/* "2026-05-16" and "2026-05-16T11:00": a day counts as its first and last minute. */
static bool ends_before(str end, str start)
{
	size_t n = end.len < start.len ? end.len : start.len;
	return str_cmp(str_sub(end, 0, n), str_sub(start, 0, n)) < 0;
}

static void check_order(struct value json, str first, str last, struct diags *diags)
{
	struct value start = value_get(json, first, NULL), end = value_get(json, last, NULL);
	if (start.kind != VALUE_STRING || end.kind != VALUE_STRING ||
		!begins_with_day(start.string) || !begins_with_day(end.string) ||
		!ends_before(end.string, start.string))
		return;
	diag_add(diags, DIAG_DATE_ORDER, end.span, "'%.*s' is %.*s, before '%.*s'", STR_ARGS(last),
		STR_ARGS(end.string), STR_ARGS(first));
	diag_note(diags, start.span, "'%.*s' is %.*s", STR_ARGS(first), STR_ARGS(start.string));
}

/* A time that a change of clocks skips is none: nobody can come then. An event may have a
 * time zone of its own. */
static void check_skipped(const struct site *site, struct value json, str key, struct diags *diags)
{
	struct day day;
	struct value v = value_get(json, key, NULL);
	str zone = value_get_str(json, S("timezone"));
	int64_t hour, minute;
	if (v.kind != VALUE_STRING || v.string.len < 16 ||
		!day_parse(str_sub(v.string, 0, 10), &day) ||
		!str_to_int(str_sub(v.string, 11, 13), &hour) ||
		!str_to_int(str_sub(v.string, 14, 16), &minute) ||
		!zone_skips(
			zone.len ? zone : site->config.timezone, day, (int)(hour * 60 + minute)))
		return;
	diag_add(diags, DIAG_TIME_SKIPPED, v.span, "there is no such time: '%.*s'",
		STR_ARGS(v.string));
	diag_note(diags, SPAN_NONE, "clocks go forward that night, and leave this hour out");
}

/* Calendars want two days or two times (RFC 5545, 3.8.2.2), and would have to guess. */
static void check_halves(struct value json, struct diags *diags)
{
	struct value start = value_get(json, S("startDate"), NULL);
	struct value end = value_get(json, S("endDate"), NULL);
	if (start.kind != VALUE_STRING || end.kind != VALUE_STRING ||
		(start.string.len == 10) == (end.string.len == 10) || !begins_with_day(end.string))
		return;
	if (end.string.len == 10)
		diag_add(diags, DIAG_END_WITHOUT_TIME, end.span,
			"it begins at a time, but ends on a whole day");
	else
		diag_add(diags, DIAG_END_WITHOUT_TIME, start.span,
			"it begins on a whole day, but ends at a time");
	if (end.string.len == 10)
		diag_note(diags, SPAN_NONE,
			"write the time as well, or leave 'endDate' out: %.*sT15:00",
			STR_ARGS(end.string));
	else
		diag_note(diags, SPAN_NONE, "write when it begins: %.*sT11:00",
			STR_ARGS(start.string));
}

/* Events carry a day, or a day and a time, in one text that no format checks. */
static void check_day(struct value json, str key, struct diags *diags)
{
	struct value v = value_get(json, key, NULL);
	if (v.kind == VALUE_STRING && v.string.len && !begins_with_day(v.string))
		diag_add(diags, DIAG_DATE_ORDER, v.span, "there is no such day: '%.*s'",
			STR_ARGS(v.string));
}

/* --- hours -------------------------------------------------------------------------- */

static bool is_time(struct value v)
{
	return v.kind == VALUE_STRING && format_accepts(FORMAT_TIME, v.string);
}

static void check_hours(struct value row, str first, str last, bool same_time, struct diags *diags)
{
	struct value start = value_get(row, first, NULL), end = value_get(row, last, NULL);
	if (!is_time(start) || !is_time(end))
		return;
	int order = str_cmp(end.string, start.string);
	if (order > 0 || (order == 0 && same_time))
		return;
	diag_add(diags, DIAG_DATE_ORDER, end.span, "this is not after %.*s, when it begins",
		STR_ARGS(start.string));
	if (str_eq(last, S("closes_at")))
		diag_note(diags, SPAN_NONE,
			"a visit that ends on another day says so in closes_after_days");
}

static void check_row(struct value row, struct diags *diags)
{
	if (value_get_int(row, S("closes_after_days"), 0) == 0)
		check_hours(row, S("opens_at"), S("closes_at"), false, diags);
	check_hours(row, S("opens_at"), S("starts_by"), true, diags);
	check_hours(row, S("registration_opens"), S("registration_closes"), false, diags);
}

static void check_rows(struct value rows, struct diags *diags)
{
	for (size_t i = 0; i < value_count(rows); i++)
		check_row(rows.list->items[i], diags);
}

static bool is_closed(struct value exception)
{
	return str_eq(value_get_str(exception, S("status")), S("closed"));
}

/* Several hours of one day add up; but a day is not both closed and open. */
static void check_exceptions(struct value list, struct diags *diags)
{
	for (size_t i = 0; i < value_count(list); i++)
		for (size_t j = 0; j < i; j++) {
			struct value a = list.list->items[j], b = list.list->items[i];
			str date = value_get_str(b, S("date"));
			if (!date.len || !str_eq(date, value_get_str(a, S("date"))) ||
				is_closed(a) == is_closed(b))
				continue;
			diag_add(diags, DIAG_SCHEDULE_CONFLICT, b.span,
				"one exception closes %.*s, another does not", STR_ARGS(date));
			diag_note(diags, a.span, "the other is here");
		}
}

static void check_zone(const struct site *site, const struct record *record, struct diags *diags)
{
	struct value zone = value_get(record_facts(record)->json, S("timezone"), NULL);
	struct day day;
	if (zone.kind != VALUE_STRING || str_eq(zone.string, site->config.timezone) ||
		day_at(zone.string, 0, &day))
		return;
	diag_add(diags, DIAG_TIME_ZONE, zone.span, "no time zone is called '%.*s'",
		STR_ARGS(zone.string));
	diag_note(diags, SPAN_NONE, "this site is in %.*s", STR_ARGS(site->config.timezone));
}

void days_check(const struct site *site, const struct record *record, struct diags *diags)
{
	check_order(record_facts(record)->json, S("valid_from"), S("valid_to"), diags);
	check_order(record_facts(record)->json, S("startDate"), S("endDate"), diags);
	check_order(record_facts(record)->json, S("checked_on"), S("check_by"), diags);
	check_day(record_facts(record)->json, S("startDate"), diags);
	check_day(record_facts(record)->json, S("endDate"), diags);
	check_day(record_facts(record)->json, S("previousStartDate"), diags);
	check_skipped(site, record_facts(record)->json, S("startDate"), diags);
	check_skipped(site, record_facts(record)->json, S("endDate"), diags);
	check_halves(record_facts(record)->json, diags);
	check_zone(site, record, diags);
	check_rows(value_get(record_facts(record)->json, S("regular"), NULL), diags);
	check_rows(value_get(record_facts(record)->json, S("exceptions"), NULL), diags);
	check_exceptions(value_get(record_facts(record)->json, S("exceptions"), NULL), diags);
}
