#include "feed/csv.h"
#include "feed/hsds.h"
#include "feed/hsds_object.h"
#include "value/json_write.h"

/* Lists inside lists: service, its places, their addresses. */
#define WALK_DEPTH 6

#define COLUMNS_MAX 16

/* What a cell holds: a member of the object; the id of an object inside it; or
 * what object it lies in. */
enum column_kind { COLUMN_MEMBER, COLUMN_INSIDE, COLUMN_OWNER, COLUMN_LINK, COLUMN_LINK_TABLE };

struct column {
	const char *name;
	enum column_kind kind;
	const char *of; /* of INSIDE: the member; of OWNER: the owner's table; else NULL */
	const char *type;
};

struct table {
	const char *name; /* HSDS's own, which the file has too: one row is one of these */
	const char *list; /* of members in which such objects stand */
	struct column columns[COLUMNS_MAX];
};

#define ID                                                                                         \
	{                                                                                          \
		"id", COLUMN_MEMBER, NULL, "string"                                                \
	}
#define TEXT(name)                                                                                 \
	{                                                                                          \
		name, COLUMN_MEMBER, NULL, "string"                                                \
	}
#define NUMBER(name)                                                                               \
	{                                                                                          \
		name, COLUMN_MEMBER, NULL, "number"                                                \
	}
#define DATE(name)                                                                                 \
	{                                                                                          \
		name, COLUMN_MEMBER, NULL, "date"                                                  \
	}
#define INSIDE(name, of)                                                                           \
	{                                                                                          \
		name, COLUMN_INSIDE, of, "string"                                                  \
	}
#define OWNER(name, table)                                                                         \
	{                                                                                          \
		name, COLUMN_OWNER, table, "string"                                                \
	}

/* clang-format off */
static const struct table tables[HSDS_TABLES] = {
	{"organization", "organizations", {ID, TEXT("name"), TEXT("alternate_name"), TEXT("description"),
		TEXT("email"), TEXT("website"), TEXT("parent_organization_id")}},
	{"service", "services", {ID, INSIDE("organization_id", "organization"), TEXT("name"),
		TEXT("description"), TEXT("url"), TEXT("email"), TEXT("status"),
		TEXT("application_process"), TEXT("fees_description"),
		TEXT("eligibility_description"), TEXT("alert"), DATE("assured_date"),
		{"last_modified", COLUMN_MEMBER, NULL, "datetime"}}},
	{"location", "locations", {ID, TEXT("location_type"), TEXT("organization_id"), TEXT("name"),
		TEXT("alternate_name"), TEXT("description"), TEXT("transportation"),
		NUMBER("latitude"), NUMBER("longitude"), TEXT("url")}},
	{"service_at_location", "service_at_locations", {ID, OWNER("service_id", "service"),
		INSIDE("location_id", "location")}},
	{"phone", "phones", {ID, OWNER("location_id", "location"), OWNER("service_id", "service"),
		OWNER("organization_id", "organization"), TEXT("number"), TEXT("type"),
		TEXT("description")}},
	{"address", "addresses", {ID, OWNER("location_id", "location"), TEXT("attention"),
		TEXT("address_1"), TEXT("address_2"), TEXT("city"), TEXT("state_province"),
		TEXT("postal_code"), TEXT("country"), TEXT("address_type")}},
	{"schedule", "schedules", {ID, OWNER("service_id", "service"),
		OWNER("location_id", "location"), DATE("valid_from"), DATE("valid_to"),
		NUMBER("timezone"), TEXT("freq"), TEXT("byday"), TEXT("opens_at"),
		TEXT("closes_at"), TEXT("description"), TEXT("notes")}},
	{"language", "languages", {ID, OWNER("service_id", "service"), OWNER("phone_id", "phone"),
		TEXT("name"), TEXT("code")}},
	{"service_area", "service_areas", {ID, OWNER("service_id", "service"), TEXT("name")}},
	{"required_document", "required_documents", {ID, OWNER("service_id", "service"), TEXT("document")}},
	{"accessibility", "accessibility", {ID, OWNER("location_id", "location"), TEXT("description")}},
	{"attribute", "attributes", {ID, {"link_id", COLUMN_LINK, NULL, "string"},
		{"link_entity", COLUMN_LINK_TABLE, NULL, "string"}, TEXT("link_type"),
		INSIDE("taxonomy_term_id", "taxonomy_term"), TEXT("value")}},
	{"taxonomy", "taxonomies", {ID, TEXT("name"), TEXT("description")}},
	{"taxonomy_term", "taxonomy_terms", {ID, TEXT("code"), TEXT("name"), TEXT("description"),
		TEXT("parent_id"), TEXT("taxonomy"), INSIDE("taxonomy_id", "taxonomy_detail")}},
};
/* clang-format on */

static const struct table *table_of(str list)
{
	for (size_t i = 0; i < HSDS_TABLES; i++)
		if (str_eq(list, str_of(tables[i].list)))
			return &tables[i];
	return NULL;
}

/* --- rows --------------------------------------------------------------------------- */

/* Where an object stands: in what, and that in what. */
struct level {
	const struct table *table;
	struct value object;
	const struct level *owner;
};

static str cell_text(
	const struct reader *reader, const struct level *level, const struct column *column)
{
	const struct level *owner = level->owner;
	struct value inside;
	switch (column->kind) {
	case COLUMN_INSIDE:
		inside = value_get(level->object, str_of(column->of), NULL);
		return value_get_str(inside, S("id"));
	case COLUMN_OWNER:
		return owner && str_eq(str_of(owner->table->name), str_of(column->of))
			       ? value_get_str(owner->object, S("id"))
			       : S("");
	case COLUMN_LINK:
		return owner ? value_get_str(owner->object, S("id")) : S("");
	case COLUMN_LINK_TABLE:
		return owner ? str_of(owner->table->name) : S("");
	case COLUMN_MEMBER:
		break;
	}
	return value_text(value_get(level->object, str_of(column->name), NULL), reader->arena);
}

static void add_row(
	struct hsds_package *package, const struct reader *reader, const struct level *level)
{
	struct csv csv = {.out = &package->tables[level->table - tables]};
	for (const struct column *column = level->table->columns; column->name; column++)
		csv_text(&csv, cell_text(reader, level, column));
	csv_end_row(&csv);
}

/* Lists inside an object are rows of their own tables; objects inside it
 * stand there only as ids, because they have rows elsewhere. */
static void add_object(struct hsds_package *package, const struct reader *reader,
	const struct level *level, int depth)
{
	const struct value_map *map = level->object.map;
	add_row(package, reader, level);
	for (size_t i = 0; depth < WALK_DEPTH && i < map->len; i++) {
		struct value list = map->entries[i].value;
		const struct table *table =
			list.kind == VALUE_LIST ? table_of(map->entries[i].key) : NULL;
		for (size_t k = 0; table && k < list.list->len; k++)
			add_object(package, reader,
				&(struct level){table, list.list->items[k], level}, depth + 1);
	}
}

static void add_root(struct hsds_package *package, const struct reader *reader, const char *list,
	struct value object)
{
	add_object(package, reader, &(struct level){table_of(str_of(list)), object, NULL}, 0);
}

static void add_records(struct hsds_package *package, const struct reader *reader, const char *name)
{
	const struct kind *kind = site_kind(reader->site, str_of(name));
	for (size_t i = 0; kind && i < kind->nrecords; i++) {
		const struct record *record = kind->records[i];
		arena_reset(reader->arena);
		if (str_eq(kind->name, S("organizations")))
			add_root(package, reader, name,
				hsds_organization(reader, record, HSDS_FULL));
		else if (str_eq(kind->name, S("locations")))
			add_root(package, reader, name, hsds_location(reader, record, HSDS_FULL));
		else if (hsds_is_published(record))
			add_root(package, reader, name, hsds_service(reader, record, HSDS_FULL));
	}
}

static void add_taxonomies(struct hsds_package *package, const struct reader *reader)
{
	for (size_t t = 0; t < HSDS_TAXONOMIES; t++) {
		const struct kind *kind = site_kind(reader->site, hsds_taxonomy_kind(t));
		if (!kind)
			continue;
		add_root(package, reader, "taxonomies", hsds_taxonomy(reader, kind));
		for (size_t i = 0; i < kind->nrecords; i++)
			if (hsds_term_is_used(reader->site, kind->records[i]))
				add_root(package, reader, "taxonomy_terms",
					hsds_term(reader, kind->records[i]));
		arena_reset(reader->arena);
	}
}

static void add_header(struct hsds_package *package, size_t table)
{
	struct csv csv = {.out = &package->tables[table]};
	for (const struct column *column = tables[table].columns; column->name; column++)
		csv_text(&csv, str_of(column->name));
	csv_end_row(&csv);
}

void hsds_package_make(struct hsds_package *package, const struct site *site)
{
	struct arena arena;
	const struct reader reader = {site, &site->config.languages[0], &arena};
	arena_init(&arena);
	for (size_t i = 0; i < HSDS_TABLES; i++) {
		buf_init(&package->tables[i]);
		add_header(package, i);
	}
	add_records(package, &reader, "organizations");
	add_records(package, &reader, "locations");
	add_records(package, &reader, "services");
	add_taxonomies(package, &reader);
	arena_release(&arena);
}

void hsds_package_release(struct hsds_package *package)
{
	for (size_t i = 0; i < HSDS_TABLES; i++)
		buf_release(&package->tables[i]);
}

str hsds_package_path(size_t table, struct arena *arena)
{
	return arena_printf(arena, "data/hsds/%s.csv", tables[table].name);
}

/* --- datapackage.json --------------------------------------------------------------- */

static void add_field(struct json_writer *w, const struct column *column)
{
	json_begin_object(w);
	json_member(w, "name", str_of(column->name));
	json_member(w, "type", str_of(column->type));
	if (str_ends(str_of(column->name), S("id")))
		json_member(w, "format", str_of("uuid"));
	json_end_object(w);
}

/* "service_id" of an object that lies in a service refers to table service. Members are
 * called like the table, but for this one. */
static const char *foreign_table(const struct column *column)
{
	if (column->kind != COLUMN_OWNER && column->kind != COLUMN_INSIDE)
		return NULL;
	return str_eq(str_of(column->of), S("taxonomy_detail")) ? "taxonomy" : column->of;
}

static void add_foreign_key(struct json_writer *w, const struct column *column)
{
	json_begin_object(w);
	json_member(w, "fields", str_of(column->name));
	json_key(w, S("reference"));
	json_begin_object(w);
	json_member(w, "resource", str_of(foreign_table(column)));
	json_member(w, "fields", str_of("id"));
	json_end_object(w);
	json_end_object(w);
}

/* The schema of data packages wants at least one where the member stands. */
static void add_foreign_keys(struct json_writer *w, const struct table *table)
{
	size_t n = 0;
	for (const struct column *column = table->columns; column->name; column++) {
		if (!foreign_table(column))
			continue;
		if (n++ == 0) {
			json_key(w, S("foreignKeys"));
			json_begin_list(w);
		}
		add_foreign_key(w, column);
	}
	if (n)
		json_end_list(w);
}

static void add_schema(struct json_writer *w, const struct table *table)
{
	json_key(w, S("schema"));
	json_begin_object(w);
	json_key(w, S("fields"));
	json_begin_list(w);
	for (const struct column *column = table->columns; column->name; column++)
		add_field(w, column);
	json_end_list(w);
	json_member(w, "primaryKey", str_of("id"));
	add_foreign_keys(w, table);
	json_end_object(w);
}

/* As csv.h writes: RFC 4180. */
static void add_dialect(struct json_writer *w)
{
	json_key(w, S("dialect"));
	json_begin_object(w);
	json_member(w, "delimiter", str_of(","));
	json_member(w, "lineTerminator", str_of("\r\n"));
	json_member(w, "quoteChar", str_of("\""));
	json_end_object(w);
}

static void add_resource(struct json_writer *w, const struct table *table, struct arena *arena)
{
	json_begin_object(w);
	json_member(w, "name", str_of(table->name));
	json_member(w, "path", str_of(arena_printf(arena, "%s.csv", table->name).ptr));
	json_member(w, "profile", str_of("tabular-data-resource"));
	json_member(w, "format", str_of("csv"));
	json_member(w, "mediatype", str_of("text/csv"));
	json_member(w, "encoding", str_of("utf-8"));
	add_dialect(w);
	add_schema(w, table);
	json_end_object(w);
}

str hsds_package_describe(
	const struct site *site, size_t unused, struct arena *arena, struct buf *out)
{
	const struct config *config = &site->config;
	struct json_writer w = json_writer(out, 1);
	UNUSED(unused);
	json_begin_object(&w);
	json_member(&w, "name", str_of("hsds"));
	json_member(&w, "profile", str_of("tabular-data-package"));
	json_key(&w, S("title"));
	json_string(&w, config_text(config, config->title, &config->languages[0], NULL));
	json_key(&w, S("homepage"));
	json_string(&w, config->base_url);
	json_key(&w, S("resources"));
	json_begin_list(&w);
	for (size_t i = 0; i < HSDS_TABLES; i++)
		add_resource(&w, &tables[i], arena);
	json_end_list(&w);
	json_end_object(&w);
	buf_adds(out, "\n");
	return S("data/hsds/datapackage.json");
}
