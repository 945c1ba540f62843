#include "model/collection.h"

#include "base/path.h"
#include "model/decision.h"
#include "model/field.h"
#include "model/listing.h"

struct maker {
	struct site *site;
	const struct kind *kind;
	struct page *collection;
	struct arena *arena;
};

/* The folder of a collection's record pages: "cietumi", "palidziba/organizacijas". */
static str folder_of(const struct page *collection)
{
	return collection->flags & PAGE_IS_INDEX ? path_dir(collection->id) : collection->id;
}

static void add(struct maker *m, struct page *page)
{
	site_add_page(m->site, page);
}

static struct page *new_page(struct maker *m, enum page_kind kind, str slug)
{
	struct page *page = ARENA_NEW(m->arena, struct page);
	*page = (struct page){
		.kind = kind,
		.flags = m->collection->flags & PAGE_EXIT,
		.language = m->collection->language,
		.body_language = m->collection->language,
		.id = path_join(m->arena, folder_of(m->collection), slug),
		.slug = slug,
		.order = INT64_MAX,
		.parent = m->collection,
	};
	return page;
}

/* The same record once more below its page, by another template. */
static void add_variants(struct maker *m, struct page *page)
{
	for (size_t i = 0; i < m->site->variants.len; i++) {
		const struct variant *variant = &m->site->variants.items[i];
		if (!str_eq(variant->kind, m->kind->name))
			continue;
		struct page *copy = ARENA_NEW(m->arena, struct page);
		*copy = *page;
		copy->id = path_join(m->arena, page->id, variant->name);
		copy->slug = copy->variant = variant->name;
		copy->parent = page;
		add(m, copy);
	}
}

void collection_name_page(struct page *page, const struct config *config, struct arena *arena)
{
	const struct record *record = page->record;
	page->texts_.title = record_title(record, config, page->language);
	if (!record->is_hidden)
		page->texts_.description = config_text(config,
			value_get(record_facts(record)->json, S("description"), arena),
			page->language, NULL);
}

static void add_record_page(struct maker *m, struct record *record)
{
	const struct config *config = &m->site->config;
	const struct language *language = m->collection->language;
	struct page *page = new_page(m, PAGE_RECORD, record->id);
	page->path = record->path;
	page->source = record->source;
	page->record = record;
	page->texts_.commit = record_facts(record)->commit;
	page->texts_.changed_on = record_facts(record)->changed_on;
	collection_name_page(page, config, m->arena);
	if (!record->pages)
		record->pages = ARENA_ARRAY(m->arena, struct page *, config->nlanguages);
	record->pages[language->index] = page;
	add(m, page);
	add_variants(m, page);
}

static bool has_record_pages(const struct page *collection)
{
	const struct value_entry *entry =
		value_map_find(page_texts(collection)->front.map, S("record_pages"));
	return !entry || value_is_true(entry->value);
}

/* --- parts: the pages of a long list behind its first ------------------------------- */

static struct page *add_part(struct maker *m, struct page *list, size_t number)
{
	str slug = arena_printf(m->arena, "%zu", number);
	struct page *page = new_page(m, PAGE_PART, slug);
	page->parent = list;
	page->facet = list->facet;
	page->path = list->path;
	page->source = list->source;
	page->flags |= PAGE_NO_SEARCH | (list->flags & PAGE_FALLBACK);
	page->body_language = list->body_language;
	if (list->facet)
		page->id = path_join(m->arena, list->id, slug);
	str name = listing_part_name(m->site, page->language, number, m->arena);
	page->texts_.title = arena_join(m->arena, page_texts(list)->title, S(", "), name);
	page->texts_.description = page_texts(list)->description;
	add(m, page);
	return page;
}

static void add_parts(struct maker *m, struct page *list, size_t nrecords)
{
	size_t n = listing_parts(listing_form(m->site, list), nrecords);
	if (n < 2)
		return;
	list->lists_.nparts = n;
	list->lists_.parts = ARENA_ARRAY(m->arena, struct page *, n);
	list->lists_.parts[0] = list;
	for (size_t i = 1; i < n; i++) {
		struct page *part = add_part(m, list, i + 1);
		list->lists_.parts[i] = part;
		part->lists_.parts = list->lists_.parts;
		part->lists_.nparts = n;
	}
}

/* --- facets ------------------------------------------------------------------------- */

static str facet_slug(const struct facet_term *terms, size_t nterms, struct arena *arena)
{
	str slug = S("");
	for (size_t i = 0; i < nterms; i++)
		slug = path_join(arena, slug, terms[i].slug);
	return slug;
}

static bool is_term(const struct kind *kind, str segment, struct arena *scratch)
{
	for (size_t i = 0; i < kind->nfacets; i++)
		if (str_starts(segment, facet_prefix(kind->facets[i].name, scratch)))
			return true;
	return false;
}

bool collection_is_facet_path(const struct site *site, str path, struct arena *scratch)
{
	for (str segment, rest = path; str_cut(&rest, '/', &segment);)
		for (size_t i = 0; i < site->nkinds; i++)
			if (is_term(site->kinds[i], segment, scratch))
				return true;
	return false;
}

str facet_term_title(const struct site *site, const struct kind *kind,
	const struct facet_term *term, const struct language *language)
{
	const struct kind *terms = facet_term_kind(site, kind, term->field);
	const struct record *record = terms ? kind_find(terms, term->value) : NULL;
	if (record)
		return record_title(record, &site->config, language);
	struct value words = site_words(site, language->index, S("facets"));
	words = value_get(value_get_path(words, term->field, NULL), term->value, NULL);
	return words.kind == VALUE_STRING ? words.string : term->value;
}

static void add_facet_page(struct maker *m, const struct facet *facet)
{
	str title = S("");
	str slug = facet_slug(facet->terms, facet->nterms, m->arena);
	struct page *page = new_page(m, PAGE_FACET, slug);
	for (size_t i = 0; i < facet->nterms; i++) {
		str part = facet_term_title(m->site, facet->kind, &facet->terms[i], page->language);
		title = arena_join(m->arena, title, title.len ? S(" · ") : S(""), part);
	}
	page->texts_.title = title;
	page->path = m->collection->path;
	page->source = m->collection->source;
	page->texts_.description =
		arena_join(m->arena, page_texts(m->collection)->title, S(": "), title);
	page->facet = facet;
	page->flags |= PAGE_NO_SEARCH;
	add(m, page);
	add_parts(m, page, facet->nrecords);
}

const struct page *collection_facet_page(const struct site *site, const struct page *collection,
	const struct facet_term *terms, size_t nterms, struct arena *scratch)
{
	if (nterms == 0)
		return collection;
	str slug = facet_slug(terms, nterms, scratch);
	str id = path_join(scratch, folder_of(collection), slug);
	return site_own_page(site, collection->language, id);
}

typedef VEC(const struct facet *) facet_list;

/* Of one collection: nobody looks through more, and one field too many is enough to fill all memory
 * with combinations. */
enum { LISTS_MAX = 20000 };

static bool keep_facet(void *ctx, const struct facet *facet)
{
	facet_list *facets = ctx;
	VEC_PUSH(facets, facet);
	return facets->len <= LISTS_MAX;
}

/* A list of one is that record's page, once more. */
static bool keep_list(void *ctx, const struct facet *facet)
{
	return facet->nrecords < 2 || keep_facet(ctx, facet);
}

static void report_many(const struct page *page, str key, struct diags *diags)
{
	struct value fields = value_get(page_texts(page)->front, key, NULL);
	diag_add(diags, DIAG_COLLECTION, fields.span,
		"'%.*s' would make more than %d pages: one for each combination of words",
		STR_ARGS(key), LISTS_MAX);
	diag_note(diags, SPAN_NONE, "leave out the field with the most words");
}

/* The same in all languages. */
static facet_list find_facets(const struct site *site, const struct page *original,
	struct kind *kind, struct arena *arena, struct diags *diags)
{
	facet_list facets = {0};
	str fields[FACETS_MAX], many = S("");
	struct decisions decisions;
	size_t n = collection_fields(site, original, S("facets"), fields);
	facet_find_words(site, kind, fields, n, arena);
	if (n && !facet_each(kind, arena, keep_list, &facets))
		many = S("facets");
	else if (decisions_read(site, original, &decisions) &&
		 !decision_each(&decisions, kind, arena, keep_facet, &facets))
		many = S("decisions");
	if (many.len) {
		report_many(original, many, diags);
		facets.len = 0;
	}
	return facets;
}

/* --- collections -------------------------------------------------------------------- */

static struct kind *claim_kind(
	struct site *site, struct page *page, const struct value_entry *entry, struct diags *diags)
{
	str name = entry->value.kind == VALUE_STRING ? entry->value.string : S("");
	struct kind *kind = map_get(&site->kinds_by_name, name);
	if (!kind) {
		site_report_kind(site, name, entry->value.span, diags);
		return NULL;
	}
	const struct page *before = map_get(&site->collections, name);
	if (before) {
		diag_add(diags, DIAG_COLLECTION, entry->value.span,
			"'%.*s' has a collection page already", STR_ARGS(name));
		diag_note(diags, span_file(before->source), "this one");
		return NULL;
	}
	map_put(&site->collections, name, page);
	return kind;
}

/* A field that no record can have would only give no lists. */
static void check_field(const struct kind *kind, str field, struct span span, struct diags *diags)
{
	const struct schema_node *root = schema_root(kind->schema);
	str first = str_sub(field, 0, str_find_char(field, '.'));
	VEC(str) known = {0};
	if (!first.len || kind->is_open || schema_property(root, first))
		return;
	for (size_t i = 0; i < root->nproperties; i++)
		VEC_PUSH(&known, root->properties[i].name);
	diag_add(diags, DIAG_COLLECTION, span, "%.*s have no field '%.*s'", STR_ARGS(kind->name),
		STR_ARGS(first));
	diag_suggest(diags, first, known.items, known.len);
	VEC_FREE(&known);
}

static void check_fields(
	const struct page *page, str key, const struct kind *kind, struct diags *diags)
{
	struct value list = value_get(page_texts(page)->front, key, NULL);
	for (size_t i = 0; i < value_count(list); i++) {
		struct span span = list.list->items[i].span;
		str field = value_str_at(list, i);
		if (field_stands_before(list, i, field))
			diag_add(diags, DIAG_COLLECTION, span, "'%.*s' stands there already",
				STR_ARGS(field));
		else if (i == FACETS_MAX)
			diag_add(diags, DIAG_COLLECTION, span, "'%.*s' takes %d fields at most",
				STR_ARGS(key), FACETS_MAX);
		else
			check_field(kind, field, span, diags);
	}
}

static size_t count_shown(const struct kind *kind)
{
	size_t n = 0;
	for (size_t i = 0; i < kind->nrecords; i++)
		n += kind->records[i]->is_shown;
	return n;
}

static void make_collection(struct site *site, const struct page *original, struct kind *kind,
	struct arena *arena, struct diags *diags)
{
	facet_list facets = find_facets(site, original, kind, arena, diags);
	for (size_t l = 0; l < site->config.nlanguages; l++) {
		const struct language *language = &site->config.languages[l];
		struct maker m = {site, kind, site_own_page(site, language, original->id), arena};
		if (!m.collection || !page_lists_records(m.collection))
			continue;
		for (size_t i = 0; has_record_pages(original) && i < kind->nrecords; i++)
			add_record_page(&m, kind->records[i]);
		add_parts(&m, m.collection, count_shown(kind));
		for (size_t i = 0; i < facets.len; i++)
			add_facet_page(&m, facets.items[i]);
	}
	VEC_FREE(&facets);
}

static void check_variants(const struct site *site, struct diags *diags)
{
	for (size_t i = 0; i < site->variants.len; i++) {
		const struct variant *variant = &site->variants.items[i];
		if (!site_kind(site, variant->kind))
			site_report_kind(site, variant->kind, span_file(variant->source), diags);
	}
}

void collection_add_pages(struct site *site, struct arena *arena, struct diags *diags)
{
	size_t npages = site->pages.len;
	check_variants(site, diags);
	for (size_t i = 0; i < npages; i++) {
		struct page *page = site->pages.items[i];
		const struct value_entry *entry =
			value_map_find(page_texts(page)->front.map, S("records"));
		if (!entry || page->language->index != 0)
			continue;
		struct kind *kind = claim_kind(site, page, entry, diags);
		if (!kind)
			continue;
		check_fields(page, S("facets"), kind, diags);
		check_fields(page, S("decisions"), kind, diags);
		make_collection(site, page, kind, arena, diags);
	}
}
