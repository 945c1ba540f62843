/* assemble: documents + records -> const struct site. One thread, but for the
 * checking of records against their schemas. */
#include <stdlib.h>

#include "base/messages.h"
#include "base/path.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "build/orders.h"
#include "locale/collate.h"
#include "view/names.h"

/* --- kinds and records -------------------------------------------------------------- */

static struct kind *kind_named(struct build *build, struct map *kinds, str name)
{
	struct kind *kind = map_get(kinds, name);
	if (!kind) {
		kind = ARENA_NEW(&build->arena, struct kind);
		kind->name = name;
		map_put(kinds, name, kind);
	}
	return kind;
}

static struct schema_language read_said(struct build *build, const struct document *document)
{
	return (struct schema_language){.file = arena_printf(&build->arena, "data/%.*s",
						STR_ARGS(path_name(document->entry->path))),
		.texts = schema_said_read(document->json, &build->diags),
		.in_use = str_eq(document->folder, messages_in_use())};
}

/* What schemas say in other languages; more than there can be languages are left out. */
static struct schema_languages collect_said(struct build *build)
{
	struct schema_language *said =
		ARENA_ARRAY(&build->arena, struct schema_language, LANGUAGES_MAX);
	size_t n = 0;
	for (size_t i = 0; i < build->ndocuments && n < LANGUAGES_MAX; i++) {
		const struct document *document = &build->documents[i];
		if (document->kind != DOCUMENT_SAID || !document->usable)
			continue;
		said[n] = read_said(build, document);
		n += said[n].texts != NULL;
	}
	return (struct schema_languages){said, n};
}

static void add_schema(struct build *build, struct kind *kind, const struct document *document,
	struct schema_languages said)
{
	kind->source = document->source;
	if (document->usable)
		kind->schema = schema_compile(&build->arena, document->json, said, &build->diags);
}

static bool check_id(struct build *build, str id, uint32_t source)
{
	bool index = str_eq(id, S("index"));
	if (!index && path_is_slug(id))
		return true;
	str better = slug_make(&build->arena, id);
	if (index)
		diag_add(&build->diags, DIAG_RECORD_ID, span_file(source),
			"no record can be called 'index'");
	else
		diag_add(&build->diags, DIAG_RECORD_ID, span_file(source),
			"'%.*s' is no id of a record", STR_ARGS(id));
	if (index)
		diag_note(&build->diags, SPAN_NONE,
			"a folder's own page is called so; give the file another name");
	else
		diag_note(&build->diags, SPAN_NONE,
			"name the file with a-z, 0-9 and '-' only: '%.*s.json'",
			STR_ARGS(better.len ? better : S("name")));
	return false;
}

static void keep_record(struct build *build, struct kind *kind, struct record *record)
{
	if (kind->nrecords % 64 == 0) {
		struct record **grown =
			ARENA_ARRAY(&build->arena, struct record *, kind->nrecords + 64);
		for (size_t i = 0; i < kind->nrecords; i++)
			grown[i] = kind->records[i];
		kind->records = grown;
	}
	kind->records[kind->nrecords++] = record;
	map_put(&kind->by_id, record->id, record);
}

static struct value nothing(struct build *build, uint32_t source)
{
	return value_map(ARENA_NEW(&build->arena, struct value_map), span_file(source));
}

/* Many files were touched last by one commit, and a calendar is slow to open. */
static str day_of(struct build *build, const struct store_commit *commit)
{
	str *day = commit ? map_get(&build->commit_days, commit->id) : NULL;
	if (!commit || day)
		return day ? *day : S("");
	day = ARENA_NEW(&build->arena, str);
	*day = commit_day(commit, build->site.config.timezone, &build->arena);
	map_put(&build->commit_days, commit->id, day);
	return *day;
}

/* One that can't be read keeps its place, so that no link to it is called broken. */
static void add_record(struct build *build, struct kind *kind, const struct document *document)
{
	str path = document->entry->path, id = path_stem(path_name(path));
	if (!check_id(build, id, document->source))
		return;
	bool readable = document->usable && document->json.kind == VALUE_MAP;
	const struct store_commit *commit = store_history_find(&build->history, path);
	struct record *record = ARENA_NEW(&build->arena, struct record);
	*record = (struct record){.id = id,
		.kind = kind,
		.is_unreadable = !readable,
		.path = path,
		.source = document->source,
		.entry = (uint32_t)(document - build->documents),
		.facts_ = {readable ? document->json : nothing(build, document->source), commit,
			day_of(build, commit)}};
	keep_record(build, kind, record);
}

/* What is wrong with the schema has been said; the records keep their places
 * meanwhile, so that no link to them is called broken. */
static void open_schema(struct build *build, struct kind *kind)
{
	kind->is_open = true;
	kind->schema = schema_compile(&build->arena, nothing(build, kind->source),
		(struct schema_languages){0}, &build->diags);
}

static void collect_kinds(struct build *build)
{
	struct map kinds = {0};
	struct schema_languages said = collect_said(build);
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		if (document->kind == DOCUMENT_SCHEMA)
			add_schema(
				build, kind_named(build, &kinds, document->folder), document, said);
		else if (document->kind == DOCUMENT_RECORD)
			add_record(build, kind_named(build, &kinds, document->folder), document);
	}
	build->found.kinds = ARENA_ARRAY(&build->arena, struct kind *, kinds.len);
	for (size_t i = 0; i < kinds.len; i++) {
		struct kind *kind = kinds.entries[i].value;
		build->found.kinds[build->found.nkinds++] = kind;
		if (!kind->schema)
			open_schema(build, kind);
		if (!kind->source && kind->nrecords)
			diag_add(&build->diags, DIAG_KIND_SCHEMA,
				span_file(kind->records[0]->source),
				"data/%.*s/ has no schema.json", STR_ARGS(kind->name));
	}
	map_release(&kinds);
}

/* --- records against their schemas -------------------------------------------------- */

static const struct kind *find_kind(const struct build *build, str name)
{
	for (size_t i = 0; i < build->found.nkinds; i++)
		if (str_eq(build->found.kinds[i]->name, name))
			return build->found.kinds[i];
	return NULL;
}

static bool has_record(const void *ctx, str kind_name, str id)
{
	const struct kind *kind = find_kind(ctx, kind_name);
	return kind && kind_find(kind, id);
}

/* Where an id would stand among the records. */
static size_t place_of(const struct kind *kind, str id)
{
	size_t low = 0, high = kind->nrecords;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_cmp(kind->records[middle]->id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Few slips are in the first letters. To look through all records would take
 * minutes when many name one among many that is gone. */
#define LOOKED_AT 500

static str nearest_record(const void *ctx, str kind_name, str id)
{
	const struct kind *kind = find_kind(ctx, kind_name);
	str ids[2 * LOOKED_AT];
	size_t n = 0;
	if (!kind)
		return S("");
	size_t place = place_of(kind, id);
	size_t first = place > LOOKED_AT ? place - LOOKED_AT : 0;
	for (size_t i = first; i < kind->nrecords && n < ARRAY_LEN(ids); i++)
		ids[n++] = kind->records[i]->id;
	return str_nearest(id, ids, n);
}

void build_check_record(struct build *build, struct worker *worker, size_t index)
{
	const struct document *document = &build->documents[index];
	str languages[LANGUAGES_MAX];
	const struct config *config = &build->site.config;
	if (document->kind != DOCUMENT_RECORD || !document->usable)
		return;
	const struct kind *kind = find_kind(build, document->folder);
	for (size_t l = 0; l < config->nlanguages; l++)
		languages[l] = config->languages[l].code;
	struct schema_context context = {
		has_record, nearest_record, build, languages, config->nlanguages};
	if (document->json.kind == VALUE_MAP) {
		schema_check(kind->schema, document->json, &context, &worker->diags);
		return;
	}
	diag_add(&worker->diags, DIAG_SCHEMA_TYPE, document->json.span,
		"expected an object { }, found %s", value_kind_name(document->json));
	if (document->json.kind == VALUE_LIST)
		diag_note(&worker->diags, SPAN_NONE, "each record has a file of its own");
}

/* --- pages, media, words ------------------------------------------------------------ */

/* "media/ieeja/foto.jpg" -> "assets/media/ieeja/foto-480.1a2b3c4d5e.webp": like all of assets/ it
 * can be kept for ever. */
static void name_sizes(struct medium *medium, str hash, struct arena *arena)
{
	for (size_t i = 0; i < medium->shrink.nsizes; i++)
		medium->sizes[i] = arena_printf(arena, "assets/%.*s-%u.%.*s.webp",
			STR_ARGS(path_stem(medium->path)), medium->shrink.sizes[i].width,
			STR_ARGS(hash));
}

static void add_medium(struct build *build, const struct document *document)
{
	const struct measures *measures = document->measures;
	str path = collate_compose(document->entry->path, &build->arena);
	struct medium medium = {.path = path,
		.output = path,
		.source = document->source,
		.entry = (uint32_t)(document - build->documents),
		.width = measures->width,
		.height = measures->height,
		.shrink = measures->shrink};
	name_sizes(&medium, measures->hash, &build->arena);
	VEC_PUSH(&build->found.media, medium);
}

static void add_strings(struct build *build, const struct document *document)
{
	const struct language *language = config_language(&build->site.config, document->folder);
	/* null: the file is there, and what is wrong with it was said. */
	if (language)
		build->found.strings[language->index] =
			document->usable ? document->json : value_null(span_file(document->source));
}

static void collect(struct build *build)
{
	build->found.strings =
		ARENA_ARRAY(&build->arena, struct value, build->site.config.nlanguages);
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		if (document->page) {
			struct page_texts *texts = &document->page->texts_;
			texts->commit = store_history_find(&build->history, document->entry->path);
			texts->changed_on = day_of(build, texts->commit);
			VEC_PUSH(&build->found.pages, document->page);
		} else if (document->kind == DOCUMENT_MEDIUM) {
			add_medium(build, document);
		} else if (document->kind == DOCUMENT_STRINGS) {
			add_strings(build, document);
		}
	}
}

/* "locations.lapa" of templates/locations.lapa.html is a variant of locations. */
static void note_variant(struct build *build, str template, uint32_t source)
{
	str kind, name = template;
	if (str_find_char(template, '/') != STR_NONE || !str_cut(&name, '.', &kind) || !name.ptr ||
		!path_is_slug(name))
		return;
	struct variant variant = {kind, name, source};
	VEC_PUSH(&build->found.variants, variant);
}

static void add_units(struct build *build)
{
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		str path = document->entry->path, name = path_stem(path);
		if (document->kind == DOCUMENT_ASSET)
			units_add_asset(&build->units, str_from(path, sizeof("assets/") - 1));
		if (document->kind != DOCUMENT_TEMPLATE || !document->usable)
			continue;
		units_add(&build->units, name, document->text, document->source, &build->diags);
		note_variant(build, name, document->source);
		VEC_PUSH(&build->found.forms, units_find(&build->units, name)->form);
	}
}

static struct due keep_due(struct due due, struct arena *arena)
{
	return (struct due){arena_str(arena, due.path), arena_str(arena, due.check_by)};
}

bool build_assemble(struct build *build)
{
	size_t before = build->diags.nerrors;
	build->found.drafts = build->options->drafts;
	collect_kinds(build);
	build_parallel(build, build->ndocuments, build_check_record);
	collect(build);
	add_units(build);
	build->site.history_ = build->history.head ? &build->history : NULL;
	orders_take(build);
	site_assemble(&build->site, &build->found, &build->arena, &build->diags);
	build->npages = build->site.pages.len;
	build->oldest = keep_due(site_oldest_overdue(&build->site), &build->arena);
	names_link(&build->units, &build->site, &build->diags);
	return build->diags.nerrors == before;
}
