#include "feed/visits.h"

#include "feed/ical_part.h"
#include "locale/zone.h"
#include "model/schedule.h"

#define DAYS_MAX 731 /* two years, one of them a leap year */

struct visits {
	const struct reader *reader;
	struct calendar *calendar;
	const struct record *location;
	const struct record *schedule;
	str timezone;
	const struct timetable *timetable;
	int64_t first; /* the number of the first day that the calendar tells of */
	size_t ndays;
	bool *used; /* exceptions that stand as an instance of the hours, by number */
};

/* One row of `regular`, or several that differ in the length of the visit alone:
 * then from the earliest begin to the latest, as the place's page says it. */
struct series {
	struct value row;
	size_t index;
	str byday;
	str opens; /* "": nobody knows when; the whole day then */
	str closes;
	int64_t later; /* days from opening to closing */
	bool choice;
	str lines; /* for the description: the lengths, or the row's note */
	const struct instance *days;
};

/* What a series says of one day. */
enum instance_kind {
	INSTANCE_NONE,
	INSTANCE_USUAL,
	INSTANCE_CHANGED,
	INSTANCE_UNCERTAIN,
	INSTANCE_OFF
};

struct instance {
	enum instance_kind kind;
	size_t change; /* INSTANCE_CHANGED: the exception that stands instead */
};

/* --- one day ------------------------------------------------------------------------ */

/* A day with its hour, or the day alone. */
static str at(const struct reader *reader, str date, str hour)
{
	return hour.len ? arena_join(reader->arena, date, S("T"), hour) : date;
}

static struct day nth_day(const struct visits *v, size_t day)
{
	return day_of_number(v->first + (int64_t)day);
}

static str date_of(const struct visits *v, size_t day, int64_t later)
{
	return day_text(day_of_number(v->first + (int64_t)day + later), v->reader->arena);
}

static str start_of(const struct visits *v, const struct series *series, size_t day)
{
	return at(v->reader, date_of(v, day, 0), series->opens);
}

/* NULL: the schedule says nothing of the day. */
static const struct visit *visit_on(const struct visits *v, size_t day)
{
	struct visit_day said = timetable_day(v->timetable, nth_day(v, day), v->reader->arena);
	for (size_t i = 0; i < said.nvisits; i++)
		if (said.visits[i].schedule == v->schedule)
			return &said.visits[i];
	return NULL;
}

static bool is_as_usual(const struct visit *visit, const struct series *series)
{
	for (size_t i = 0; visit->state == VISIT_OPEN && i < visit->nrows; i++)
		if (visit->rows[i].map == series->row.map)
			return true;
	return false;
}

static struct value exceptions_of(const struct visits *v)
{
	return value_get(record_facts(v->schedule)->json, S("exceptions"), NULL);
}

/* The next hours of a changed day that stand for no other row yet; STR_NONE: none. */
static size_t find_change(const struct visits *v, str date)
{
	struct value list = exceptions_of(v);
	for (size_t i = 0; i < value_count(list); i++) {
		struct value exception = list.list->items[i];
		if (!v->used[i] && str_eq(value_get_str(exception, S("date")), date) &&
			str_eq(value_get_str(exception, S("status")), S("changed")) &&
			value_get_str(exception, S("opens_at")).len)
			return i;
	}
	return STR_NONE;
}

/* --- events ------------------------------------------------------------------------- */

/* Whether a place still works may not be known; then neither is this. */
static enum calendar_status status_of(const struct visits *v)
{
	str status = value_get_str(record_facts(v->location)->json, S("status"));
	return str_eq(status, S("unknown")) ? CALENDAR_TENTATIVE : CALENDAR_CONFIRMED;
}

static struct calendar_event event_of(const struct visits *v, str uid)
{
	struct calendar_event event = {
		.uid = arena_join(v->reader->arena, v->schedule->id, S("."), uid),
		.changed = record_changed(v->schedule),
		.timezone = v->timezone,
		.status = status_of(v),
		.free = true,
		.summary = reader_title(v->reader, v->schedule),
		.category = S("schedules"),
	};
	ical_place(v->reader, &event, v->location);
	return event;
}

/* `with` stands between two texts only. */
static str joined(const struct visits *v, str text, const char *with, str more)
{
	return arena_printf(v->reader->arena, "%.*s%s%.*s", STR_ARGS(text),
		text.len && more.len ? with : "", STR_ARGS(more));
}

static struct calendar_event event_of_series(
	const struct visits *v, const struct series *series, size_t day)
{
	struct buf text;
	struct calendar_event event = event_of(
		v, series->index ? arena_printf(v->reader->arena, "hours-%zu", series->index + 1)
				 : S("hours"));
	buf_init(&text);
	ical_line(&text, series->choice ? ical_label(v->reader, S("days.start"), series->lines)
					: series->lines);
	ical_line(&text, reader_text(v->reader, record_facts(v->schedule)->json, "booking"));
	ical_line(&text, reader_text(v->reader, record_facts(v->schedule)->json, "notes"));
	event.description = ical_text(v->reader, &text);
	event.starts = start_of(v, series, day);
	if (series->closes.len)
		event.ends = at(v->reader, date_of(v, day, series->later), series->closes);
	if (!series->opens.len)
		event.summary = joined(
			v, event.summary, ": ", reader_word(v->reader, S("days.hours_unknown")));
	return event;
}

/* --- the days that are otherwise ---------------------------------------------------- */

static void add_change(
	const struct visits *v, const struct series *series, size_t day, struct value exception)
{
	struct calendar_event event = event_of_series(v, series, day);
	str date = date_of(v, day, 0), closes = value_get_str(exception, S("closes_at"));
	event.instead_of = event.starts;
	event.starts = at(v->reader, date, value_get_str(exception, S("opens_at")));
	event.ends = closes.len ? at(v->reader, date, closes) : S("");
	event.description =
		joined(v, reader_text(v->reader, exception, "reason"), "\n", event.description);
	calendar_add(v->calendar, &event);
}

static void add_uncertain(const struct visits *v, const struct series *series, size_t day)
{
	struct calendar_event event = event_of_series(v, series, day);
	event.instead_of = event.starts;
	event.status = CALENDAR_TENTATIVE;
	event.summary = joined(v, event.summary, ": ", reader_word(v->reader, S("days.uncertain")));
	calendar_add(v->calendar, &event);
}

/* Most days of a year are another day of the week, which is known without the date. */
static struct instance instance_on(
	const struct visits *v, const struct series *series, struct weekdays weekdays, size_t day)
{
	int weekday = day_weekday_of(v->first + (int64_t)day);
	const struct visit *visit = NULL;
	if (weekdays.numbers[weekday - 1] && weekdays_have(weekdays, nth_day(v, day)))
		visit = visit_on(v, day);
	if (!visit)
		return (struct instance){INSTANCE_NONE, 0};
	if (is_as_usual(visit, series))
		return (struct instance){INSTANCE_USUAL, 0};
	if (visit->state == VISIT_UNKNOWN)
		return (struct instance){INSTANCE_UNCERTAIN, 0};
	size_t change = STR_NONE;
	if (visit->state == VISIT_OPEN && series->opens.len)
		change = find_change(v, date_of(v, day, 0));
	return (struct instance){change == STR_NONE ? INSTANCE_OFF : INSTANCE_CHANGED, change};
}

static const struct instance *find_instances(const struct visits *v, const struct series *series)
{
	struct weekdays weekdays = weekdays_of(series->byday);
	struct instance *found = ARENA_ARRAY(v->reader->arena, struct instance, v->ndays);
	for (size_t i = 0; i < v->ndays; i++)
		found[i] = instance_on(v, series, weekdays, i);
	return found;
}

static void add_instances(struct visits *v, const struct series *series)
{
	for (size_t i = 0; i < v->ndays; i++) {
		const struct instance *instance = &series->days[i];
		if (instance->kind == INSTANCE_CHANGED) {
			v->used[instance->change] = true;
			add_change(v, series, i, exceptions_of(v).list->items[instance->change]);
		} else if (instance->kind == INSTANCE_UNCERTAIN) {
			add_uncertain(v, series, i);
		}
	}
}

/* --- the rule ----------------------------------------------------------------------- */

/* UNTIL is UTC where the start has a zone, and a day where it is a day (3.3.10). It is the end of
 * the last day, not its visit: rrule takes both for one clock (findings/rrule-visits.sh). Clocks
 * in Riga, the only zone with rules, are ahead: the day ends there first. */
static str until(const struct visits *v, const struct series *series, size_t last)
{
	enum { END = 24 * 60 - 1 };
	struct day day = nth_day(v, last);
	int offset = 0;
	str date = arena_printf(v->reader->arena, "%04d%02d%02d", day.year, day.month, day.day);
	if (!series->opens.len)
		return date;
	zone_offset(v->timezone, day, END, &offset);
	return arena_printf(v->reader->arena, "%.*sT%02d%02d59Z", STR_ARGS(date),
		(END - offset) / 60, (END - offset) % 60);
}

/* "2TU" is a day of the month; without a number it is every one, in a week or a month. */
static str rule_of(const struct visits *v, const struct series *series, size_t last)
{
	bool monthly = false;
	for (size_t i = 0; i < series->byday.len; i++)
		monthly |= series->byday.ptr[i] >= '1' && series->byday.ptr[i] <= '5';
	return arena_printf(v->reader->arena, "FREQ=%s;UNTIL=%.*s;BYDAY=%.*s",
		monthly ? "MONTHLY" : "WEEKLY", STR_ARGS(until(v, series, last)),
		STR_ARGS(series->byday));
}

static bool takes_place(enum instance_kind kind)
{
	return kind != INSTANCE_NONE && kind != INSTANCE_OFF;
}

/* The first and the last day on which it takes place; false when there is none. */
static bool find_ends(
	const struct visits *v, const struct series *series, size_t *first, size_t *last)
{
	*first = STR_NONE;
	for (size_t i = 0; i < v->ndays; i++)
		if (takes_place(series->days[i].kind)) {
			*first = *first == STR_NONE ? i : *first;
			*last = i;
		}
	return *first != STR_NONE;
}

static void leave_out(const struct visits *v, const struct series *series,
	struct calendar_event *event, size_t first, size_t last)
{
	str *without = ARENA_ARRAY(v->reader->arena, str, v->ndays);
	event->without = without;
	for (size_t i = first; i < last; i++)
		if (series->days[i].kind == INSTANCE_OFF)
			without[event->nwithout++] = start_of(v, series, i);
}

/* It begins with a day that stands: readers of others show the first though it is left out
 * (findings/sabre-first-day.sh). */
static void add_series(struct visits *v, struct series *series)
{
	size_t first, last = 0;
	series->days = find_instances(v, series);
	if (!find_ends(v, series, &first, &last))
		return;
	struct calendar_event event = event_of_series(v, series, first);
	event.rule = rule_of(v, series, last);
	leave_out(v, series, &event, first, last);
	calendar_add(v->calendar, &event);
	add_instances(v, series);
}

/* --- the rows ----------------------------------------------------------------------- */

static bool is_choice(struct value row)
{
	return value_is_number(value_get(row, S("length_hours"), NULL)) &&
	       value_get_str(row, S("starts_by")).len && value_get_str(row, S("opens_at")).len;
}

static str length_line(const struct visits *v, struct value row)
{
	str length = value_text(value_get(row, S("length_hours"), NULL), v->reader->arena);
	return arena_printf(v->reader->arena, "%.*s–%.*s (%.*s h)",
		STR_ARGS(value_get_str(row, S("opens_at"))),
		STR_ARGS(value_get_str(row, S("starts_by"))), STR_ARGS(length));
}

static struct series series_of(const struct visits *v, struct value row, size_t index)
{
	bool choice = is_choice(row);
	return (struct series){
		.row = row,
		.index = index,
		.byday = value_get_str(row, S("byday")),
		.opens = value_get_str(row, S("opens_at")),
		.closes = value_get_str(row, choice ? S("starts_by") : S("closes_at")),
		.later = choice ? 0 : value_get_int(row, S("closes_after_days"), 0),
		.choice = choice,
		.lines = choice ? length_line(v, row) : reader_text(v->reader, row, "note"),
	};
}

static void widen(const struct visits *v, struct series *series, struct value row)
{
	str opens = value_get_str(row, S("opens_at")), start = value_get_str(row, S("starts_by"));
	series->opens = str_cmp(opens, series->opens) < 0 ? opens : series->opens;
	series->closes = str_cmp(start, series->closes) > 0 ? start : series->closes;
	series->lines = joined(v, series->lines, "\n", length_line(v, row));
}

static void add_regular(struct visits *v)
{
	struct value rows = value_get(record_facts(v->schedule)->json, S("regular"), NULL);
	for (size_t i = 0; i < value_count(rows);) {
		struct series series = series_of(v, rows.list->items[i], i);
		while (++i < value_count(rows) && series.choice && is_choice(rows.list->items[i]) &&
			str_eq(value_get_str(rows.list->items[i], S("byday")), series.byday))
			widen(v, &series, rows.list->items[i]);
		add_series(v, &series);
	}
}

/* --- exceptions that are no instance of the hours ------------------------------------ */

/* Not every program shows STATUS (findings/fullcalendar-cancelled.sh), but each has the name. */
static str exception_summary(const struct visits *v, bool closed)
{
	str title = reader_title(v->reader, v->schedule);
	return closed ? joined(v, title, ": ", reader_word(v->reader, S("days.closed"))) : title;
}

/* Two hours of one day have the day's name only once. */
static str exception_uid(const struct visits *v, size_t index)
{
	struct value list = exceptions_of(v);
	str date = value_get_str(list.list->items[index], S("date"));
	size_t n = 1;
	for (size_t i = 0; i < index; i++)
		n += str_eq(value_get_str(list.list->items[i], S("date")), date);
	return n > 1 ? arena_printf(v->reader->arena, "%.*s-%zu", STR_ARGS(date), n) : date;
}

/* An extra day can be taken away, or become uncertain, by a restriction. */
static enum calendar_status status_on(const struct visits *v, str date)
{
	struct day day;
	const struct visit *visit = NULL;
	if (v->ndays && day_parse(date, &day)) {
		int64_t i = day_number(day) - v->first;
		visit = i >= 0 && i < (int64_t)v->ndays ? visit_on(v, (size_t)i) : NULL;
	}
	if (!visit || !visit->restriction || visit->state == VISIT_OPEN)
		return status_of(v);
	return visit->state == VISIT_CLOSED ? CALENDAR_CANCELLED : CALENDAR_TENTATIVE;
}

static void add_exception(const struct visits *v, size_t index)
{
	struct value exception = exceptions_of(v).list->items[index];
	str date = value_get_str(exception, S("date"));
	str status = value_get_str(exception, S("status"));
	bool closed = str_eq(status, S("closed"));
	str opens = closed ? S("") : value_get_str(exception, S("opens_at"));
	str closes = opens.len ? value_get_str(exception, S("closes_at")) : S("");
	struct calendar_event event = event_of(v, exception_uid(v, index));
	event.starts = at(v->reader, date, opens);
	event.ends = closes.len ? at(v->reader, date, closes) : S("");
	event.description = reader_text(v->reader, exception, "reason");
	if (!closed)
		event.status = status_on(v, date);
	closed |= event.status == CALENDAR_CANCELLED;
	event.summary = exception_summary(v, closed);
	calendar_add(v->calendar, &event);
}

/* --- the schedule ------------------------------------------------------------------- */

/* Which days the calendar tells of; none where the zone has no rules. */
static void read_days(struct visits *v)
{
	struct value json = record_facts(v->schedule)->json;
	struct day from, to;
	if (!calendar_repeats(v->reader, v->timezone) ||
		(!day_parse(value_get_str(json, S("valid_from")), &from) &&
			!day_parse(value_get_str(json, S("checked_on")), &from)))
		return;
	size_t n = DAYS_MAX;
	if (day_parse(value_get_str(json, S("valid_to")), &to)) {
		int64_t days = day_number(to) - day_number(from) + 1;
		n = days <= 0 ? 0 : days < DAYS_MAX ? (size_t)days : DAYS_MAX;
	}
	v->first = day_number(from);
	v->timetable =
		n ? timetable_new(v->reader->site, v->location, from, n, v->reader->arena) : NULL;
	v->ndays = v->timetable ? n : 0;
}

void visits_add(const struct reader *reader, struct calendar *calendar,
	const struct record *location, const struct record *schedule)
{
	struct visits v = {
		.reader = reader, .calendar = calendar, .location = location, .schedule = schedule};
	size_t n = value_count(exceptions_of(&v));
	if (schedule->is_hidden)
		return;
	v.timezone = value_get_str(record_facts(schedule)->json, S("timezone"));
	if (!v.timezone.len)
		v.timezone = reader->site->config.timezone;
	v.used = ARENA_ARRAY(reader->arena, bool, n);
	read_days(&v);
	add_regular(&v);
	for (size_t i = 0; i < n; i++)
		if (!v.used[i])
			add_exception(&v, i);
}
