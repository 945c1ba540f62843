#include "view/hours.h"

#include "model/schedule.h"
#include "view/extra.h"
#include "view/field.h"

static str word_of(struct value words, str key, struct arena *scratch)
{
	return value_text(value_get(words, key, scratch), scratch);
}

str hours_span(str from, str to, struct arena *arena)
{
	return to.len ? arena_join(arena, from, S("–"), to) : from;
}

static struct value number_or_none(const struct frame *frame, struct value v)
{
	return value_is_number(v) ? view_number(frame, v) : value_none();
}

/* "the next day": strings.later has "1"; for days that it has no words for, "+3" */
static str later_text(const struct frame *frame, int days)
{
	struct arena *scratch = &frame->worker->scratch;
	if (days <= 0)
		return S("");
	struct value words = value_get(view_strings(frame), S("later"), scratch);
	str text = word_of(words, arena_printf(scratch, "%d", days), scratch);
	return text.len ? text : arena_printf(scratch, "+%d", days);
}

struct hours hours_of(const struct frame *frame, struct value row)
{
	struct arena *scratch = &frame->worker->scratch;
	struct hours hours = {
		.opens = value_get_str(row, S("opens_at")),
		.closes = value_get_str(row, S("closes_at")),
		.starts_by = value_get_str(row, S("starts_by")),
		.registration = hours_span(
			view_time(frame, value_get_str(row, S("registration_opens"))),
			view_time(frame, value_get_str(row, S("registration_closes"))), scratch),
		.length = number_or_none(frame, value_get(row, S("length_hours"), scratch)),
	};
	hours.closes_after = later_text(frame, (int)value_get_int(row, S("closes_after_days"), 0));
	hours.note = frame_text(frame, value_get(row, S("note"), scratch), false);
	hours.reason = frame_text(frame, value_get(row, S("reason"), scratch), false);
	return hours;
}

void hours_put(const struct frame *frame, struct object object, const struct hours *hours)
{
	object_put_str(object, S("opens"), view_time(frame, hours->opens));
	object_put_str(object, S("closes"), view_time(frame, hours->closes));
	object_put_str(object, S("starts_by"), view_time(frame, hours->starts_by));
	object_put_str(object, S("registration"), hours->registration);
	object_put_str(object, S("closes_after"), hours->closes_after);
	object_put(object, S("length"), hours->length);
	object_put(object, S("note"), hours->note);
}

/* --- days of the week in words ------------------------------------------------------ */

static str weekday_name(const struct frame *frame, int weekday)
{
	struct day day = day_of_number(weekday + 3); /* 1970-01-05 was a Monday */
	return formatter_weekday(frame_formatter(frame), day, &frame->worker->scratch);
}

/* "second": strings.nth has "2", and "2f" where strings.nth.forms calls the weekday "f". */
static str nth_name(struct value words, int nth, int weekday, struct arena *scratch)
{
	struct value forms = value_get(words, S("forms"), scratch);
	str form = word_of(forms, arena_printf(scratch, "%d", weekday), scratch);
	str plain = arena_printf(scratch, "%d", nth);
	str name = word_of(words, arena_join(scratch, plain, form, S("")), scratch);
	if (!name.len)
		name = word_of(words, plain, scratch);
	return name.len ? name : plain;
}

/* "second Tuesday of the month" */
static str nth_text(const struct frame *frame, int nth, int weekday)
{
	struct arena *scratch = &frame->worker->scratch;
	str name = weekday_name(frame, weekday);
	if (!nth)
		return name;
	struct value words = value_get(view_strings(frame), S("nth"), scratch);
	str after = word_of(words, S("after"), scratch);
	str text = arena_join(scratch, nth_name(words, nth, weekday, scratch), S(" "), name);
	return after.len ? arena_join(scratch, text, S(" "), after) : text;
}

#define BYDAY_MAX 35

struct byday {
	int nth[BYDAY_MAX];
	int weekday[BYDAY_MAX];
	size_t n;
};

/* How many days in a row, from number i on: Monday, Tuesday, Wednesday … */
static size_t run_length(const struct byday *days, size_t i)
{
	size_t n = 1;
	while (days->nth[i] == 0 && i + n < days->n && days->nth[i + n] == 0 &&
		days->weekday[i + n] == days->weekday[i] + (int)n)
		n++;
	return n;
}

static str byday_text(const struct frame *frame, str text)
{
	struct arena *scratch = &frame->worker->scratch;
	struct byday days = {.n = 0};
	str out = S("");
	while (days.n < BYDAY_MAX && byday_cut(&text, &days.nth[days.n], &days.weekday[days.n]))
		days.n++;
	for (size_t i = 0, n; i < days.n; i += n) {
		n = run_length(&days, i) > 2 ? run_length(&days, i) : 1;
		str part = nth_text(frame, days.nth[i], days.weekday[i]);
		if (n > 1)
			part = arena_join(scratch, part, S("–"),
				weekday_name(frame, days.weekday[i + n - 1]));
		out = arena_join(scratch, out, out.len ? S(", ") : S(""), part);
	}
	return out;
}

struct value view_hours(const struct frame *frame, const struct record *schedule)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value regular = value_get(record_facts(schedule)->json, S("regular"), scratch);
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	str before = S("");
	for (size_t i = 0; i < value_count(regular); i++) {
		struct value row = regular.list->items[i];
		struct object object = object_new(scratch);
		str byday = value_get_str(row, S("byday"));
		object_put_str(object, S("days"), byday_text(frame, byday));
		object_put_bool(object, S("again"), str_eq(byday, before));
		struct hours hours = hours_of(frame, row);
		hours_put(frame, object, &hours);
		value_list_push(scratch, list, object_value(object));
		before = byday;
	}
	return value_list(list, SPAN_NONE);
}
