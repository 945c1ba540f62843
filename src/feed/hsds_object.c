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

static str owner_of(const struct feed *feed, const struct record *record)
{
	return arena_join(feed->arena, record->kind->name, S("/"), record->id);
}

str hsds_id(const struct feed *feed, const struct record *record)
{
	return hash_uuid5(feed->arena, owner_of(feed, record));
}

static struct value_map *start(const struct feed *feed, const struct record *record)
{
	struct value_map *map = ARENA_NEW(feed->arena, struct value_map);
	hsds_put(feed, map, "id", hsds_id(feed, record));
	return map;
}

/* Required, so there even when empty. */
static void put_description(
	const struct feed *feed, struct value_map *map, const struct record *record)
{
	str text = feed_text(feed, record->json, "description");
	hsds_put_value(feed, map, "description", value_string(text, SPAN_NONE));
}

static void put_plain(
	const struct feed *feed, struct value_map *map, const char *key, struct value json)
{
	hsds_put(feed, map, key, value_get_str(json, str_of(key)));
}

static void put_text(
	const struct feed *feed, struct value_map *map, const char *key, struct value json)
{
	hsds_put(feed, map, key, feed_text(feed, json, key));
}

/* --- taxonomies ----------------------------------------------------------------------- */

struct value hsds_taxonomy(const struct feed *feed, const struct kind *kind)
{
	struct value_map *map = ARENA_NEW(feed->arena, struct value_map);
	const struct schema_node *root = schema_root(kind->schema);
	str name = feed_word(feed, arena_join(feed->arena, S("kinds."), kind->name, S("")));
	hsds_put(feed, map, "id",
		hash_uuid5(
			feed->arena, arena_join(feed->arena, S("taxonomies/"), kind->name, S(""))));
	hsds_put(feed, map, "name", name.len ? name : root->title);
	hsds_put_value(feed, map, "description", value_string(root->description, SPAN_NONE));
	return hsds_object(map);
}

struct value hsds_term(const struct feed *feed, const struct record *record)
{
	struct value_map *map = start(feed, record);
	str kind = record->kind->name;
	const struct record *parent =
		feed_reference(feed, record->json, "parent", arena_cstr(feed->arena, kind));
	hsds_put(feed, map, "code", record->id);
	hsds_put(feed, map, "name", feed_title(feed, record));
	put_description(feed, map, record);
	hsds_put(feed, map, "parent_id", parent ? hsds_id(feed, parent) : S(""));
	hsds_put(feed, map, "taxonomy", kind);
	hsds_put_value(feed, map, "taxonomy_detail", hsds_taxonomy(feed, record->kind));
	return hsds_object(map);
}

static bool is_used(const struct site *site, const struct record *term, int depth)
{
	for (size_t i = 0; i < term->nmentions; i++) {
		const struct record *by = term->mentions[i].by;
		if (str_eq(by->kind->name, S("organizations")) ||
			(str_eq(by->kind->name, S("services")) && hsds_is_published(site, by)))
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

static void add_attribute(const struct feed *feed, struct value_list *list,
	const struct record *record, const struct taxonomy *taxonomy, str id)
{
	const struct kind *kind = site_kind(feed->site, str_of(taxonomy->kind));
	const struct record *term = kind ? kind_find(kind, id) : NULL;
	if (!term)
		return;
	struct value_map *map = hsds_part(feed, owner_of(feed, record), taxonomy->kind, term->id);
	hsds_put(feed, map, "link_type", str_of(taxonomy->link_type));
	hsds_put(feed, map, "value", feed_title(feed, term));
	hsds_put_value(feed, map, "taxonomy_term", hsds_term(feed, term));
	value_list_push(feed->arena, list, hsds_object(map));
}

static struct value_list *attributes(const struct feed *feed, const struct record *record)
{
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	for (size_t t = 0; t < HSDS_TAXONOMIES; t++) {
		struct value field = value_get(record->json, str_of(taxonomies[t].field), NULL);
		if (field.kind == VALUE_STRING)
			add_attribute(feed, list, record, &taxonomies[t], field.string);
		for (size_t i = 0; i < value_count(field); i++)
			add_attribute(
				feed, list, record, &taxonomies[t], field.list->items[i].string);
	}
	return list;
}

/* --- locations -------------------------------------------------------------------------- */

static void put_position(const struct feed *feed, struct value_map *map, struct value json)
{
	double latitude, longitude;
	if (!feed_position(json, &latitude, &longitude))
		return;
	hsds_put_value(feed, map, "latitude", value_real(latitude, SPAN_NONE));
	hsds_put_value(feed, map, "longitude", value_real(longitude, SPAN_NONE));
}

static void put_location(
	const struct feed *feed, struct value_map *map, const struct record *record)
{
	struct value json = record->json;
	const struct record *of = feed_reference(feed, json, "organization", "organizations");
	str owner = owner_of(feed, record);
	put_text(feed, map, "alternate_name", json);
	put_text(feed, map, "description", json);
	put_text(feed, map, "transportation", json);
	put_plain(feed, map, "url", json);
	hsds_put(feed, map, "organization_id", of ? hsds_id(feed, of) : S(""));
	hsds_put_list(feed, map, "accessibility",
		hsds_text(feed, owner, json, "accessibility", "accessibility", "description"));
	if (record_is_hidden(feed->site, record))
		return;
	hsds_put_list(feed, map, "phones", hsds_phones(feed, owner, json));
	hsds_put_list(feed, map, "schedules", hsds_schedules(feed, record));
}

struct value hsds_location(
	const struct feed *feed, const struct record *record, enum hsds_extent extent)
{
	struct value_map *map = start(feed, record);
	put_plain(feed, map, "location_type", record->json);
	hsds_put(feed, map, "name", feed_title(feed, record));
	put_position(feed, map, record->json);
	hsds_put_list(
		feed, map, "addresses", hsds_addresses(feed, owner_of(feed, record), record->json));
	if (extent == HSDS_FULL)
		put_location(feed, map, record);
	return hsds_object(map);
}

/* --- organizations ------------------------------------------------------------------------ */

/* HSDS gives addresses to locations alone: an office is a location of its own. */
static void put_office(const struct feed *feed, struct value_map *map, const struct record *record)
{
	str owner = owner_of(feed, record);
	struct value_list *addresses = hsds_addresses(feed, owner, record->json);
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	if (!addresses->len)
		return;
	struct value_map *office = hsds_part(feed, owner, "locations", S("office"));
	hsds_put(feed, office, "location_type", S("physical"));
	hsds_put(feed, office, "name", feed_title(feed, record));
	hsds_put(feed, office, "organization_id", hsds_id(feed, record));
	hsds_put_list(feed, office, "addresses", addresses);
	value_list_push(feed->arena, list, hsds_object(office));
	hsds_put_list(feed, map, "locations", list);
}

struct value hsds_organization(
	const struct feed *feed, const struct record *record, enum hsds_extent extent)
{
	struct value_map *map = start(feed, record);
	struct value json = record->json;
	const struct record *parent =
		feed_reference(feed, json, "parent_organization", "organizations");
	hsds_put(feed, map, "name", feed_title(feed, record));
	put_text(feed, map, "alternate_name", json);
	put_description(feed, map, record);
	put_plain(feed, map, "website", json);
	hsds_put(feed, map, "parent_organization_id", parent ? hsds_id(feed, parent) : S(""));
	bool hidden = record_is_hidden(feed->site, record);
	if (!hidden)
		put_plain(feed, map, "email", json);
	if (extent == HSDS_BRIEF)
		return hsds_object(map);
	if (!hidden)
		hsds_put_list(feed, map, "phones", hsds_phones(feed, owner_of(feed, record), json));
	put_office(feed, map, record);
	hsds_put_list(feed, map, "attributes", attributes(feed, record));
	return hsds_object(map);
}

/* --- services ----------------------------------------------------------------------------- */

bool hsds_is_published(const struct site *site, const struct record *service)
{
	return !str_eq(value_get_str(service->json, S("status")), S("abroad")) &&
	       !record_is_hidden(site, service);
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

static str alert_of(const struct feed *feed, struct value json)
{
	str status = value_get_str(json, S("status"));
	str parts[] = {str_eq(status, S("exists")) ? S("") : feed_enum(feed, status),
		feed_text(feed, json, "alert"), feed_text(feed, json, "note")};
	str text = parts[0];
	for (size_t i = 1; i < ARRAY_LEN(parts); i++) {
		if (!parts[i].len)
			continue;
		str between = !text.len ? S("") : text.ptr == parts[0].ptr ? S(": ") : S(" ");
		text = arena_join(feed->arena, text, between, parts[i]);
	}
	return text;
}

static str last_modified(const struct feed *feed, const struct record *record)
{
	struct buf time;
	buf_init(&time);
	xml_time(&time, feed_changed(record));
	str copy = arena_str(feed->arena, buf_str(&time));
	buf_release(&time);
	return copy;
}

static void add_area(const struct feed *feed, struct value_list *list, str owner, str region)
{
	const struct kind *regions = site_kind(feed->site, S("regions"));
	const struct record *record = regions ? kind_find(regions, region) : NULL;
	struct value_map *map = hsds_part(feed, owner, "regions", region);
	hsds_put(feed, map, "name", record ? feed_title(feed, record) : region);
	value_list_push(feed->arena, list, hsds_object(map));
}

static struct value_list *areas(const struct feed *feed, str owner, struct value json)
{
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	struct value regions = value_get(json, S("region"), NULL);
	for (size_t i = 0; i < value_count(regions); i++)
		add_area(feed, list, owner, regions.list->items[i].string);
	return list;
}

static struct value service_at(const struct feed *feed, const struct record *service,
	const struct record *location, bool with_service)
{
	struct value_map *map = hsds_part(feed, owner_of(feed, service), "locations", location->id);
	if (with_service)
		hsds_put_value(feed, map, "service", hsds_service(feed, service, HSDS_BRIEF));
	hsds_put_value(feed, map, "location", hsds_location(feed, location, HSDS_BRIEF));
	return hsds_object(map);
}

struct value hsds_service_at_location(
	const struct feed *feed, const struct record *service, const struct record *location)
{
	return service_at(feed, service, location, true);
}

static struct value_list *places(const struct feed *feed, const struct record *service)
{
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	const struct kind *kind = site_kind(feed->site, S("locations"));
	struct value ids = value_get(service->json, S("locations"), NULL);
	for (size_t i = 0; kind && i < value_count(ids); i++) {
		const struct record *location = kind_find(kind, ids.list->items[i].string);
		if (location)
			value_list_push(
				feed->arena, list, service_at(feed, service, location, false));
	}
	return list;
}

static void put_lists(const struct feed *feed, struct value_map *map, const struct record *record)
{
	struct value json = record->json;
	str owner = owner_of(feed, record);
	hsds_put_list(feed, map, "phones", hsds_phones(feed, owner, json));
	hsds_put_list(feed, map, "schedules",
		hsds_text(feed, owner, json, "hours", "schedules", "description"));
	hsds_put_list(feed, map, "languages", hsds_languages(feed, owner, json));
	hsds_put_list(feed, map, "service_areas", areas(feed, owner, json));
	hsds_put_list(feed, map, "required_documents",
		hsds_text(feed, owner, json, "required_documents", "documents", "document"));
	hsds_put_list(feed, map, "service_at_locations", places(feed, record));
	hsds_put_list(feed, map, "attributes", attributes(feed, record));
}

struct value hsds_service(
	const struct feed *feed, const struct record *record, enum hsds_extent extent)
{
	static const char *const texts[] = {
		"application_process", "fees_description", "eligibility_description"};
	struct value_map *map = start(feed, record);
	struct value json = record->json;
	const struct record *of = feed_reference(feed, json, "organization", "organizations");
	hsds_put(feed, map, "name", feed_title(feed, record));
	put_description(feed, map, record);
	hsds_put(feed, map, "status", status_of(feed->site, json));
	hsds_put(feed, map, "alert", alert_of(feed, json));
	put_plain(feed, map, "url", json);
	put_plain(feed, map, "email", json);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		put_text(feed, map, texts[i], json);
	hsds_put(feed, map, "assured_date", value_get_str(json, S("checked_on")));
	hsds_put(feed, map, "last_modified", last_modified(feed, record));
	if (of)
		hsds_put_value(feed, map, "organization", hsds_organization(feed, of, HSDS_BRIEF));
	if (extent == HSDS_FULL)
		put_lists(feed, map, record);
	return hsds_object(map);
}
