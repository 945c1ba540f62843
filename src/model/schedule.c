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

enum { NTH_MAX = 5 };

struct weekdays weekdays_of(str byday)
{
	struct weekdays weekdays = {0};
	int nth, weekday;
	while (byday_cut(&byday, &nth, &weekday))
		weekdays.numbers[weekday - 1] |= (uint16_t)(1 << (nth + NTH_MAX));
	return weekdays;
}

/* Where a day stands in its week and, from both ends, in its month. */
struct places {
	int weekday;
	uint16_t numbers; /* any, the second, the last but two */
};

static struct places places_of(struct day day, int weekday)
{
	int from_start = (day.day - 1) / 7 + 1;
	int from_end = (days_in_month(day.year, day.month) - day.day) / 7 + 1;
	return (struct places){weekday,
		(uint16_t)(1 << NTH_MAX | 1 << (NTH_MAX + from_start) | 1 << (NTH_MAX - from_end))};
}

static bool stand_at(const struct weekdays *weekdays, struct places places)
{
	return weekdays->numbers[places.weekday - 1] & places.numbers;
}

bool weekdays_have(struct weekdays weekdays, struct day day)
{
	return stand_at(&weekdays, places_of(day, day_weekday(day)));
}

/* --- what a record says of every day ------------------------------------------------- */

/* valid_from and valid_to as numbers of days, both included; an unknown or absent end is no end. */
struct term {
	int64_t first, last;
};

static struct term term_of(const struct record *record)
{
	struct value json = record_facts(record)->json;
	struct term term = {INT64_MIN, INT64_MAX};
	struct day day;
	if (day_parse(value_get_str(json, S("valid_from")), &day))
		term.first = day_number(day);
	if (day_parse(value_get_str(json, S("valid_to")), &day))
		term.last = day_number(day);
	return term;
}

static bool covers(struct term term, int64_t day)
{
	return term.first <= day && day <= term.last;
}

/* A schedule, read once for all the days that are asked for. */
struct plan {
	const struct record *schedule;
	str type;
	struct term term;
	struct value regular, exceptions;
	const struct weekdays *rows; /* of `regular` */
	const int64_t *days;         /* of `exceptions`; INT64_MIN: it has none */
};

static const int64_t *days_of(struct value exceptions, struct arena *arena)
{
	size_t n = value_count(exceptions);
	int64_t *days = ARENA_ARRAY(arena, int64_t, n);
	for (size_t i = 0; i < n; i++) {
		struct day day;
		str date = value_get_str(exceptions.list->items[i], S("date"));
		days[i] = day_parse(date, &day) ? day_number(day) : INT64_MIN;
	}
	return days;
}

static struct plan plan_of(const struct record *schedule, struct arena *arena)
{
	struct value json = record_facts(schedule)->json;
	struct plan plan = {.schedule = schedule,
		.type = value_get_str(json, S("visit_type")),
		.term = term_of(schedule),
		.regular = value_get(json, S("regular"), arena),
		.exceptions = value_get(json, S("exceptions"), arena)};
	size_t n = value_count(plan.regular);
	struct weekdays *rows = ARENA_ARRAY(arena, struct weekdays, n);
	for (size_t i = 0; i < n; i++)
		rows[i] = weekdays_of(value_get_str(plan.regular.list->items[i], S("byday")));
	plan.rows = rows;
	plan.days = days_of(plan.exceptions, arena);
	return plan;
}

/* --- one schedule on one day -------------------------------------------------------- */

/* A day, with what all schedules ask of it. */
struct asked {
	struct day day;
	int64_t number;
	struct places places;
	str holiday;
};

static struct holidays holidays_of(const struct site *site, struct arena *arena)
{
	return holidays_read(
		config_is_of_latvia(&site->config), site_kind(site, S("holidays")), arena);
}

static struct asked asked_on(const struct holidays *holidays, struct day day)
{
	int64_t number = day_number(day);
	return (struct asked){
		day, number, places_of(day, day_weekday_of(number)), holiday_on(holidays, day)};
}

static struct value *new_rows(const struct plan *plan, struct arena *arena)
{
	return ARENA_ARRAY(
		arena, struct value, value_count(plan->regular) + value_count(plan->exceptions));
}

static void add_regular(struct visit *visit, const struct plan *plan, const struct asked *asked)
{
	for (size_t i = 0; i < value_count(plan->regular); i++)
		if (stand_at(&plan->rows[i], asked->places))
			visit->rows[visit->nrows++] = plan->regular.list->items[i];
}

/* The rule of a schedule speaks of the law's holidays. A day that only the government made
 * free may be one to the place, or not; one that is worked leaves its week as it is. */
static void apply_holiday(struct visit *visit, str holiday)
{
	if (visit->state != VISIT_OPEN || !holiday.len || str_eq(holiday, HOLIDAY_WORKED))
		return;
	str rule = value_get_str(record_facts(visit->schedule)->json, S("on_holidays"));
	bool moved = str_eq(holiday, HOLIDAY_FREE);
	if (str_eq(rule, S("closed")) && !moved)
		visit->state = VISIT_CLOSED;
	else if (!str_eq(rule, S("open")))
		visit->state = VISIT_UNKNOWN;
}

static bool is_exception(const struct plan *plan, size_t i, int64_t day, str status)
{
	return plan->days[i] == day &&
	       str_eq(value_get_str(plan->exceptions.list->items[i], S("status")), status);
}

/* Hours of exceptions stand behind the regular ones ("extra") or instead of
 * them ("changed"). On a holiday without visits only the extra ones are left. */
static void add_exceptions(struct visit *visit, const struct plan *plan, int64_t day, str status)
{
	bool extra = str_eq(status, S("extra"));
	for (size_t i = 0; i < value_count(plan->exceptions); i++) {
		struct value exception = plan->exceptions.list->items[i];
		if (!is_exception(plan, i, day, status))
			continue;
		if (visit->state != VISIT_OPEN || (!extra && visit->exception.kind == VALUE_NONE))
			visit->nrows = 0;
		visit->state = VISIT_OPEN;
		visit->exception = exception;
		visit->rows[visit->nrows++] = exception;
	}
}

static void apply_closed(struct visit *visit, const struct plan *plan, int64_t day)
{
	for (size_t i = 0; i < value_count(plan->exceptions); i++)
		if (is_exception(plan, i, day, S("closed"))) {
			visit->state = VISIT_CLOSED;
			visit->exception = plan->exceptions.list->items[i];
		}
}

static struct visit visit_on(
	const struct plan *plan, const struct asked *asked, struct arena *arena)
{
	struct visit visit = {
		.type = plan->type, .schedule = plan->schedule, .rows = new_rows(plan, arena)};
	add_regular(&visit, plan, asked);
	visit.state = visit.nrows ? VISIT_OPEN : VISIT_CLOSED;
	apply_holiday(&visit, asked->holiday);
	add_exceptions(&visit, plan, asked->number, S("changed"));
	add_exceptions(&visit, plan, asked->number, S("extra"));
	apply_closed(&visit, plan, asked->number);
	return visit;
}

struct visit schedule_visit(
	const struct site *site, const struct record *schedule, struct day day, struct arena *arena)
{
	struct plan plan = plan_of(schedule, arena);
	struct holidays holidays = holidays_of(site, arena);
	struct asked asked = asked_on(&holidays, day);
	return visit_on(&plan, &asked, arena);
}

/* --- all of a place ----------------------------------------------------------------- */

struct restriction {
	const struct record *record;
	struct term term;
};

struct timetable {
	struct plan *plans;
	size_t nplans;
	struct restriction *restrictions;
	size_t nrestrictions;
	struct holidays holidays;
};

/* The kinds of visit as the schema lists them: what people ask for most first. */
static size_t visit_rank(const struct plan *plan)
{
	const struct schema_node *root = schema_root(plan->schedule->kind->schema);
	const struct schema_property *type = schema_property(root, S("visit_type"));
	struct value words = value_none();
	size_t rank = 0;
	if (type && type->node->choices)
		words = value_list(type->node->choices, SPAN_NONE);
	while (rank < value_count(words) && !str_eq(value_str_at(words, rank), plan->type))
		rank++;
	return rank;
}

static int compare_plans(const void *left, const void *right)
{
	size_t a = visit_rank(left), b = visit_rank(right);
	return (a > b) - (a < b);
}

static void add_mention(struct timetable *timetable, const struct mention *mention,
	struct term asked, struct arena *arena)
{
	const struct record *by = mention->by;
	if (!str_eq(mention->field, S("location")) || by->is_hidden)
		return;
	struct term term = term_of(by);
	if (term.first > asked.last || term.last < asked.first)
		return;
	if (str_eq(by->kind->name, S("schedules")))
		timetable->plans[timetable->nplans++] = plan_of(by, arena);
	else if (str_eq(by->kind->name, S("restrictions")))
		timetable->restrictions[timetable->nrestrictions++] =
			(struct restriction){by, term};
}

const struct timetable *timetable_new(const struct site *site, const struct record *location,
	struct day first, size_t ndays, struct arena *arena)
{
	int64_t number = day_number(first);
	struct term asked = {number, number + (int64_t)ndays - 1};
	struct timetable *timetable = ARENA_NEW(arena, struct timetable);
	timetable->plans = ARENA_ARRAY(arena, struct plan, location->nmentions);
	timetable->restrictions = ARENA_ARRAY(arena, struct restriction, location->nmentions);
	for (size_t i = 0; i < location->nmentions; i++)
		add_mention(timetable, &location->mentions[i], asked, arena);
	if (!timetable->nplans)
		return NULL;
	vec_sort(timetable->plans, timetable->nplans, sizeof(*timetable->plans), compare_plans);
	timetable->holidays = holidays_of(site, arena);
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
static struct visit uncovered(const struct plan *plan)
{
	return (struct visit){
		.type = plan->type, .schedule = plan->schedule, .state = VISIT_UNKNOWN};
}

static bool type_is_covered(const struct timetable *timetable, str type, int64_t day)
{
	for (size_t i = 0; i < timetable->nplans; i++)
		if (str_eq(timetable->plans[i].type, type) && covers(timetable->plans[i].term, day))
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

static void add_visits(const struct timetable *timetable, const struct asked *asked,
	struct visit_day *out, struct arena *arena)
{
	out->visits = ARENA_ARRAY(arena, struct visit, timetable->nplans);
	for (size_t i = 0; i < timetable->nplans; i++) {
		const struct plan *plan = &timetable->plans[i];
		if (covers(plan->term, asked->number))
			out->visits[out->nvisits++] = visit_on(plan, asked, arena);
		else if (!type_is_covered(timetable, plan->type, asked->number) &&
			 !has_type(out, plan->type))
			out->visits[out->nvisits++] = uncovered(plan);
	}
}

static void restrict_day(
	const struct timetable *timetable, const struct asked *asked, struct visit_day *out)
{
	for (size_t i = 0; i < timetable->nrestrictions; i++) {
		const struct restriction *restriction = &timetable->restrictions[i];
		if (!covers(restriction->term, asked->number))
			continue;
		if (!out->restriction)
			out->restriction = restriction->record;
		for (size_t v = 0; v < out->nvisits; v++)
			apply_restriction(&out->visits[v], restriction->record);
	}
}

struct visit_day timetable_day(
	const struct timetable *timetable, struct day day, struct arena *arena)
{
	struct asked asked = asked_on(&timetable->holidays, day);
	struct visit_day out = {.day = asked.day, .holiday = asked.holiday};
	add_visits(timetable, &asked, &out, arena);
	restrict_day(timetable, &asked, &out);
	return out;
}

bool schedule_days(const struct site *site, const struct record *location, struct day first,
	size_t ndays, struct visit_day *out, struct arena *arena)
{
	const struct timetable *timetable = timetable_new(site, location, first, ndays, arena);
	for (size_t i = 0; timetable && i < ndays; i++)
		out[i] = timetable_day(
			timetable, day_of_number(day_number(first) + (int64_t)i), arena);
	return timetable != NULL;
}
