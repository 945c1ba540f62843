#include "feed/hsds_object.h"

#include "base/hash.h"
#include "feed/hsds_part.h"
#include "feed/xml.h"

/* Broader terms of broader terms. */
#define TERM_DEPTH 8

/* How a field of services and organizations classifies them. */
struct taxonomy {
	const char *kind;
	const char *field;
	const char *link_type;
};

static const struct taxonomy taxonomies[HSDS_TAXONOMIES] = {
	{"needs", "need", "category"},
	{"audiences", "audience", "eligibility"},
	{"stages", "stage", "stage"},
	{"channels", "channel", "channel"},
	{"provider-types", "provider_type", "provider type"},
};

str hsds_taxonomy_kind(size_t index)
{
	return str_of(taxonomies[index].kind);
}

static str owner_of(const struct reader *reader, const struct record *record)
{
	return arena_join(reader->arena, record->kind->name, S("/"), record->id);
}

str hsds_id(const struct reader *reader, const struct record *record)
{
	return hash_uuid5(reader->arena, owner_of(reader, record));
}

static struct value_map *start(const struct reader *reader, const struct record *record)
{
	struct value_map *map = ARENA_NEW(reader->arena, struct value_map);
	hsds_put(reader, map, "id", hsds_id(reader, record));
	return map;
}

/* Required, so there even when empty. */
static void put_description(
	const struct reader *reader, struct value_map *map, const struct record *record)
{
	str text = reader_text(reader, record_facts(record)->json, "description");
	hsds_put_value(reader, map, "description", value_string(text, SPAN_NONE));
}

static void put_plain(
	const struct reader *reader, struct value_map *map, const char *key, struct value json)
{
	hsds_put(reader, map, key, value_get_str(json, str_of(key)));
}

static void put_text(
	const struct reader *reader, struct value_map *map, const char *key, struct value json)
{
	hsds_put(reader, map, key, reader_text(reader, json, key));
}

/* --- taxonomies --------------------------------------------------------------------- */

struct value hsds_taxonomy(const struct reader *reader, const struct kind *kind)
{
	struct value_map *map = ARENA_NEW(reader->arena, struct value_map);
	const struct schema_node *root = schema_root(kind->schema);
	str name = reader_word(reader, arena_join(reader->arena, S("kinds."), kind->name, S("")));
	hsds_put(reader, map, "id",
		hash_uuid5(reader->arena,
			arena_join(reader->arena, S("taxonomies/"), kind->name, S(""))));
	hsds_put(reader, map, "name", name.len ? name : root->title);
	hsds_put_value(reader, map, "description", value_string(root->description, SPAN_NONE));
	return hsds_object(map);
}

struct value hsds_term(const struct reader *reader, const struct record *record)
{
	struct value_map *map = start(reader, record);
	str kind = record->kind->name;
	const struct record *parent = reader_reference(
		reader, record_facts(record)->json, "parent", arena_cstr(reader->arena, kind));
	hsds_put(reader, map, "code", record->id);
	hsds_put(reader, map, "name", reader_title(reader, record));
	put_description(reader, map, record);
	hsds_put(reader, map, "parent_id", parent ? hsds_id(reader, parent) : S(""));
	hsds_put(reader, map, "taxonomy", kind);
	hsds_put_value(reader, map, "taxonomy_detail", hsds_taxonomy(reader, record->kind));
	return hsds_object(map);
}

static bool is_used(const struct site *site, const struct record *term, int depth)
{
	for (size_t i = 0; i < term->nmentions; i++) {
		const struct record *by = term->mentions[i].by;
		if (str_eq(by->kind->name, S("organizations")) ||
			(str_eq(by->kind->name, S("services")) && hsds_is_published(by)))
			return true;
		if (by->kind == term->kind && depth && is_used(site, by, depth - 1))
			return true;
	}
	return false;
}

bool hsds_term_is_used(const struct site *site, const struct record *term)
{
	return is_used(site, term, TERM_DEPTH);
}

static void add_attribute(const struct reader *reader, struct value_list *list,
	const struct record *record, const struct taxonomy *taxonomy, str id)
{
	const struct kind *kind = site_kind(reader->site, str_of(taxonomy->kind));
	const struct record *term = kind ? kind_find(kind, id) : NULL;
	if (!term)
		return;
	struct value_map *map =
		hsds_part(reader, owner_of(reader, record), taxonomy->kind, term->id);
	hsds_put(reader, map, "link_type", str_of(taxonomy->link_type));
	hsds_put(reader, map, "value", reader_title(reader, term));
	hsds_put_value(reader, map, "taxonomy_term", hsds_term(reader, term));
	value_list_push(reader->arena, list, hsds_object(map));
}

static struct value_list *attributes(const struct reader *reader, const struct record *record)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	for (size_t t = 0; t < HSDS_TAXONOMIES; t++) {
		struct value field =
			value_get(record_facts(record)->json, str_of(taxonomies[t].field), NULL);
		if (field.kind == VALUE_STRING)
			add_attribute(reader, list, record, &taxonomies[t], field.string);
		for (size_t i = 0; i < value_count(field); i++)
			add_attribute(reader, list, record, &taxonomies[t], value_str_at(field, i));
	}
	return list;
}

/* --- locations ---------------------------------------------------------------------- */

static void put_position(const struct reader *reader, struct value_map *map, struct value json)
{
	double latitude, longitude;
	if (!record_position(json, &latitude, &longitude))
		return;
	hsds_put_value(reader, map, "latitude", value_real(latitude, SPAN_NONE));
	hsds_put_value(reader, map, "longitude", value_real(longitude, SPAN_NONE));
}

static void put_location(
	const struct reader *reader, struct value_map *map, const struct record *record)
{
	struct value json = record_facts(record)->json;
	const struct record *of = reader_reference(reader, json, "organization", "organizations");
	str owner = owner_of(reader, record);
	put_text(reader, map, "alternate_name", json);
	put_text(reader, map, "description", json);
	put_text(reader, map, "transportation", json);
	put_plain(reader, map, "url", json);
	hsds_put(reader, map, "organization_id", of ? hsds_id(reader, of) : S(""));
	hsds_put_list(reader, map, "accessibility",
		hsds_text(reader, owner, json, "accessibility", "accessibility", "description"));
	if (record->is_hidden)
		return;
	hsds_put_list(reader, map, "phones", hsds_phones(reader, owner, json));
	hsds_put_list(reader, map, "schedules", hsds_schedules(reader, record));
}

struct value hsds_location(
	const struct reader *reader, const struct record *record, enum hsds_extent extent)
{
	struct value_map *map = start(reader, record);
	put_plain(reader, map, "location_type", record_facts(record)->json);
	hsds_put(reader, map, "name", reader_title(reader, record));
	put_position(reader, map, record_facts(record)->json);
	hsds_put_list(reader, map, "addresses",
		hsds_addresses(reader, owner_of(reader, record), record_facts(record)->json));
	if (extent == HSDS_FULL)
		put_location(reader, map, record);
	return hsds_object(map);
}

/* --- organizations ------------------------------------------------------------------ */

struct value hsds_office(const struct reader *reader, const struct record *record)
{
	str owner = owner_of(reader, record);
	struct value_list *addresses = hsds_addresses(reader, owner, record_facts(record)->json);
	if (!addresses->len)
		return value_none();
	struct value_map *office = hsds_part(reader, owner, "locations", S("office"));
	hsds_put(reader, office, "location_type", S("physical"));
	hsds_put(reader, office, "name", reader_title(reader, record));
	hsds_put(reader, office, "organization_id", hsds_id(reader, record));
	hsds_put_list(reader, office, "addresses", addresses);
	return hsds_object(office);
}

static void put_office(
	const struct reader *reader, struct value_map *map, const struct record *record)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	struct value office = hsds_office(reader, record);
	if (office.kind == VALUE_MAP)
		value_list_push(reader->arena, list, office);
	hsds_put_list(reader, map, "locations", list);
}

struct value hsds_organization(
	const struct reader *reader, const struct record *record, enum hsds_extent extent)
{
	struct value_map *map = start(reader, record);
	struct value json = record_facts(record)->json;
	const struct record *parent =
		reader_reference(reader, json, "parent_organization", "organizations");
	hsds_put(reader, map, "name", reader_title(reader, record));
	put_text(reader, map, "alternate_name", json);
	put_description(reader, map, record);
	put_plain(reader, map, "website", json);
	hsds_put(reader, map, "parent_organization_id", parent ? hsds_id(reader, parent) : S(""));
	bool hidden = record->is_hidden;
	if (!hidden)
		put_plain(reader, map, "email", json);
	if (extent == HSDS_BRIEF)
		return hsds_object(map);
	if (!hidden)
		hsds_put_list(
			reader, map, "phones", hsds_phones(reader, owner_of(reader, record), json));
	put_office(reader, map, record);
	hsds_put_list(reader, map, "attributes", attributes(reader, record));
	return hsds_object(map);
}

/* --- services ----------------------------------------------------------------------- */

bool hsds_is_published(const struct record *service)
{
	return !str_eq(value_get_str(record_facts(service)->json, S("status")), S("abroad")) &&
	       !service->is_hidden;
}

/* The standard's words; what ours say more precisely stands in `alert`. */
static str status_of(const struct site *site, struct value json)
{
	str status = value_get_str(json, S("status"));
	str from = value_get_str(json, S("valid_from")), to = value_get_str(json, S("valid_to"));
	if (to.len && str_cmp(to, site->today) < 0)
		return S("defunct");
	if (str_eq(status, S("planned")) || (from.len && str_cmp(from, site->today) > 0))
		return S("inactive");
	return S("active");
}

static str alert_of(const struct reader *reader, struct value json)
{
	str status = value_get_str(json, S("status"));
	str parts[] = {str_eq(status, S("exists")) ? S("") : reader_enum(reader, status),
		reader_text(reader, json, "alert"), reader_text(reader, json, "note")};
	str text = parts[0];
	for (size_t i = 1; i < ARRAY_LEN(parts); i++) {
		if (!parts[i].len)
			continue;
		str between = !text.len ? S("") : text.ptr == parts[0].ptr ? S(": ") : S(" ");
		text = arena_join(reader->arena, text, between, parts[i]);
	}
	return text;
}

static str last_modified(const struct reader *reader, const struct record *record)
{
	struct buf time;
	buf_init(&time);
	xml_time(&time, record_changed(record));
	str copy = arena_str(reader->arena, buf_str(&time));
	buf_release(&time);
	return copy;
}

static void add_area(const struct reader *reader, struct value_list *list, str owner, str region)
{
	const struct kind *regions = site_kind(reader->site, S("regions"));
	const struct record *record = regions ? kind_find(regions, region) : NULL;
	struct value_map *map = hsds_part(reader, owner, "regions", region);
	hsds_put(reader, map, "name", record ? reader_title(reader, record) : region);
	value_list_push(reader->arena, list, hsds_object(map));
}

static struct value_list *areas(const struct reader *reader, str owner, struct value json)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	struct value regions = value_get(json, S("region"), NULL);
	for (size_t i = 0; i < value_count(regions); i++)
		add_area(reader, list, owner, value_str_at(regions, i));
	return list;
}

static struct value service_at(const struct reader *reader, const struct record *service,
	const struct record *location, bool with_service)
{
	struct value_map *map =
		hsds_part(reader, owner_of(reader, service), "locations", location->id);
	if (with_service)
		hsds_put_value(reader, map, "service", hsds_service(reader, service, HSDS_BRIEF));
	hsds_put_value(reader, map, "location", hsds_location(reader, location, HSDS_BRIEF));
	return hsds_object(map);
}

struct value hsds_service_at_location(
	const struct reader *reader, const struct record *service, const struct record *location)
{
	return service_at(reader, service, location, true);
}

static struct value_list *places(const struct reader *reader, const struct record *service)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	const struct kind *kind = site_kind(reader->site, S("locations"));
	struct value ids = value_get(record_facts(service)->json, S("locations"), NULL);
	for (size_t i = 0; kind && i < value_count(ids); i++) {
		const struct record *location = kind_find(kind, value_str_at(ids, i));
		if (location)
			value_list_push(
				reader->arena, list, service_at(reader, service, location, false));
	}
	return list;
}

static void put_lists(
	const struct reader *reader, struct value_map *map, const struct record *record)
{
	struct value json = record_facts(record)->json;
	str owner = owner_of(reader, record);
	hsds_put_list(reader, map, "phones", hsds_phones(reader, owner, json));
	hsds_put_list(reader, map, "schedules",
		hsds_text(reader, owner, json, "hours", "schedules", "description"));
	hsds_put_list(reader, map, "languages", hsds_languages(reader, owner, json));
	hsds_put_list(reader, map, "service_areas", areas(reader, owner, json));
	hsds_put_list(reader, map, "required_documents",
		hsds_text(reader, owner, json, "required_documents", "documents", "document"));
	hsds_put_list(reader, map, "service_at_locations", places(reader, record));
	hsds_put_list(reader, map, "attributes", attributes(reader, record));
}

struct value hsds_service(
	const struct reader *reader, const struct record *record, enum hsds_extent extent)
{
	static const char *const texts[] = {
		"application_process", "fees_description", "eligibility_description"};
	struct value_map *map = start(reader, record);
	struct value json = record_facts(record)->json;
	const struct record *of = reader_reference(reader, json, "organization", "organizations");
	hsds_put(reader, map, "name", reader_title(reader, record));
	put_description(reader, map, record);
	hsds_put(reader, map, "status", status_of(reader->site, json));
	hsds_put(reader, map, "alert", alert_of(reader, json));
	put_plain(reader, map, "url", json);
	put_plain(reader, map, "email", json);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		put_text(reader, map, texts[i], json);
	hsds_put(reader, map, "assured_date", value_get_str(json, S("checked_on")));
	hsds_put(reader, map, "last_modified", last_modified(reader, record));
	if (of)
		hsds_put_value(
			reader, map, "organization", hsds_organization(reader, of, HSDS_BRIEF));
	if (extent == HSDS_FULL)
		put_lists(reader, map, record);
	return hsds_object(map);
}
