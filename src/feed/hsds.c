#include "feed/hsds.h"

#include "feed/hsds_object.h"
#include "value/json_write.h"

#define FOLDER "data/hsds/"

/* The version is written in files that programs compare: pinned. */
#define HSDS_VERSION "3.0"
#define HSDS_PROFILE "https://docs.openreferral.org/en/3.0/"
#define HSDS_OPENAPI                                                                               \
	"https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"

/* Lists of objects. Those with files have one for each record of the same kind. */
struct list {
	const char *name;
	bool files;
};

static const struct list lists[] = {
	{"services", true},
	{"organizations", true},
	{"locations", true},
	{"service_at_locations", false},
	{"taxonomies", false},
	{"taxonomy_terms", false},
};

static struct value object_of(
	const struct reader *reader, const struct record *record, enum hsds_extent extent)
{
	str kind = record->kind->name;
	if (str_eq(kind, S("services")))
		return hsds_service(reader, record, extent);
	if (str_eq(kind, S("organizations")))
		return hsds_organization(reader, record, extent);
	return hsds_location(reader, record, extent);
}

static bool is_published(const struct record *record)
{
	return !str_eq(record->kind->name, S("services")) || hsds_is_published(record);
}

/* --- contents of the lists ---------------------------------------------------------- */

/* What an object is made from. A list is written one object after the other, since all together
 * are many times larger than their text. */
struct item {
	struct value (*make)(const struct reader *reader, const struct item *item);
	const struct record *record;
	const struct record *location; /* of a service that is offered there */
	const struct kind *kind;       /* of a taxonomy */
};

typedef VEC(struct item) contents;

static struct value make_record(const struct reader *reader, const struct item *item)
{
	return object_of(reader, item->record, HSDS_BRIEF);
}

static struct value make_office(const struct reader *reader, const struct item *item)
{
	return hsds_office(reader, item->record);
}

static struct value make_place(const struct reader *reader, const struct item *item)
{
	return hsds_service_at_location(reader, item->record, item->location);
}

static struct value make_taxonomy(const struct reader *reader, const struct item *item)
{
	return hsds_taxonomy(reader, item->kind);
}

static struct value make_term(const struct reader *reader, const struct item *item)
{
	return hsds_term(reader, item->record);
}

static void collect_records(const struct reader *reader, const char *name, contents *out)
{
	const struct kind *kind = site_kind(reader->site, str_of(name));
	for (size_t i = 0; kind && i < kind->nrecords; i++)
		if (is_published(kind->records[i]))
			VEC_PUSH(out, ((struct item){make_record, .record = kind->records[i]}));
}

/* HSDS gives addresses to locations alone: an office is a location of its own. */
static void collect_offices(const struct reader *reader, contents *out)
{
	const struct kind *kind = site_kind(reader->site, S("organizations"));
	for (size_t i = 0; kind && i < kind->nrecords; i++) {
		struct item office = {make_office, .record = kind->records[i]};
		if (make_office(reader, &office).kind == VALUE_MAP)
			VEC_PUSH(out, office);
	}
}

static void collect_places(const struct reader *reader, contents *out)
{
	const struct kind *services = site_kind(reader->site, S("services"));
	const struct kind *locations = site_kind(reader->site, S("locations"));
	for (size_t i = 0; services && locations && i < services->nrecords; i++) {
		const struct record *service = services->records[i];
		struct value ids = value_get(record_facts(service)->json, S("locations"), NULL);
		for (size_t k = 0; is_published(service) && k < value_count(ids); k++) {
			const struct record *location = kind_find(locations, value_str_at(ids, k));
			if (location)
				VEC_PUSH(out, ((struct item){make_place, service, location, NULL}));
		}
	}
}

static void collect_taxonomies(const struct reader *reader, bool terms, contents *out)
{
	for (size_t t = 0; t < HSDS_TAXONOMIES; t++) {
		const struct kind *kind = site_kind(reader->site, hsds_taxonomy_kind(t));
		if (kind && !terms)
			VEC_PUSH(out, ((struct item){make_taxonomy, .kind = kind}));
		for (size_t i = 0; kind && terms && i < kind->nrecords; i++)
			if (hsds_term_is_used(reader->site, kind->records[i]))
				VEC_PUSH(out,
					((struct item){make_term, .record = kind->records[i]}));
	}
}

static void collect(const struct reader *reader, const struct list *list, contents *out)
{
	str name = str_of(list->name);
	if (list->files)
		collect_records(reader, list->name, out);
	else if (str_eq(name, S("service_at_locations")))
		collect_places(reader, out);
	else
		collect_taxonomies(reader, str_eq(name, S("taxonomy_terms")), out);
	if (str_eq(name, S("locations")))
		collect_offices(reader, out);
}

/* --- files -------------------------------------------------------------------------- */

static void add_bool(struct json_writer *w, const char *key, bool b)
{
	json_key(w, str_of(key));
	json_bool(w, b);
}

static void write_contents(const struct reader *reader, const contents *all, struct json_writer *w)
{
	struct arena arena;
	struct reader one = {reader->site, reader->language, &arena};
	arena_init(&arena);
	json_begin_list(w);
	for (size_t i = 0; i < all->len; i++) {
		arena_reset(&arena);
		json_value(w, all->items[i].make(&one, &all->items[i]));
	}
	json_end_list(w);
	arena_release(&arena);
}

/* The page header of the specification; everything is on one page. */
static void write_list(const struct reader *reader, const struct list *list, struct buf *out)
{
	struct json_writer w = json_writer(out, 1);
	contents all = {0};
	collect(reader, list, &all);
	json_begin_object(&w);
	json_member_int(&w, "total_items", all.len);
	json_member_int(&w, "total_pages", 1);
	json_member_int(&w, "page_number", 1);
	json_member_int(&w, "size", all.len);
	add_bool(&w, "first_page", true);
	add_bool(&w, "last_page", true);
	add_bool(&w, "empty", !all.len);
	json_key(&w, S("contents"));
	write_contents(reader, &all, &w);
	json_end_object(&w);
	buf_adds(out, "\n");
	VEC_FREE(&all);
}

static void write_index(const struct reader *reader, struct buf *out)
{
	const struct config *config = &reader->site->config;
	struct json_writer w = json_writer(out, 2);
	json_begin_object(&w);
	json_member(&w, "version", S(HSDS_VERSION));
	json_member(&w, "profile", S(HSDS_PROFILE));
	json_member(&w, "openapi_url", S(HSDS_OPENAPI));
	json_member(&w, "description",
		config_text(config, config->description, reader->language, NULL));
	json_key(&w, S("publisher"));
	json_begin_object(&w);
	json_member(&w, "name", config_text(config, config->title, reader->language, NULL));
	json_member(&w, "website", config->base_url);
	json_end_object(&w);
	json_key(&w, S("links"));
	json_begin_object(&w);
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		json_member(&w, lists[i].name,
			reader_file_url(reader,
				arena_printf(reader->arena, FOLDER "%s.json", lists[i].name)));
	json_member(&w, "datapackage", reader_file_url(reader, S(FOLDER "datapackage.json")));
	json_end_object(&w);
	json_end_object(&w);
	buf_adds(out, "\n");
}

static str write_record(const struct reader *reader, const struct record *record, struct buf *out)
{
	if (!is_published(record))
		return S("");
	json_write_value(out, object_of(reader, record, HSDS_FULL), 2);
	buf_adds(out, "\n");
	return arena_printf(reader->arena, FOLDER "%.*s/%.*s.json", STR_ARGS(record->kind->name),
		STR_ARGS(hsds_id(reader, record)));
}

static str write_office(const struct reader *reader, const struct record *record, struct buf *out)
{
	struct value office = hsds_office(reader, record);
	if (office.kind != VALUE_MAP)
		return S("");
	json_write_value(out, office, 2);
	buf_adds(out, "\n");
	return arena_printf(reader->arena, FOLDER "locations/%.*s.json",
		STR_ARGS(value_get_str(office, S("id"))));
}

size_t hsds_files(const struct site *site)
{
	size_t n = 1 + ARRAY_LEN(lists) + site_count(site, "organizations");
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		n += lists[i].files ? site_count(site, lists[i].name) : 0;
	return site_count(site, "services") ? n : 0;
}

str hsds_write(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	const struct reader reader = {site, &site->config.languages[0], arena};
	if (index == 0) {
		write_index(&reader, out);
		return S(FOLDER "index.json");
	}
	if (--index < ARRAY_LEN(lists)) {
		write_list(&reader, &lists[index], out);
		return arena_printf(arena, FOLDER "%s.json", lists[index].name);
	}
	index -= ARRAY_LEN(lists);
	if (index < site_count(site, "organizations"))
		return write_office(
			&reader, site_kind(site, S("organizations"))->records[index], out);
	index -= site_count(site, "organizations");
	size_t list = 0;
	while (index >= site_count(site, lists[list].name))
		index -= site_count(site, lists[list++].name);
	const struct kind *kind = site_kind(site, str_of(lists[list].name));
	return write_record(&reader, kind->records[index], out);
}
