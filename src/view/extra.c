#include "view/extra.h"

#include "model/companion.h"

static struct value href(const struct frame *frame, str path)
{
	struct arena *scratch = &frame->worker->scratch;
	if (!path.len)
		return value_none();
	str url = arena_join(scratch, S("/"), path, S(""));
	return value_string(site_href(frame->renderer->site, scratch, url), SPAN_NONE);
}

static struct value get_card(const struct frame *frame, const struct record *record)
{
	return href(frame, companion_card(record, &frame->worker->scratch));
}

static struct value get_calendar(const struct frame *frame, const struct record *record)
{
	return href(frame, companion_record_calendar(frame->renderer->site, record, frame->language,
				   &frame->worker->scratch));
}

/* What happens in a place goes on: that calendar is followed, an event is put into one's own. */
static struct value get_followed(const struct frame *frame, const struct record *record)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct site *site = frame->renderer->site;
	str path = companion_record_calendar(site, record, frame->language, scratch);
	str url = companion_follow(site, path, scratch);
	return url.len ? value_string(url, SPAN_NONE) : value_none();
}

static struct value get_csv(const struct frame *frame, const struct record *record)
{
	return href(frame, companion_table(record, &frame->worker->scratch));
}

static const struct extra rows[] = {
	{STR_INIT("organizations"), STR_INIT("card"), get_card},
	{STR_INIT("locations"), STR_INIT("card"), get_card},
	{STR_INIT("helplines"), STR_INIT("card"), get_card},
	{STR_INIT("locations"), STR_INIT("calendar"), get_followed},
	{STR_INIT("events"), STR_INIT("calendar"), get_calendar},
	{STR_INIT("datasets"), STR_INIT("csv"), get_csv},
	{STR_INIT("locations"), STR_INIT("days"), view_days},
	{STR_INIT("locations"), STR_INIT("schedules"), view_schedules},
	{STR_INIT("locations"), STR_INIT("restrictions"), view_restrictions},
	{STR_INIT("locations"), STR_INIT("events"), view_events},
	{STR_INIT("schedules"), STR_INIT("hours"), view_hours},
	{STR_INIT("datasets"), STR_INIT("table"), view_table},
	{STR_INIT("datasets"), STR_INIT("chart"), view_chart},
	{STR_INIT("datasets"), STR_INIT("as_of"), view_as_of},
};

const struct extras record_extras = {rows, ARRAY_LEN(rows)};

const char *const extra_names[] = {"card", "calendar", "csv", "days", "schedules", "restrictions",
	"events", "hours", "open", "closed", "holiday", "restriction", "rows", "type", "opens",
	"closes", "closes_after", "starts_by", "registration", "length", "alternatives", "note",
	"reason", "closed_reason", "second_week", "again", "table", "chart", "as_of", "columns",
	"unit", "cells", "header", "number", NULL};
