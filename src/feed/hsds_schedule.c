#include "base/ascii.h"
#include "feed/hsds_part.h"
#include "locale/zone.h"

/* A schedule without an end is written for no more than this many changes of
 * clocks: four years. */
#define PERIODS_MAX 8
#define NOON        (12 * 60)

/* Days on which one offset holds, both included. */
struct period {
	struct day from;
	struct day to;
	int offset; /* minutes ahead of UTC */
};

struct hours {
	const struct reader *reader;
	const struct record *record;
	str owner;
	str timezone;
	struct value_list *list;
};

static str later(str a, str b)
{
	return str_cmp(a, b) > 0 ? a : b;
}

/* Hours hold from the day they were checked, or begin, until they end, or have
 * to be checked again: more is not known. */
static bool read_range(const struct hours *hours, struct day *from, struct day *to)
{
	struct value json = record_facts(hours->record)->json;
	str begins =
		later(value_get_str(json, S("valid_from")), value_get_str(json, S("checked_on")));
	str ends = value_get_str(json, S("valid_to"));
	if (!ends.len)
		ends = value_get_str(json, S("check_by"));
	return day_parse(begins, from) && day_parse(ends, to) &&
	       day_number(*from) <= day_number(*to);
}

static size_t split(const struct hours *hours, struct day from, struct day to,
	struct period periods[PERIODS_MAX])
{
	size_t n = 0;
	while (n < PERIODS_MAX && day_number(from) <= day_number(to)) {
		struct period *period = &periods[n++];
		struct day change;
		*period = (struct period){from, to, 0};
		zone_offset(hours->timezone, from, NOON, &period->offset);
		if (!zone_next_change(hours->timezone, from, &change))
			break;
		if (day_number(change) <= day_number(to))
			period->to = day_of_number(day_number(change) - 1);
		from = change;
	}
	return n;
}

static str with_offset(const struct reader *reader, str time, int offset)
{
	int minutes = offset < 0 ? -offset : offset;
	if (!time.len)
		return time;
	return arena_printf(reader->arena, "%.*s%c%02d:%02d", STR_ARGS(time),
		offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

static void put_hours(
	const struct hours *hours, struct value_map *map, struct value row, int offset)
{
	const struct reader *reader = hours->reader;
	str opens = value_get_str(row, S("opens_at")), closes = value_get_str(row, S("closes_at"));
	hsds_put(reader, map, "opens_at", with_offset(reader, opens, offset));
	hsds_put(reader, map, "closes_at", with_offset(reader, closes, offset));
	hsds_put_value(reader, map, "timezone",
		offset % 60 ? value_real(offset / 60.0, SPAN_NONE)
			    : value_int(offset / 60, SPAN_NONE));
}

static bool has_digit(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ascii_is_digit(text.ptr[i]))
			return true;
	return false;
}

static void add_regular(
	const struct hours *hours, struct value row, size_t index, const struct period *period)
{
	const struct reader *reader = hours->reader;
	str byday = value_get_str(row, S("byday"));
	str from = day_text(period->from, reader->arena);
	struct value_map *map = hsds_part(reader, hours->owner, "regular",
		arena_printf(reader->arena, "%zu/%.*s", index, STR_ARGS(from)));
	hsds_put(reader, map, "valid_from", from);
	hsds_put(reader, map, "valid_to", day_text(period->to, reader->arena));
	hsds_put(reader, map, "freq", has_digit(byday) ? S("MONTHLY") : S("WEEKLY"));
	hsds_put(reader, map, "byday", byday);
	put_hours(hours, map, row, period->offset);
	hsds_put(reader, map, "description", reader_title(reader, hours->record));
	hsds_put(reader, map, "notes", reader_text(reader, row, "note"));
	value_list_push(reader->arena, hours->list, hsds_object(map));
}

/* An exception is a schedule that holds for one day; without hours: closed. */
static void add_exception(const struct hours *hours, struct value exception)
{
	const struct reader *reader = hours->reader;
	str date = value_get_str(exception, S("date"));
	str status = value_get_str(exception, S("status"));
	str reason = reader_text(reader, exception, "reason");
	struct day day;
	int offset = 0;
	if (!day_parse(date, &day))
		return;
	zone_offset(hours->timezone, day, NOON, &offset);
	struct value_map *map = hsds_part(reader, hours->owner, "exceptions",
		arena_printf(reader->arena, "%.*s/%.*s/%.*s", STR_ARGS(date), STR_ARGS(status),
			STR_ARGS(value_get_str(exception, S("opens_at")))));
	hsds_put(reader, map, "valid_from", date);
	hsds_put(reader, map, "valid_to", date);
	if (!str_eq(status, S("closed")))
		put_hours(hours, map, exception, offset);
	hsds_put(reader, map, "description", reader_title(reader, hours->record));
	hsds_put(reader, map, "notes",
		str_eq(status, S("closed")) ? arena_printf(reader->arena, "%.*s%s%.*s",
						      STR_ARGS(reader_enum(reader, status)),
						      reason.len ? ": " : "", STR_ARGS(reason))
					    : reason);
	value_list_push(reader->arena, hours->list, hsds_object(map));
}

static void add_schedule(const struct hours *hours)
{
	struct value regular = value_get(record_facts(hours->record)->json, S("regular"), NULL);
	struct value exceptions =
		value_get(record_facts(hours->record)->json, S("exceptions"), NULL);
	struct period periods[PERIODS_MAX];
	struct day from, to;
	size_t nperiods = read_range(hours, &from, &to) ? split(hours, from, to, periods) : 0;
	for (size_t i = 0; i < value_count(regular); i++)
		for (size_t p = 0; p < nperiods; p++)
			add_regular(hours, regular.list->items[i], i, &periods[p]);
	for (size_t i = 0; i < value_count(exceptions); i++)
		add_exception(hours, exceptions.list->items[i]);
}

struct value_list *hsds_schedules(const struct reader *reader, const struct record *location)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	for (size_t i = 0; i < location->nmentions; i++) {
		const struct record *by = location->mentions[i].by;
		str timezone = value_get_str(record_facts(by)->json, S("timezone"));
		if (!str_eq(by->kind->name, S("schedules")) || by->is_hidden)
			continue;
		add_schedule(&(struct hours){
			.reader = reader,
			.record = by,
			.owner = arena_join(reader->arena, S("schedules/"), by->id, S("")),
			.timezone = timezone.len ? timezone : reader->site->config.timezone,
			.list = list,
		});
	}
	return list;
}
