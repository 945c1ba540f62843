#include "check/records.h"

#include "base/messages.h"
#include "check/accepted.h"
#include "check/fact.h"
#include "check/words.h"
#include "locale/format.h"
#include "model/said.h"

/* What can't be read may hold any of them. */
static bool has_any(const struct record *record, const char *const *keys)
{
	for (; *keys && !record->is_unreadable; keys++) {
		struct value v = value_get(record_facts(record)->json, str_of(*keys), NULL);
		if (value_is_true(v))
			return true;
	}
	return record->is_unreadable;
}

static const struct record *named(
	const struct site *site, const struct record *record, str field, str kind_name)
{
	const struct kind *kind = site_kind(site, kind_name);
	str id = value_get_str(record_facts(record)->json, field);
	return kind && id.len ? kind_find(kind, id) : NULL;
}

static bool has_word(const struct record *record, str field, str word)
{
	return str_eq(value_get_str(record_facts(record)->json, field), word);
}

/* --- facts that grew old ------------------------------------------------------------ */

/* What is over need not be checked any more. */
static bool is_over(const struct site *site, const struct record *record)
{
	static const str keys[] = {
		STR_INIT("valid_to"), STR_INIT("endDate"), STR_INIT("startDate")};
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		str last = str_sub(value_get_str(record_facts(record)->json, keys[i]), 0, 10);
		if (last.len)
			return str_cmp(last, site->today) < 0;
	}
	return false;
}

static void check_age(const struct site *site, const struct record *record, bool strict_dates,
	struct diags *diags)
{
	struct day day;
	str check_by = value_get_str(record_facts(record)->json, S("check_by"));
	if (record->is_overdue && day_parse(check_by, &day) && !is_over(site, record))
		fact_overdue(fact_span(record, S("check_by")), check_by, strict_dates, diags);
}

/* --- kinds -------------------------------------------------------------------------- */

static const char *const ways[] = {
	"phones", "email", "url", "website", "chat", "application_process", "number", NULL};

static bool can_be_reached(const struct site *site, const struct record *service)
{
	const struct record *organization =
		named(site, service, S("organization"), S("organizations"));
	struct value places = value_get(record_facts(service)->json, S("locations"), NULL);
	const struct kind *locations = site_kind(site, S("locations"));
	if (has_any(service, ways) || (organization && has_any(organization, ways)))
		return true;
	if (!organization && value_get_str(record_facts(service)->json, S("organization")).len)
		return true; /* of one that is not there another message tells */
	for (size_t i = 0; locations && i < value_count(places); i++) {
		const struct record *place = kind_find(locations, value_str_at(places, i));
		if (place && has_any(place, ways))
			return true;
	}
	return false;
}

/* Of what is no day another message tells. */
static bool has_gone_by(const struct site *site, str day)
{
	struct day read;
	return day_parse(day, &read) && str_cmp(day, site->today) < 0;
}

static void check_plan(const struct site *site, const struct record *service, struct diags *diags)
{
	str begin = value_get_str(record_facts(service)->json, S("valid_from"));
	str end = value_get_str(record_facts(service)->json, S("valid_to"));
	if (has_gone_by(site, begin))
		diag_add(diags, DIAG_PLAN_PAST, fact_span(service, S("status")),
			"this is still planned, though it was to begin on %.*s", STR_ARGS(begin));
	else if (has_gone_by(site, end))
		diag_add(diags, DIAG_PLAN_PAST, fact_span(service, S("status")),
			"this is still planned, though it was to end on %.*s", STR_ARGS(end));
}

/* Readers go there before it begins. */
static void check_begun(const struct site *site, const struct record *service, struct diags *diags)
{
	struct day day;
	str begin = value_get_str(record_facts(service)->json, S("valid_from"));
	if (!day_parse(begin, &day) || str_cmp(begin, site->today) <= 0)
		return;
	diag_add(diags, DIAG_PLAN_PAST, fact_span(service, S("status")),
		"this is said to be there already, though it is to begin on %.*s", STR_ARGS(begin));
	diag_note(diags, SPAN_NONE, "until then its status is \"planned\"");
}

/* The year of another notice, from which it was copied. */
static void check_notice(const struct site *site, const struct record *notice, struct diags *diags)
{
	str end = value_get_str(record_facts(notice)->json, S("valid_to"));
	str checked = value_get_str(record_facts(notice)->json, S("checked_on"));
	if (!has_gone_by(site, end) || str_cmp(end, checked) >= 0)
		return;
	diag_add(diags, DIAG_PLAN_PAST, fact_span(notice, S("valid_to")),
		"nobody sees this notice: it was over on %.*s, before it was checked",
		STR_ARGS(end));
	diag_note(diags, SPAN_NONE, "is the year right?");
}

static void check_service(
	const struct site *site, const struct record *service, struct diags *diags)
{
	bool here = has_word(service, S("status"), S("exists")) ||
		    has_word(service, S("status"), S("pilot"));
	if (here && service->is_shown && !can_be_reached(site, service)) {
		diag_add(diags, DIAG_SERVICE_UNREACHABLE, span_file(service->source),
			"nobody can reach this service: it has no phone, e-mail, web address or "
			"way to apply, and neither have its organization and places");
	}
	if (here)
		check_begun(site, service, diags);
	if (has_word(service, S("status"), S("planned")))
		check_plan(site, service, diags);
}

static void check_organization(
	const struct site *site, const struct record *organization, struct diags *diags)
{
	UNUSED(site);
	if (has_word(organization, S("status"), S("active")) && !organization->nmentions &&
		!has_any(organization, ways))
		diag_add(diags, DIAG_ORGANIZATION_IDLE, span_file(organization->source),
			"no service, place or event names this organization, and nobody can reach "
			"it");
}

/* What became of it is not said yet. */
static bool is_open(str status)
{
	return str_eq(status, S("scheduled")) || str_eq(status, S("rescheduled")) ||
	       str_eq(status, S("postponed"));
}

/* Of an empty one the schema tells, at its place. */
static bool has_text(const struct record *event, str key)
{
	return value_get(record_facts(event)->json, key, NULL).kind == VALUE_STRING;
}

static void check_event(const struct site *site, const struct record *event, struct diags *diags)
{
	str start = str_sub(value_get_str(record_facts(event)->json, S("startDate")), 0, 10);
	str end = str_sub(value_get_str(record_facts(event)->json, S("endDate")), 0, 10);
	str last = end.len ? end : start;
	str status = value_get_str(record_facts(event)->json, S("eventStatus"));
	bool dated = has_text(event, S("startDate"));
	if (!dated || !has_text(event, S("location")))
		diag_add(diags, DIAG_EVENT_INCOMPLETE, span_file(event->source),
			"an event needs %s", dated ? _("a place") : _("a date"));
	if (is_open(status) && has_gone_by(site, last)) {
		diag_add(diags, DIAG_PLAN_PAST, fact_span(event, S("eventStatus")),
			"the day of this event has gone by, and it is still '%.*s'",
			STR_ARGS(status));
		diag_note(diags, SPAN_NONE, "'held' if it took place, else 'cancelled'");
	}
	if (str_eq(status, S("held")) && str_cmp(start, site->today) > 0)
		diag_add(diags, DIAG_HELD_FUTURE, fact_span(event, S("eventStatus")),
			"this event is on %.*s, and can't have been held", STR_ARGS(start));
}

/* Latvia with its territorial sea, in degrees. */
static bool lies_in(struct value v, double low, double high)
{
	double n = value_number(v);
	return !value_is_number(v) || (n >= low && n <= high);
}

static bool says_abroad(const struct record *record)
{
	struct value addresses = value_get(record_facts(record)->json, S("addresses"), NULL);
	if (has_word(record, S("status"), S("abroad")) ||
		has_word(record, S("provider_type"), S("foreign")))
		return true;
	for (size_t i = 0; i < value_count(addresses); i++) {
		str country = value_get_str(addresses.list->items[i], S("country"));
		if (country.len && !str_eq(country, S("LV")))
			return true;
	}
	return false;
}

/* One step only: in a broken record an organization may name itself. */
static bool is_abroad(const struct site *site, const struct record *record)
{
	const struct record *owner = named(site, record, S("organization"), S("organizations"));
	return !config_is_of_latvia(&site->config) || says_abroad(record) ||
	       (owner && says_abroad(owner));
}

static void check_location(
	const struct site *site, const struct record *location, struct diags *diags)
{
	struct value latitude = value_get(record_facts(location)->json, S("latitude"), NULL);
	struct value longitude = value_get(record_facts(location)->json, S("longitude"), NULL);
	bool inside = lies_in(latitude, 55.6, 58.1) && lies_in(longitude, 20.9, 28.3);
	timetable_check(site, location, diags);
	if (inside || is_abroad(site, location))
		return;
	diag_add(diags, DIAG_COORDINATES, fact_span(location, S("latitude")),
		"this point does not lie in Latvia");
	diag_note(diags, SPAN_NONE, "latitude is 55.6 to 58.1, longitude 20.9 to 28.3");
}

struct kind_check {
	str kind;
	void (*check)(const struct site *site, const struct record *record, struct diags *diags);
};

static const struct kind_check kind_checks[] = {
	{STR_INIT("services"), check_service},
	{STR_INIT("organizations"), check_organization},
	{STR_INIT("locations"), check_location},
	{STR_INIT("events"), check_event},
	{STR_INIT("datasets"), figures_check},
	{STR_INIT("notices"), check_notice},
};

struct asking {
	const struct site *site;
	const struct reach_words *words;
	bool strict_dates;
	struct diags *diags;
	struct words_said said;
};

static void check_record(struct asking *asking, const struct record *record)
{
	const struct site *site = asking->site;
	struct diags *diags = asking->diags;
	size_t first = diags->list.len;
	check_age(site, record, asking->strict_dates, diags);
	checked_on_check(site, record_facts(record)->json, diags);
	days_check(site, record, diags);
	phones_check(site, record, is_abroad(site, record), diags);
	hours_check(site, record, diags);
	addresses_check(record, diags);
	texts_check_record(site, record, diags);
	steps_check(site, record, asking->words, diags);
	for (size_t i = 0; i < ARRAY_LEN(kind_checks); i++)
		if (str_eq(record->kind->name, kind_checks[i].kind))
			kind_checks[i].check(site, record, diags);
	if (str_eq(record->kind->name, S(SAID_KIND)))
		words_check(site, record, &asking->said, diags);
	accepted_apply(site, record, first, diags);
}

void records_check(
	const struct site *site, const struct kind *kind, bool strict_dates, struct diags *diags)
{
	struct arena arena;
	arena_init(&arena);
	struct asking asking = {.site = site,
		.words = steps_words(site, &arena),
		.strict_dates = strict_dates,
		.diags = diags};
	for (size_t i = 0; i < kind->nrecords; i++)
		if (!kind->records[i]->is_unreadable)
			check_record(&asking, kind->records[i]);
	words_said_release(&asking.said);
	arena_release(&arena);
}
