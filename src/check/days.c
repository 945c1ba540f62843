#include "base/ascii.h"
#include "check/fact.h"
#include "locale/format.h"
#include "locale/zone.h"
#include "value/format.h"

/* A day, or a day and a time: of what has another form the schema says so. */
static bool is_moment(str text)
{
	return format_accepts(FORMAT_DATE, text) || format_accepts(FORMAT_DATE_TIME, text);
}

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
	if (start.kind != VALUE_STRING || end.kind != VALUE_STRING || !is_moment(start.string) ||
		!is_moment(end.string) || !ends_before(end.string, start.string))
		return;
	diag_add(diags, DIAG_DATE_ORDER, end.span, "'%.*s' is %.*s, before '%.*s'", STR_ARGS(last),
		STR_ARGS(end.string), STR_ARGS(first));
	diag_note(diags, start.span, "'%.*s' is %.*s", STR_ARGS(first), STR_ARGS(start.string));
}

/* Of how many days nobody has more between the two, but by a slip in the year: a course goes on
 * from autumn to spring. */
struct reach_of_days {
	str first, last;
	int64_t ndays;
};

static const struct reach_of_days reaches[] = {
	{STR_INIT("checked_on"), STR_INIT("check_by"), 2 * 366},
	{STR_INIT("checked_on"), STR_INIT("startDate"), 3 * 366},
	{STR_INIT("checked_on"), STR_INIT("valid_from"), 5 * 366},
	{STR_INIT("startDate"), STR_INIT("endDate"), 300},
	{STR_INIT("valid_from"), STR_INIT("valid_to"), 20 * 366},
};

static bool read_day(struct value v, struct day *out)
{
	return v.kind == VALUE_STRING && day_parse(str_sub(v.string, 0, 10), out);
}

static void far_days_check(struct value json, struct diags *diags)
{
	for (size_t i = 0; i < ARRAY_LEN(reaches); i++) {
		const struct reach_of_days *reach = &reaches[i];
		struct value first = value_get(json, reach->first, NULL);
		struct value last = value_get(json, reach->last, NULL);
		struct day from, to;
		if (!read_day(first, &from) || !read_day(last, &to) ||
			day_number(to) - day_number(from) <= reach->ndays)
			continue;
		diag_add(diags, DIAG_DATE_FAR, last.span, "'%.*s' is %.*s, long behind '%.*s'",
			STR_ARGS(reach->last), STR_ARGS(last.string), STR_ARGS(reach->first));
		diag_note(diags, first.span, "'%.*s' is %.*s", STR_ARGS(reach->first),
			STR_ARGS(first.string));
		diag_note(diags, SPAN_NONE, "is the year right?");
	}
}

/* The last day to apply stands before the day itself. */
static void check_application(struct value json, struct diags *diags)
{
	struct value start = value_get(json, S("startDate"), NULL);
	struct value until = value_get(value_get(json, S("application"), NULL), S("until"), NULL);
	struct day of_start, of_until;
	if (!read_day(start, &of_start) || !read_day(until, &of_until) ||
		day_number(of_until) <= day_number(of_start))
		return;
	diag_add(diags, DIAG_DATE_ORDER, until.span, "this is behind the day itself, %.*s",
		STR_ARGS(start.string));
}

/* A time that a change of clocks skips is none: nobody can come then. An event may have a
 * time zone of its own. */
static void check_skipped(const struct site *site, struct value json, str key, struct diags *diags)
{
	struct day day;
	struct value v = value_get(json, key, NULL);
	str zone = value_get_str(json, S("timezone"));
	int64_t hour, minute;
	if (v.kind != VALUE_STRING || v.string.len < 16 || !is_moment(v.string) ||
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
		(start.string.len == 10) == (end.string.len == 10) || !is_moment(start.string) ||
		!is_moment(end.string))
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

/* "2026-02-30": has the form of a day. */
static bool is_like_day(str text)
{
	for (size_t i = 0; i < 10; i++)
		if (i >= text.len ||
			(i == 4 || i == 7 ? text.ptr[i] != '-' : !ascii_is_digit(text.ptr[i])))
			return false;
	return true;
}

/* Events carry a day, or a day and a time, in one text that no format checks; its form is the
 * schema's. */
static void check_day(struct value json, str key, struct diags *diags)
{
	struct value v = value_get(json, key, NULL);
	if (v.kind == VALUE_STRING && is_like_day(v.string) && !begins_with_day(v.string))
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

static void check_registration(struct value row, struct diags *diags)
{
	struct value last = value_get(row, S("registration_closes"), NULL);
	struct value end = value_get(row, S("closes_at"), NULL);
	if (!is_time(last) || !is_time(end) || value_get_int(row, S("closes_after_days"), 0) > 0 ||
		str_cmp(last.string, end.string) <= 0)
		return;
	diag_add(diags, DIAG_DATE_ORDER, last.span, "registration ends after the visit, at %.*s",
		STR_ARGS(end.string));
}

/* "MO,MO": another day was meant. */
static void check_byday(struct value row, struct diags *diags)
{
	struct value byday = value_get(row, S("byday"), NULL);
	str rest = byday.kind == VALUE_STRING ? byday.string : S(""), behind = rest;
	for (str day; byday.kind == VALUE_STRING && str_cut(&rest, ',', &day);) {
		behind = rest;
		for (str other; day.len && behind.len && str_cut(&behind, ',', &other);)
			if (str_eq(day, other)) {
				diag_add(diags, DIAG_SCHEMA_UNIQUE, byday.span,
					"'%.*s' stands here twice", STR_ARGS(day));
				return;
			}
	}
}

static void check_row(struct value row, struct diags *diags)
{
	if (value_get_int(row, S("closes_after_days"), 0) == 0)
		check_hours(row, S("opens_at"), S("closes_at"), false, diags);
	check_hours(row, S("opens_at"), S("starts_by"), true, diags);
	check_byday(row, diags);
	check_hours(row, S("registration_opens"), S("registration_closes"), false, diags);
	check_registration(row, diags);
}

static void check_rows(struct value rows, struct diags *diags)
{
	for (size_t i = 0; i < value_count(rows); i++)
		check_row(rows.list->items[i], diags);
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

void checked_days_check(struct value json, struct diags *diags)
{
	check_order(json, S("checked_on"), S("check_by"), diags);
	far_days_check(json, diags);
}

void days_check(const struct site *site, const struct record *record, struct diags *diags)
{
	check_order(record_facts(record)->json, S("valid_from"), S("valid_to"), diags);
	check_order(record_facts(record)->json, S("startDate"), S("endDate"), diags);
	checked_days_check(record_facts(record)->json, diags);
	check_application(record_facts(record)->json, diags);
	check_day(record_facts(record)->json, S("startDate"), diags);
	check_day(record_facts(record)->json, S("endDate"), diags);
	check_day(record_facts(record)->json, S("previousStartDate"), diags);
	check_skipped(site, record_facts(record)->json, S("startDate"), diags);
	check_skipped(site, record_facts(record)->json, S("endDate"), diags);
	check_halves(record_facts(record)->json, diags);
	check_zone(site, record, diags);
	check_rows(value_get(record_facts(record)->json, S("regular"), NULL), diags);
	check_rows(value_get(record_facts(record)->json, S("exceptions"), NULL), diags);
	exceptions_check(site, record, diags);
}
