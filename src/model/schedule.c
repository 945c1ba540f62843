#include "model/schedule.h"

#include "model/holiday.h"

/* --- days of the week --------------------------------------------------------------- */

bool byday_cut(str *rest, int *nth, int *weekday)
{
	static const str names[] = {STR_INIT("MO"), STR_INIT("TU"), STR_INIT("WE"), STR_INIT("TH"),
		STR_INIT("FR"), STR_INIT("SA"), STR_INIT("SU")};
	str part;
	int64_t number = 0;
	if (!rest->len || !str_cut(rest, ',', &part) || part.len < 2)
		return false;
	str name = str_from(part, part.len - 2), sign = str_sub(part, 0, part.len - 2);
	if (sign.len && (!str_to_int(sign, &number) || number < -5 || number > 5))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq(name, names[i])) {
			*nth = (int)number;
			*weekday = (int)i + 1;
			return true;
		}
	return false;
}

static int days_in_month(struct day day)
{
	struct day next = {day.year + day.month / 12, day.month % 12 + 1, 1};
	return (int)(day_number(next) - day_number((struct day){day.year, day.month, 1}));
}

bool byday_has(str byday, struct day day)
{
	int nth, weekday;
	int from_start = (day.day - 1) / 7 + 1;
	int from_end = -((days_in_month(day) - day.day) / 7 + 1);
	while (byday_cut(&byday, &nth, &weekday))
		if (weekday == day_weekday(day) &&
			(nth == 0 || nth == from_start || nth == from_end))
			return true;
	return false;
}

/* --- one schedule on one day -------------------------------------------------------- */

/* valid_from and valid_to, both included; an unknown or absent end is no end. */
static bool within(struct value json, struct day day)
{
	struct day from, to;
	if (day_parse(value_get_str(json, S("valid_from")), &from) &&
		day_number(day) < day_number(from))
		return false;
	return !day_parse(value_get_str(json, S("valid_to")), &to) ||
	       day_number(day) <= day_number(to);
}

static struct value *new_rows(struct value regular, struct value exceptions, struct arena *arena)
{
	return ARENA_ARRAY(arena, struct value, value_count(regular) + value_count(exceptions));
}

static void add_regular(struct visit *visit, struct value regular, struct day day)
{
	for (size_t i = 0; i < value_count(regular); i++) {
		struct value row = regular.list->items[i];
		if (byday_has(value_get_str(row, S("byday")), day))
			visit->rows[visit->nrows++] = row;
	}
}

/* The rule of a schedule speaks of the law's holidays. A day that only the government made
 * free may be one to the place, or not; one that is worked leaves its week as it is. */
static void apply_holiday(struct visit *visit, str holiday)
{
	str rule = value_get_str(record_facts(visit->schedule)->json, S("on_holidays"));
	bool moved = str_eq(holiday, HOLIDAY_FREE);
	if (visit->state != VISIT_OPEN || !holiday.len || str_eq(holiday, HOLIDAY_WORKED))
		return;
	if (str_eq(rule, S("closed")) && !moved)
		visit->state = VISIT_CLOSED;
	else if (!str_eq(rule, S("open")))
		visit->state = VISIT_UNKNOWN;
}

static bool is_exception(struct value exception, struct day day, str status)
{
	struct day date;
	return str_eq(value_get_str(exception, S("status")), status) &&
	       day_parse(value_get_str(exception, S("date")), &date) &&
	       day_number(date) == day_number(day);
}

/* Hours of exceptions stand behind the regular ones ("extra") or instead of
 * them ("changed"). On a holiday without visits only the extra ones are left. */
static void add_exceptions(struct visit *visit, struct value list, struct day day, str status)
{
	bool extra = str_eq(status, S("extra"));
	for (size_t i = 0; i < value_count(list); i++) {
		struct value exception = list.list->items[i];
		if (!is_exception(exception, day, status))
			continue;
		if (visit->state != VISIT_OPEN || (!extra && visit->exception.kind == VALUE_NONE))
			visit->nrows = 0;
		visit->state = VISIT_OPEN;
		visit->exception = exception;
		visit->rows[visit->nrows++] = exception;
	}
}

static void apply_closed(struct visit *visit, struct value list, struct day day)
{
	for (size_t i = 0; i < value_count(list); i++)
		if (is_exception(list.list->items[i], day, S("closed"))) {
			visit->state = VISIT_CLOSED;
			visit->exception = list.list->items[i];
		}
}

static struct holidays holidays_of(const struct site *site)
{
	return (struct holidays){
		config_is_of_latvia(&site->config), site_kind(site, S("holidays"))};
}

struct visit schedule_visit(
	const struct site *site, const struct record *schedule, struct day day, struct arena *arena)
{
	struct value regular = value_get(record_facts(schedule)->json, S("regular"), arena);
	struct value exceptions = value_get(record_facts(schedule)->json, S("exceptions"), arena);
	struct visit visit = {.type = value_get_str(record_facts(schedule)->json, S("visit_type")),
		.schedule = schedule,
		.rows = new_rows(regular, exceptions, arena)};
	add_regular(&visit, regular, day);
	visit.state = visit.nrows ? VISIT_OPEN : VISIT_CLOSED;
	apply_holiday(&visit, holiday_on(holidays_of(site), day));
	add_exceptions(&visit, exceptions, day, S("changed"));
	add_exceptions(&visit, exceptions, day, S("extra"));
	apply_closed(&visit, exceptions, day);
	return visit;
}

/* --- all of a place ----------------------------------------------------------------- */

struct timetable {
	const struct site *site;
	const struct record **schedules;
	size_t nschedules;
	const struct record **restrictions;
	size_t nrestrictions;
};

/* The kinds of visit as the schema lists them: what people ask for most first. */
static size_t visit_rank(const struct record *schedule)
{
	const struct schema_node *root = schema_root(schedule->kind->schema);
	const struct schema_property *type = schema_property(root, S("visit_type"));
	struct value words = value_none();
	str word = value_get_str(record_facts(schedule)->json, S("visit_type"));
	size_t rank = 0;
	if (type && type->node->choices)
		words = value_list(type->node->choices, SPAN_NONE);
	while (rank < value_count(words) && !str_eq(value_str_at(words, rank), word))
		rank++;
	return rank;
}

static int compare_schedules(const void *left, const void *right)
{
	size_t a = visit_rank(*(const struct record *const *)left);
	size_t b = visit_rank(*(const struct record *const *)right);
	return (a > b) - (a < b);
}

static bool touches(const struct record *record, struct day first, size_t ndays)
{
	struct day last = day_of_number(day_number(first) + (int64_t)ndays - 1);
	struct day from, to;
	if (day_parse(value_get_str(record_facts(record)->json, S("valid_from")), &from) &&
		day_number(from) > day_number(last))
		return false;
	return !day_parse(value_get_str(record_facts(record)->json, S("valid_to")), &to) ||
	       day_number(to) >= day_number(first);
}

static struct timetable timetable_of(const struct site *site, const struct record *location,
	struct day first, size_t ndays, struct arena *arena)
{
	struct timetable timetable = {.site = site};
	timetable.schedules = ARENA_ARRAY(arena, const struct record *, location->nmentions);
	timetable.restrictions = ARENA_ARRAY(arena, const struct record *, location->nmentions);
	for (size_t i = 0; i < location->nmentions; i++) {
		const struct record *by = location->mentions[i].by;
		if (!str_eq(location->mentions[i].field, S("location")) || by->is_hidden ||
			!touches(by, first, ndays))
			continue;
		if (str_eq(by->kind->name, S("schedules")))
			timetable.schedules[timetable.nschedules++] = by;
		else if (str_eq(by->kind->name, S("restrictions")))
			timetable.restrictions[timetable.nrestrictions++] = by;
	}
	vec_sort(timetable.schedules, timetable.nschedules, sizeof(const struct record *),
		compare_schedules);
	return timetable;
}

/* `affects` null: which visits it takes away is not known. */
static enum visit_state state_under(const struct record *restriction, str type)
{
	struct value affects = value_get(record_facts(restriction)->json, S("affects"), NULL);
	for (size_t i = 0; i < value_count(affects); i++)
		if (str_eq(value_str_at(affects, i), type))
			return VISIT_CLOSED;
	return affects.kind == VALUE_LIST ? VISIT_OPEN : VISIT_UNKNOWN;
}

static void apply_restriction(struct visit *visit, const struct record *restriction)
{
	enum visit_state state = state_under(restriction, visit->type);
	if (state == VISIT_OPEN || visit->state == VISIT_CLOSED)
		return;
	visit->state = state;
	visit->restriction = restriction;
}

/* The type's only schedule begins later or ends before: nobody said what
 * happens on the day. */
static struct visit uncovered(const struct record *schedule)
{
	return (struct visit){.type = value_get_str(record_facts(schedule)->json, S("visit_type")),
		.schedule = schedule,
		.state = VISIT_UNKNOWN};
}

static bool type_is_covered(const struct timetable *timetable, str type, struct day day)
{
	for (size_t i = 0; i < timetable->nschedules; i++)
		if (str_eq(value_get_str(
				   record_facts(timetable->schedules[i])->json, S("visit_type")),
			    type) &&
			within(record_facts(timetable->schedules[i])->json, day))
			return true;
	return false;
}

static bool has_type(const struct visit_day *out, str type)
{
	for (size_t i = 0; i < out->nvisits; i++)
		if (str_eq(out->visits[i].type, type))
			return true;
	return false;
}

static void add_visits(
	const struct timetable *timetable, struct visit_day *out, struct arena *arena)
{
	out->visits = ARENA_ARRAY(arena, struct visit, timetable->nschedules);
	for (size_t i = 0; i < timetable->nschedules; i++) {
		const struct record *schedule = timetable->schedules[i];
		str type = value_get_str(record_facts(schedule)->json, S("visit_type"));
		if (within(record_facts(schedule)->json, out->day))
			out->visits[out->nvisits++] =
				schedule_visit(timetable->site, schedule, out->day, arena);
		else if (!type_is_covered(timetable, type, out->day) && !has_type(out, type))
			out->visits[out->nvisits++] = uncovered(schedule);
	}
}

static void restrict_day(const struct timetable *timetable, struct visit_day *out)
{
	for (size_t i = 0; i < timetable->nrestrictions; i++) {
		const struct record *restriction = timetable->restrictions[i];
		if (!within(record_facts(restriction)->json, out->day))
			continue;
		if (!out->restriction)
			out->restriction = restriction;
		for (size_t v = 0; v < out->nvisits; v++)
			apply_restriction(&out->visits[v], restriction);
	}
}

bool schedule_days(const struct site *site, const struct record *location, struct day first,
	size_t ndays, struct visit_day *out, struct arena *arena)
{
	struct timetable timetable = timetable_of(site, location, first, ndays, arena);
	for (size_t i = 0; timetable.nschedules && i < ndays; i++) {
		struct day day = day_of_number(day_number(first) + (int64_t)i);
		out[i] = (struct visit_day){
			.day = day, .holiday = holiday_on(holidays_of(site), day)};
		add_visits(&timetable, &out[i], arena);
		restrict_day(&timetable, &out[i]);
	}
	return timetable.nschedules > 0;
}
