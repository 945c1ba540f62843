/* The records that collection and facet pages show. */
#include "locale/collate.h"
#include "model/collection.h"
#include "view/extra.h"
#include "view/lines.h"
#include "view/object.h"
#include "view/page.h"

static const struct page *collection_of(const struct page *page)
{
	page = listing_whole(page);
	return page->kind == PAGE_FACET || page->kind == PAGE_RECORD ? page->parent : page;
}

struct value view_page_records(const struct frame *frame, const struct page *page)
{
	if (!page_records_kind(frame->renderer->site, page) || page->record)
		return value_none();
	struct arena *scratch = &frame->worker->scratch;
	const struct page_lists *lists = page_lists(page);
	struct value *items = ARENA_ARRAY(scratch, struct value, lists->nshown);
	for (size_t i = 0; i < lists->nshown; i++)
		items[i] = view_record(frame, lists->records[i]);
	return view_array(items, lists->nshown, scratch);
}

/* Of these, what cannot be had today as a rule: on trial, planned, abroad. */
struct value view_page_waiting(const struct frame *frame, const struct page *page)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value shown = view_page_records(frame, page);
	struct value *items = ARENA_ARRAY(scratch, struct value, value_count(shown));
	size_t n = 0;
	for (size_t i = 0; i < value_count(shown); i++) {
		struct value status = value_get(value_at(shown, i, scratch), S("status"), scratch);
		if (!value_is_true(value_get(status, S("exists"), scratch)))
			items[n++] = value_at(shown, i, scratch);
	}
	return view_array(items, n, scratch);
}

/* --- facets: from this page, add, change or take back one term ---------------------- */

struct terms {
	struct facet_term list[FACETS_MAX];
	size_t n;
};

/* The page's terms in the order of the fields, with `term` in its place; an
 * empty value takes the field's term back. */
static struct terms terms_with(
	const struct page *page, const struct kind *kind, const struct facet_term *term)
{
	struct terms out = {.n = 0};
	for (size_t f = 0; f < kind->nfacets; f++) {
		str field = kind->facets[f].name;
		const struct facet_term *wanted = NULL;
		for (size_t i = 0; page->facet && i < page->facet->nterms; i++)
			if (str_eq(page->facet->terms[i].field, field))
				wanted = &page->facet->terms[i];
		if (str_eq(term->field, field))
			wanted = term;
		if (wanted && wanted->value.len)
			out.list[out.n++] = *wanted;
	}
	return out;
}

static bool is_current(const struct page *page, const struct facet_term *term)
{
	for (size_t i = 0; page->facet && i < page->facet->nterms; i++)
		if (str_eq(page->facet->terms[i].field, term->field) &&
			str_eq(page->facet->terms[i].value, term->value))
			return true;
	return false;
}

struct facet_context {
	const struct frame *frame;
	const struct page *page;
	const struct page *collection;
	const struct kind *kind;
};

static struct value term_value(const struct facet_context *c, const struct facet_term *term)
{
	struct arena *scratch = &c->frame->worker->scratch;
	const struct site *site = c->frame->renderer->site;
	bool current = is_current(c->page, term);
	const struct facet_term none = {.field = term->field};
	struct terms terms = terms_with(c->page, c->kind, current ? &none : term);
	const struct page *page =
		collection_facet_page(site, c->collection, terms.list, terms.n, scratch);
	if (!page)
		return value_none();
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	str title = facet_term_title(site, c->kind, term, c->frame->language);
	/* The current term leads back to the wider list, but counts what it shows here. */
	const struct page *counted = current ? listing_whole(c->page) : page;
	size_t count = page_lists(counted)->nrecords;
	value_map_put(scratch, map, S("title"), SPAN_NONE, value_string(title, SPAN_NONE));
	value_map_put(scratch, map, S("url"), SPAN_NONE,
		value_string(site_href(site, scratch, page->url), SPAN_NONE));
	value_map_put(scratch, map, S("current"), SPAN_NONE, value_bool(current, SPAN_NONE));
	value_map_put(scratch, map, S("count"), SPAN_NONE, value_int((int64_t)count, SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

static struct value field_value(const struct facet_context *c, const struct facet_field *field)
{
	struct arena *scratch = &c->frame->worker->scratch;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	struct value titles = value_get(view_strings(c->frame), S("facets"), scratch);
	for (size_t i = 0; i < field->nterms; i++) {
		struct value term = term_value(c, &field->terms[i]);
		if (term.kind != VALUE_NONE)
			value_list_push(scratch, list, term);
	}
	struct value title = value_get_path(titles, field->name, scratch);
	if (title.kind == VALUE_VIEW)
		title = value_get(title, S("title"), scratch);
	value_map_put(scratch, map, S("field"), SPAN_NONE, value_string(field->name, SPAN_NONE));
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
	for (size_t i = 0; i < kind->nfacets; i++) {
		struct value field = field_value(&c, &kind->facets[i]);
		if (value_is_true(value_get(field, S("terms"), scratch)))
			value_list_push(scratch, list, field);
	}
	return value_list(list, SPAN_NONE);
}

/* --- A to Z ------------------------------------------------------------------------- */

struct letter {
	str text;
	str key; /* its place in the language's order */
	struct value_list *records;
};

typedef VEC(struct letter) letters;

static int compare_letters(const void *left, const void *right)
{
	return str_cmp(((const struct letter *)left)->key, ((const struct letter *)right)->key);
}

/* The group of a letter, made when it is met first. Neighbours are not enough: an order may mix
 * letters, as that of English does with a and ā. */
static struct value_list *letter_records(
	letters *found, str text, const struct collator *order, struct arena *scratch)
{
	for (size_t i = found->len; i-- > 0;)
		if (str_eq(found->items[i].text, text))
			return found->items[i].records;
	struct value_list *records = ARENA_NEW(scratch, struct value_list);
	VEC_PUSH(found, ((struct letter){text, collator_key(order, text, scratch), records}));
	return records;
}

static str read_letter(const struct frame *frame, struct value item, str key)
{
	struct arena *scratch = &frame->worker->scratch;
	return initial_letter(value_text(value_get(item, key, scratch), scratch), scratch);
}

static str keep_letter(const struct frame *frame, stock_slot *slot, struct value item)
{
	struct arena *arena = &frame->worker->lines;
	struct stocked *made = ARENA_NEW(arena, struct stocked);
	struct reading_part *part = ARENA_NEW(arena, struct reading_part);
	struct reading_mark mark = reading_part_begin();
	made->text = arena_str(arena, read_letter(frame, item, S("title")));
	*part = reading_part_end(mark, arena);
	made->notes = part;
	lines_add(frame->renderer->lines, sizeof(*made) + sizeof(*part));
	atomic_store_explicit(slot, made, memory_order_release);
	return made->text;
}

/* A record stands in a dozen lists, under its title in each. */
static str letter_of(const struct frame *frame, struct value item, str key)
{
	struct lines *lines = frame->renderer->lines;
	bool by_title = lines && str_eq(key, S("title"));
	const struct record *record = by_title ? view_record_of(item) : NULL;
	stock_slot *slot = record ? lines_letter(lines, frame->language->index, record) : NULL;
	if (!slot)
		return read_letter(frame, item, key);
	const struct stocked *kept = atomic_load_explicit(slot, memory_order_acquire);
	return kept && reading_add_part(kept->notes) ? kept->text : keep_letter(frame, slot, item);
}

static void find_letters(const struct frame *frame, struct value items, str key, letters *found)
{
	struct arena *scratch = &frame->worker->scratch;
	for (size_t i = 0; i < value_count(items); i++) {
		struct value item = value_at(items, i, scratch);
		str text = letter_of(frame, item, key);
		value_list_push(scratch,
			letter_records(found, text, frame->language->order, scratch), item);
	}
	VEC_SORT(found, compare_letters);
}

struct value view_by_letter(const struct frame *frame, struct value items, str key)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	letters found = {0};
	find_letters(frame, items, key, &found);
	for (size_t i = 0; i < found.len; i++) {
		struct object object = object_new(scratch);
		object_put_str(object, S("letter"), found.items[i].text);
		object_put(object, S("records"), value_list(found.items[i].records, SPAN_NONE));
		value_list_push(scratch, list, object_value(object));
	}
	VEC_FREE(&found);
	return value_list(list, SPAN_NONE);
}
