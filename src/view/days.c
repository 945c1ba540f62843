/* "Can I visit this week?": the next days of a place, and who names it. */
#include "model/schedule.h"
#include "model/when.h"
#include "view/extra.h"
#include "view/field.h"
#include "view/hours.h"
#include "view/page.h"

#define WEEK       7
#define DAYS_SHOWN (2 * WEEK)

/* --- rows of a day ------------------------------------------------------------------ */

static struct value visit_reason(const struct frame *frame, const struct visit *visit)
{
	struct value json =
		visit->restriction ? record_facts(visit->restriction)->json : visit->exception;
	struct value reason = value_get(json, S("reason"), &frame->worker->scratch);
	return frame_text(frame, reason, false);
}

static double length_of(struct value row)
{
	struct value length = value_get(row, S("length_hours"), NULL);
	if (length.kind == VALUE_INT)
		return (double)length.integer;
	return length.kind == VALUE_REAL ? length.real : 0;
}

/* Visits of several lengths to choose from: one row tells enough for a day. */
static bool are_alternatives(const struct visit *visit)
{
	bool differ = false;
	for (size_t i = 0; i < visit->nrows; i++) {
		double length = length_of(visit->rows[i]);
		if (length <= 0 || !value_get_str(visit->rows[i], S("opens_at")).len)
			return false;
		differ |= length != length_of(visit->rows[0]);
	}
	return differ;
}

static str latest_start(struct value row)
{
	str starts_by = value_get_str(row, S("starts_by"));
	return starts_by.len ? starts_by : value_get_str(row, S("opens_at"));
}

/* From the earliest begin to the latest, from the shortest visit to the longest. */
static struct hours range_of(const struct frame *frame, const struct visit *visit)
{
	struct arena *scratch = &frame->worker->scratch;
	struct formatter *formatter = frame_formatter(frame);
	struct hours hours = {.opens = value_get_str(visit->rows[0], S("opens_at")),
		.starts_by = latest_start(visit->rows[0])};
	double shortest = length_of(visit->rows[0]), longest = shortest;
	for (size_t i = 1; i < visit->nrows; i++) {
		str opens = value_get_str(visit->rows[i], S("opens_at"));
		str start = latest_start(visit->rows[i]);
		double length = length_of(visit->rows[i]);
		hours.opens = str_cmp(opens, hours.opens) < 0 ? opens : hours.opens;
		hours.starts_by = str_cmp(start, hours.starts_by) > 0 ? start : hours.starts_by;
		shortest = length < shortest ? length : shortest;
		longest = length > longest ? length : longest;
	}
	str length = hours_span(formatter_number(formatter, shortest, 1, scratch),
		formatter_number(formatter, longest, 1, scratch), scratch);
	hours.length = value_string(length, SPAN_NONE);
	return hours;
}

static void add_row(const struct frame *frame, const struct visit *visit, const struct hours *hours,
	struct value_list *rows)
{
	struct object row = object_new(&frame->worker->scratch);
	bool open = visit->state == VISIT_OPEN;
	object_put(row, S("type"), view_word(frame, value_string(visit->type, SPAN_NONE)));
	object_put_bool(row, S("closed"), visit->state == VISIT_CLOSED);
	object_put_bool(row, S("unknown"), visit->state == VISIT_UNKNOWN);
	object_put(row, S("reason"), open ? hours->reason : visit_reason(frame, visit));
	object_put_bool(row, S("alternatives"), are_alternatives(visit));
	hours_put(frame, row, hours);
	value_list_push(&frame->worker->scratch, rows, object_value(row));
}

/* Nothing was to be expected and nothing was taken away. */
static bool is_usual_rest(const struct visit *visit)
{
	return visit->state == VISIT_CLOSED && !visit->nrows && visit->exception.kind == VALUE_NONE;
}

static void add_visit(const struct frame *frame, const struct visit *visit, struct value_list *rows)
{
	struct hours hours = {.opens = S("")};
	if (is_usual_rest(visit))
		return;
	if (are_alternatives(visit))
		hours = range_of(frame, visit);
	if (are_alternatives(visit) || !visit->nrows) {
		add_row(frame, visit, &hours, rows);
		return;
	}
	for (size_t i = 0; i < visit->nrows; i++) {
		hours = hours_of(frame, visit->rows[i]);
		add_row(frame, visit, &hours, rows);
	}
}

/* --- a day -------------------------------------------------------------------------- */

static enum visit_state day_state(const struct visit_day *day)
{
	enum visit_state state = VISIT_CLOSED;
	for (size_t i = 0; i < day->nvisits; i++) {
		if (day->visits[i].state == VISIT_OPEN)
			return VISIT_OPEN;
		if (day->visits[i].state == VISIT_UNKNOWN)
			state = VISIT_UNKNOWN;
	}
	return state;
}

/* Why nothing takes place on a day on which something would have. */
static struct value closed_reason(const struct frame *frame, const struct visit_day *day)
{
	for (size_t i = 0; i < day->nvisits; i++) {
		struct value reason = visit_reason(frame, &day->visits[i]);
		if (value_is_true(reason))
			return reason;
	}
	return value_none();
}

static struct value holiday_name(const struct frame *frame, str id)
{
	struct value names = value_get(view_strings(frame), S("holidays"), &frame->worker->scratch);
	return id.len ? value_get(names, id, &frame->worker->scratch) : value_none();
}

/* `second_week` tells a template where to fold the list. */
static struct value day_value(
	const struct frame *frame, const struct visit_day *day, bool second_week)
{
	struct arena *scratch = &frame->worker->scratch;
	struct object object = object_new(scratch);
	struct value_list *rows = ARENA_NEW(scratch, struct value_list);
	enum visit_state state = day_state(day);
	for (size_t i = 0; state != VISIT_CLOSED && i < day->nvisits; i++)
		add_visit(frame, &day->visits[i], rows);
	object_put(object, S("date"), view_date(frame, day_text(day->day, scratch)));
	object_put(object, S("open"),
		state == VISIT_UNKNOWN ? value_null(SPAN_NONE)
				       : value_bool(state == VISIT_OPEN, SPAN_NONE));
	object_put_bool(object, S("closed"), state == VISIT_CLOSED);
	object_put_bool(object, S("unknown"), state == VISIT_UNKNOWN);
	object_put_bool(object, S("second_week"), second_week);
	object_put(object, S("holiday"), holiday_name(frame, day->holiday));
	object_put(object, S("restriction"),
		day->restriction ? view_record(frame, day->restriction) : value_none());
	object_put(object, S("rows"), value_list(rows, SPAN_NONE));
	object_put(object, S("closed_reason"),
		state == VISIT_CLOSED ? closed_reason(frame, day) : value_none());
	return object_value(object);
}

/* Each day is made when it is asked for: a map asks a thousand places whether there is a first. */
struct days_view {
	const struct frame *frame;
	struct visit_day days[DAYS_SHOWN];
};

static size_t days_count(const void *self)
{
	UNUSED(self);
	return DAYS_SHOWN;
}

static struct value days_at(const void *self, size_t index, struct arena *scratch)
{
	const struct days_view *view = self;
	UNUSED(scratch);
	return day_value(view->frame, &view->days[index], index == WEEK);
}

static const struct view_class days_class = {.name = "days", .count = days_count, .at = days_at};

struct value view_days(const struct frame *frame, const struct record *location)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct site *site = frame->renderer->site;
	struct days_view *view = ARENA_NEW(scratch, struct days_view);
	struct day today;
	view->frame = frame;
	if (str_eq(value_get_str(record_facts(location)->json, S("status")), S("closed")) ||
		!day_parse(site->today, &today) ||
		!schedule_days(site, location, today, DAYS_SHOWN, view->days, scratch))
		return value_none();
	return value_view(&days_class, view);
}

/* --- who names a place -------------------------------------------------------------- */

static int compare_starts(const void *left, const void *right)
{
	static const str keys[] = {STR_INIT("startDate"), STR_INIT("valid_from")};
	const struct record *a = *(const struct record *const *)left;
	const struct record *b = *(const struct record *const *)right;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		int order = str_cmp(value_get_str(record_facts(a)->json, keys[i]),
			value_get_str(record_facts(b)->json, keys[i]));
		if (order)
			return order;
	}
	return 0;
}

/* Records of a kind whose `location` this is, the earliest first. */
static struct value records_at(
	const struct frame *frame, const struct record *location, str kind, str when)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct site *site = frame->renderer->site;
	size_t n = 0;
	const struct record **found =
		ARENA_ARRAY(scratch, const struct record *, location->nmentions);
	for (size_t i = 0; i < location->nmentions; i++) {
		const struct record *by = location->mentions[i].by;
		if (str_eq(by->kind->name, kind) &&
			str_eq(location->mentions[i].field, S("location")) && by->is_shown &&
			record_when(by, when, site->today))
			found[n++] = by;
	}
	vec_sort(found, n, sizeof(const struct record *), compare_starts);
	struct value *items = ARENA_ARRAY(scratch, struct value, n);
	for (size_t i = 0; i < n; i++)
		items[i] = view_record(frame, found[i]);
	return view_array(items, n, scratch);
}

struct value view_schedules(const struct frame *frame, const struct record *location)
{
	return records_at(frame, location, S("schedules"), S(""));
}

struct value view_restrictions(const struct frame *frame, const struct record *location)
{
	return records_at(frame, location, S("restrictions"), S("upcoming"));
}

struct value view_events(const struct frame *frame, const struct record *location)
{
	return records_at(frame, location, S("events"), S("upcoming"));
}
