#include "locale/zone.h"
#include "feed/jsonld_part.h"

/* Weight counts: so many of each at most. */
#define HOURS_MAX    6
#define CONTACTS_MAX 2

struct ld {
	const struct reader *reader;
	const struct record *record;
	struct value json;
	struct json_writer *w;
};

static void add_text(const struct ld *ld, const char *key, const char *field)
{
	json_optional(ld->w, key, reader_text(ld->reader, ld->json, field));
}

static void add_field(const struct ld *ld, const char *key, const char *field)
{
	json_optional(ld->w, key, value_get_str(ld->json, str_of(field)));
}

/* Name and page of another record. */
static void add_other(
	const struct ld *ld, const char *key, const char *type, const struct record *other)
{
	if (!other)
		return;
	jsonld_begin(ld->w, key, type);
	json_optional(ld->w, "name", reader_title(ld->reader, other));
	json_optional(ld->w, "url", reader_page_url(ld->reader, other));
	json_end_object(ld->w);
}

static struct value first_of(struct value json, const char *key)
{
	struct value list = value_get(json, str_of(key), NULL);
	return value_count(list) ? list.list->items[0] : value_none();
}

static void add_address(const struct ld *ld, struct value json)
{
	struct value address = first_of(json, "addresses");
	if (address.kind != VALUE_MAP)
		return;
	jsonld_begin(ld->w, "address", "PostalAddress");
	json_optional(ld->w, "streetAddress", value_get_str(address, S("address_1")));
	json_optional(ld->w, "addressLocality", value_get_str(address, S("city")));
	json_optional(ld->w, "postalCode", value_get_str(address, S("postal_code")));
	json_optional(ld->w, "addressCountry", value_get_str(address, S("country")));
	json_end_object(ld->w);
}

static void add_geo(const struct ld *ld)
{
	double latitude, longitude;
	if (!record_position(ld->json, &latitude, &longitude))
		return;
	jsonld_begin(ld->w, "geo", "GeoCoordinates");
	json_key(ld->w, S("latitude"));
	json_real(ld->w, latitude);
	json_key(ld->w, S("longitude"));
	json_real(ld->w, longitude);
	json_end_object(ld->w);
}

static void add_languages(const struct ld *ld, struct value json)
{
	struct value languages = value_get(json, S("languages"), NULL);
	if (!value_count(languages))
		return;
	json_key(ld->w, S("availableLanguage"));
	json_value(ld->w, languages);
}

static void add_contacts(const struct ld *ld)
{
	struct value phones = value_get(ld->json, S("phones"), NULL);
	if (!value_count(phones))
		return;
	json_key(ld->w, S("contactPoint"));
	json_begin_list(ld->w);
	for (size_t i = 0; i < value_count(phones) && i < CONTACTS_MAX; i++) {
		struct value phone = phones.list->items[i];
		jsonld_begin(ld->w, NULL, "ContactPoint");
		json_optional(ld->w, "telephone", value_get_str(phone, S("number")));
		json_optional(ld->w, "contactType", reader_text(ld->reader, phone, "task"));
		add_languages(ld, phone);
		json_end_object(ld->w);
	}
	json_end_list(ld->w);
}

/* --- hours -------------------------------------------------------------------------- */

static void add_days(struct json_writer *w, str byday)
{
	static const str codes[] = {STR_INIT("MO"), STR_INIT("TU"), STR_INIT("WE"), STR_INIT("TH"),
		STR_INIT("FR"), STR_INIT("SA"), STR_INIT("SU")};
	static const str names[] = {STR_INIT("Monday"), STR_INIT("Tuesday"), STR_INIT("Wednesday"),
		STR_INIT("Thursday"), STR_INIT("Friday"), STR_INIT("Saturday"), STR_INIT("Sunday")};
	json_key(w, S("dayOfWeek"));
	json_begin_list(w);
	for (str part; str_cut(&byday, ',', &part);)
		for (size_t i = 0; i < ARRAY_LEN(codes); i++)
			if (str_eq(part, codes[i]))
				json_string(w, names[i]);
	json_end_list(w);
}

/* Only rows that every week has, with both hours, ending on the same day. */
static bool is_weekly(struct value row)
{
	str byday = value_get_str(row, S("byday"));
	for (size_t i = 0; i < byday.len; i++)
		if (byday.ptr[i] < 'A' && byday.ptr[i] != ',')
			return false;
	return value_get_str(row, S("opens_at")).len && value_get_str(row, S("closes_at")).len &&
	       value_get_int(row, S("closes_after_days"), 0) == 0;
}

static bool same_hours(struct value a, struct value b)
{
	static const str keys[] = {STR_INIT("byday"), STR_INIT("opens_at"), STR_INIT("closes_at")};
	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (!str_eq(value_get_str(a, keys[i]), value_get_str(b, keys[i])))
			return false;
	return true;
}

struct hours {
	struct value rows[HOURS_MAX];
	size_t n;
};

static void collect_hours(struct hours *hours, struct value schedule)
{
	struct value regular = value_get(schedule, S("regular"), NULL);
	for (size_t i = 0; i < value_count(regular); i++) {
		struct value row = regular.list->items[i];
		bool known = !is_weekly(row);
		for (size_t k = 0; k < hours->n; k++)
			known |= same_hours(hours->rows[k], row);
		if (!known && hours->n < HOURS_MAX)
			hours->rows[hours->n++] = row;
	}
}

static void add_hours(const struct ld *ld)
{
	struct hours hours = {.n = 0};
	for (size_t i = 0; i < ld->record->nmentions; i++) {
		const struct record *by = ld->record->mentions[i].by;
		if (str_eq(by->kind->name, S("schedules")) && by->is_shown)
			collect_hours(&hours, record_facts(by)->json);
	}
	if (!hours.n)
		return;
	json_key(ld->w, S("openingHoursSpecification"));
	json_begin_list(ld->w);
	for (size_t i = 0; i < hours.n; i++) {
		jsonld_begin(ld->w, NULL, "OpeningHoursSpecification");
		add_days(ld->w, value_get_str(hours.rows[i], S("byday")));
		json_optional(ld->w, "opens", value_get_str(hours.rows[i], S("opens_at")));
		json_optional(ld->w, "closes", value_get_str(hours.rows[i], S("closes_at")));
		json_end_object(ld->w);
	}
	json_end_list(ld->w);
}

/* --- kinds -------------------------------------------------------------------------- */

/* schema.org has no type for prisons. */
static void add_location(const struct ld *ld)
{
	struct value phone = first_of(ld->json, "phones");
	jsonld_begin(ld->w, "mainEntity", "GovernmentBuilding");
	json_optional(ld->w, "name", reader_title(ld->reader, ld->record));
	add_field(ld, "sameAs", "url");
	json_optional(ld->w, "telephone", value_get_str(phone, S("number")));
	add_address(ld, ld->json);
	add_geo(ld);
	add_hours(ld);
	json_end_object(ld->w);
}

static bool is_government(struct value organization)
{
	str type = value_get_str(organization, S("provider_type"));
	return str_eq(type, S("state")) || str_eq(type, S("municipal"));
}

static void add_organization(const struct ld *ld)
{
	str type = value_get_str(ld->json, S("provider_type"));
	bool ngo = str_eq(type, S("ngo")) || str_eq(type, S("church"));
	jsonld_begin(ld->w, "mainEntity",
		is_government(ld->json) ? "GovernmentOrganization"
		: ngo                   ? "NGO"
					: "Organization");
	json_optional(ld->w, "name", reader_title(ld->reader, ld->record));
	add_text(ld, "alternateName", "alternate_name");
	add_field(ld, "url", "website");
	add_field(ld, "email", "email");
	add_address(ld, ld->json);
	add_contacts(ld);
	json_end_object(ld->w);
}

static void add_channel(const struct ld *ld, str number)
{
	jsonld_begin(ld->w, "availableChannel", "ServiceChannel");
	if (number.len) {
		jsonld_begin(ld->w, "servicePhone", "ContactPoint");
		json_optional(ld->w, "telephone", number);
		json_end_object(ld->w);
	}
	add_field(ld, "serviceUrl", "url");
	add_languages(ld, ld->json);
	json_end_object(ld->w);
}

/* Services and helplines: a helpline is a service with one channel. */
static void add_service(const struct ld *ld)
{
	const struct record *of =
		reader_reference(ld->reader, ld->json, "organization", "organizations");
	bool government = of && is_government(record_facts(of)->json);
	str number = value_get_str(ld->json, S("number"));
	if (!number.len)
		number = value_get_str(first_of(ld->json, "phones"), S("number"));
	jsonld_begin(ld->w, "mainEntity", government ? "GovernmentService" : "Service");
	json_optional(ld->w, "name", reader_title(ld->reader, ld->record));
	add_other(ld, government ? "serviceOperator" : "provider",
		government ? "GovernmentOrganization" : "Organization", of);
	if (number.len || value_get_str(ld->json, S("url")).len)
		add_channel(ld, number);
	json_end_object(ld->w);
}

/* A local time with its offset from UTC; a day stays a day. */
static void add_moment(const struct ld *ld, const char *key, str text)
{
	struct arena *arena = ld->reader->arena;
	str zone = value_get_str(ld->json, S("timezone"));
	int64_t hour, minute;
	struct day day;
	int offset;
	if (zone.len == 0)
		zone = ld->reader->site->config.timezone;
	if (text.len == 16 && day_parse(str_sub(text, 0, 10), &day) &&
		str_to_int(str_sub(text, 11, 13), &hour) &&
		str_to_int(str_from(text, 14), &minute) &&
		zone_offset(zone, day, (int)(hour * 60 + minute), &offset)) {
		int size = offset < 0 ? -offset : offset;
		text = arena_printf(arena, "%.*s:00%c%02d:%02d", STR_ARGS(text),
			offset < 0 ? '-' : '+', size / 60, size % 60);
	}
	json_optional(ld->w, key, text);
}

static str event_status(str word)
{
	return str_eq(word, S("cancelled"))     ? S("https://schema.org/EventCancelled")
	       : str_eq(word, S("postponed"))   ? S("https://schema.org/EventPostponed")
	       : str_eq(word, S("rescheduled")) ? S("https://schema.org/EventRescheduled")
						: S("https://schema.org/EventScheduled");
}

static void add_venue(const struct ld *ld)
{
	const struct record *location =
		reader_reference(ld->reader, ld->json, "location", "locations");
	if (!location)
		return;
	jsonld_begin(ld->w, "location", "GovernmentBuilding");
	json_optional(ld->w, "name", reader_title(ld->reader, location));
	if (!location->is_hidden)
		add_address(ld, record_facts(location)->json);
	json_end_object(ld->w);
}

static void add_event(const struct ld *ld)
{
	struct value free = value_get(ld->json, S("isAccessibleForFree"), NULL);
	jsonld_begin(ld->w, "mainEntity", "Event");
	json_optional(ld->w, "name", reader_title(ld->reader, ld->record));
	add_moment(ld, "startDate", value_get_str(ld->json, S("startDate")));
	add_moment(ld, "endDate", value_get_str(ld->json, S("endDate")));
	add_moment(ld, "previousStartDate", value_get_str(ld->json, S("previousStartDate")));
	json_optional(
		ld->w, "eventStatus", event_status(value_get_str(ld->json, S("eventStatus"))));
	json_optional(
		ld->w, "eventAttendanceMode", S("https://schema.org/OfflineEventAttendanceMode"));
	add_venue(ld);
	add_other(ld, "organizer", "Organization",
		reader_reference(ld->reader, ld->json, "organizer", "organizations"));
	if (free.kind == VALUE_BOOL) {
		json_key(ld->w, S("isAccessibleForFree"));
		json_bool(ld->w, free.boolean);
	}
	json_end_object(ld->w);
}

static void add_dataset(const struct ld *ld)
{
	str table = companion_table(ld->record, ld->reader->arena);
	jsonld_begin(ld->w, "mainEntity", "Dataset");
	json_optional(ld->w, "name", reader_title(ld->reader, ld->record));
	add_text(ld, "description", "description");
	add_field(ld, "temporalCoverage", "date");
	json_optional(ld->w, "license", value_get_str(ld->reader->site->config.json, S("license")));
	jsonld_begin(ld->w, "distribution", "DataDownload");
	json_optional(ld->w, "encodingFormat", S("text/csv"));
	json_optional(ld->w, "contentUrl", reader_file_url(ld->reader, table));
	json_end_object(ld->w);
	json_end_object(ld->w);
}

void jsonld_add_record(
	const struct reader *reader, const struct record *record, struct json_writer *w)
{
	static const struct {
		str kind;
		void (*add)(const struct ld *ld);
	} kinds[] = {
		{STR_INIT("locations"), add_location},
		{STR_INIT("organizations"), add_organization},
		{STR_INIT("services"), add_service},
		{STR_INIT("helplines"), add_service},
		{STR_INIT("events"), add_event},
		{STR_INIT("datasets"), add_dataset},
	};
	const struct ld ld = {reader, record, record_facts(record)->json, w};
	str status = value_get_str(record_facts(record)->json, S("status"));
	bool planned = str_eq(status, S("planned")) || str_eq(status, S("inactive"));
	if (planned || !record->is_shown)
		return;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (str_eq(kinds[i].kind, record->kind->name))
			kinds[i].add(&ld);
}
