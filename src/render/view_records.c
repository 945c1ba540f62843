/* The records that collection and facet pages show. */
#include "model/collection.h"
#include "model/facet.h"
#include "render/extra.h"
#include "render/query.h"
#include "render/view_page.h"

const struct kind *page_records_kind(const struct site *site, const struct page *page)
{
	if (page->record)
		return page->record->kind;
	if (page->facet)
		return page->facet->kind;
	if (page->kind != PAGE_CONTENT)
		return NULL;
	for (size_t i = 0; i < site->collections.len; i++) {
		const struct page *collection = site->collections.entries[i].value;
		if (str_eq(collection->id, page->id))
			return site_kind(site, site->collections.entries[i].key);
	}
	return NULL;
}

static const struct page *collection_of(const struct page *page)
{
	return page->kind == PAGE_FACET || page->kind == PAGE_RECORD ? page->parent : page;
}

/* Record pages are children of their collection page and sorted with it. */
static bool has_record(const struct facet *facet, const struct record *record)
{
	for (size_t i = 0; i < facet->nrecords; i++)
		if (facet->records[i] == record)
			return true;
	return false;
}

static void push_shown(const struct frame *frame, const struct page *page,
	const struct record *record, struct value_list *list)
{
	if (record && record_is_shown(frame->renderer->site, record) &&
		(!page->facet || has_record(page->facet, record)))
		value_list_push(&frame->worker->scratch, list, view_record(frame, record));
}

static int compare_orders(const void *left, const void *right)
{
	const struct record *a = *(const struct record *const *)left;
	const struct record *b = *(const struct record *const *)right;
	int64_t first = value_get_int(a->json, S("order"), INT64_MAX);
	int64_t second = value_get_int(b->json, S("order"), INT64_MAX);
	return (first > second) - (first < second);
}

/* Records without pages of their own come by their field `order`. */
static void push_by_order(const struct frame *frame, const struct page *page,
	const struct kind *kind, struct value_list *list)
{
	const struct record **records =
		ARENA_ARRAY(&frame->worker->scratch, const struct record *, kind->nrecords);
	for (size_t i = 0; i < kind->nrecords; i++)
		records[i] = kind->records[i];
	vec_sort(records, kind->nrecords, sizeof(*records), compare_orders);
	for (size_t i = 0; i < kind->nrecords; i++)
		push_shown(frame, page, records[i], list);
}

static struct value_list *sorted_records(const struct frame *frame, const struct page *page)
{
	struct value_list *list = ARENA_NEW(&frame->worker->scratch, struct value_list);
	const struct page *collection = collection_of(page);
	const struct kind *kind = page_records_kind(frame->renderer->site, page);
	if (kind->nrecords && !kind->records[0]->pages)
		push_by_order(frame, page, kind, list);
	for (size_t i = 0; collection && i < collection->nchildren; i++)
		push_shown(frame, page, collection->children[i]->record, list);
	return list;
}

struct value view_page_records(const struct frame *frame, const struct page *page)
{
	if (!page_records_kind(frame->renderer->site, page) || page->record)
		return value_none();
	return value_list(sorted_records(frame, page), SPAN_NONE);
}

/* --- facets: from this page, add, change or take back one term ----------------------------------
 */

struct terms {
	struct facet_term list[FACETS_MAX];
	size_t n;
};

/* The page's terms in the order of the fields, with `term` in its place; an
 * empty value takes the field's term back. */
static struct terms terms_with(
	const struct page *page, const str *fields, size_t nfields, struct facet_term term)
{
	struct terms out = {.n = 0};
	for (size_t f = 0; f < nfields; f++) {
		struct facet_term wanted = {fields[f], S("")};
		for (size_t i = 0; page->facet && i < page->facet->nterms; i++)
			if (str_eq(page->facet->terms[i].field, fields[f]))
				wanted = page->facet->terms[i];
		if (str_eq(term.field, fields[f]))
			wanted = term;
		if (wanted.value.len)
			out.list[out.n++] = wanted;
	}
	return out;
}

static bool is_current(const struct page *page, struct facet_term term)
{
	for (size_t i = 0; page->facet && i < page->facet->nterms; i++)
		if (str_eq(page->facet->terms[i].field, term.field) &&
			str_eq(page->facet->terms[i].value, term.value))
			return true;
	return false;
}

struct facet_context {
	const struct frame *frame;
	const struct page *page;
	const struct page *collection;
	const struct kind *kind;
	str fields[FACETS_MAX];
	size_t nfields;
};

static struct value term_value(const struct facet_context *c, struct facet_term term)
{
	struct arena *scratch = &c->frame->worker->scratch;
	const struct site *site = c->frame->renderer->site;
	bool current = is_current(c->page, term);
	struct facet_term change = {term.field, current ? S("") : term.value};
	struct terms terms = terms_with(c->page, c->fields, c->nfields, change);
	const struct page *page = collection_facet_page(site, c->collection, terms.list, terms.n);
	if (!page)
		return value_none();
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	str title = facet_term_title(site, c->kind, &term, c->frame->language);
	size_t count = page->facet ? page->facet->nrecords : c->kind->nshown;
	value_map_put(scratch, map, S("title"), SPAN_NONE, value_string(title, SPAN_NONE));
	value_map_put(scratch, map, S("url"), SPAN_NONE,
		value_string(site_href(site, scratch, page->url), SPAN_NONE));
	value_map_put(scratch, map, S("current"), SPAN_NONE, value_bool(current, SPAN_NONE));
	value_map_put(scratch, map, S("count"), SPAN_NONE, value_int((int64_t)count, SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

#define TERMS_MAX 128

static bool seen(const str *list, size_t n, str s)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(list[i], s))
			return true;
	return false;
}

static size_t all_terms(const struct kind *kind, str field, str *out)
{
	str values[TERMS_MAX];
	size_t n = 0;
	for (size_t r = 0; r < kind->nrecords; r++) {
		size_t nvalues = facet_values(kind->records[r], field, values, TERMS_MAX);
		for (size_t i = 0; i < nvalues && n < TERMS_MAX; i++)
			if (!seen(out, n, values[i]))
				out[n++] = values[i];
	}
	return n;
}

static struct value field_value(const struct facet_context *c, str field)
{
	str terms[TERMS_MAX];
	struct arena *scratch = &c->frame->worker->scratch;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	struct value titles = value_get(view_strings(c->frame), S("facets"), scratch);
	size_t n = all_terms(c->kind, field, terms);
	for (size_t i = 0; i < n; i++) {
		struct value term = term_value(c, (struct facet_term){field, terms[i]});
		if (term.kind != VALUE_NONE)
			value_list_push(scratch, list, term);
	}
	struct value title = value_get_path(titles, field, scratch);
	if (title.kind == VALUE_VIEW)
		title = value_get(title, S("title"), scratch);
	value_map_put(scratch, map, S("field"), SPAN_NONE, value_string(field, SPAN_NONE));
	value_map_put(scratch, map, S("title"), SPAN_NONE, title);
	value_map_put(scratch, map, S("terms"), SPAN_NONE, value_list(list, SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

struct value view_page_facets(const struct frame *frame, const struct page *page)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct kind *kind = page_records_kind(frame->renderer->site, page);
	struct facet_context c = {.frame = frame, .page = page, .kind = kind};
	if (!kind || page->record)
		return value_none();
	c.collection = collection_of(page);
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	c.nfields = collection_fields(frame->renderer->site, c.collection, S("facets"), c.fields);
	for (size_t i = 0; i < c.nfields; i++)
		value_list_push(scratch, list, field_value(&c, c.fields[i]));
	return value_list(list, SPAN_NONE);
}

/* --- A to Z
 * ---------------------------------------------------------------------------------------- */

struct value view_page_letters(const struct frame *frame, const struct page *page)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value records = view_page_records(frame, page);
	struct value_list *letters = ARENA_NEW(scratch, struct value_list), *group = NULL;
	str letter = S("");
	for (size_t i = 0; i < value_count(records); i++) {
		struct value record = value_at(records, i, scratch);
		str title = value_text(value_get(record, S("title"), scratch), scratch);
		str first = initial_letter(title, scratch);
		if (!group || !str_eq(first, letter)) {
			struct value_map *map = ARENA_NEW(scratch, struct value_map);
			letter = first;
			group = ARENA_NEW(scratch, struct value_list);
			value_map_put(scratch, map, S("letter"), SPAN_NONE,
				value_string(letter, SPAN_NONE));
			value_map_put(scratch, map, S("records"), SPAN_NONE,
				value_list(group, SPAN_NONE));
			value_list_push(scratch, letters, value_map(map, SPAN_NONE));
		}
		value_list_push(scratch, group, record);
	}
	return value_list(letters, SPAN_NONE);
}
