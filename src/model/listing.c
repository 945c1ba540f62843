#include "model/listing.h"

#include "base/ascii.h"
#include "base/path.h"
#include "locale/collate.h"
#include "model/field.h"
#include "model/order.h"
#include "model/when.h"

bool page_lists_records(const struct page *page)
{
	return page->language->of.len == 0 ||
	       value_map_find(page_texts(page)->front.map, S("records"));
}

const struct kind *page_records_kind(const struct site *site, const struct page *page)
{
	page = listing_whole(page);
	if (page->record)
		return page->record->kind;
	if (page->facet)
		return page->facet->kind;
	if (page->kind != PAGE_CONTENT || !page_lists_records(page))
		return NULL;
	for (size_t i = 0; i < site->collections.len; i++) {
		const struct page *collection = site->collections.entries[i].value;
		if (str_eq(collection->id, page->id))
			return site_kind(site, site->collections.entries[i].key);
	}
	return NULL;
}

/* --- the form of a list ------------------------------------------------------------- */

const struct page *listing_whole(const struct page *page)
{
	return page->kind == PAGE_PART ? page->parent : page;
}

static const struct list_form *form_named(const struct site *site, str template)
{
	for (size_t i = 0; i < site->forms.len; i++)
		if (str_eq(site->forms.items[i].template, template))
			return &site->forms.items[i];
	return NULL;
}

/* By the same names as its template (render/render.c). */
static const struct list_form *find_form(
	const struct site *site, const struct page *page, const struct kind *kind)
{
	const struct list_form *form = NULL;
	struct arena arena;
	arena_init(&arena);
	if (page->kind == PAGE_CONTENT)
		form = form_named(site, value_get_str(page_texts(page)->front, S("template")));
	if (!form)
		form = form_named(site, arena_join(&arena, kind->name, S("-list"), S("")));
	if (!form)
		form = form_named(site, S("records"));
	arena_release(&arena);
	return form;
}

struct list_form listing_form(const struct site *site, const struct page *page)
{
	str fields[FACETS_MAX];
	const struct kind *kind = page_records_kind(site, page);
	const struct page *list = listing_whole(page);
	const struct page *collection = list->kind == PAGE_FACET ? list->parent : list;
	const struct list_form *form = kind ? find_form(site, list, kind) : NULL;
	if (!form || collection_fields(site, collection, S("decisions"), fields))
		return (struct list_form){.length = 0};
	return *form;
}

size_t listing_parts(struct list_form form, size_t nrecords)
{
	return form.length ? (nrecords + form.length - 1) / form.length : 1;
}

/* An easy variant may leave a word out. */
static str name_pattern(const struct site *site, const struct language *language)
{
	const uint32_t tries[] = {language->index, language->original, 0};
	str pattern = S("");
	for (size_t i = 0; i < ARRAY_LEN(tries) && !pattern.len; i++)
		pattern = value_get_str(site_words(site, tries[i], S("pages")), S("name"));
	return pattern.len ? pattern : S("*");
}

str listing_part_name(const struct site *site, const struct language *language, size_t number,
	struct arena *arena)
{
	str before, after = name_pattern(site, language);
	str_cut(&after, '*', &before);
	return arena_printf(arena, "%.*s%zu%.*s", STR_ARGS(before), number, STR_ARGS(after));
}

/* --- addresses of parts ------------------------------------------------------------- */

static bool is_part_number(str slug)
{
	for (size_t i = 0; i < slug.len; i++)
		if (!ascii_is_digit(slug.ptr[i]))
			return false;
	return slug.len && slug.ptr[0] != '0' && !str_eq(slug, S("1"));
}

static const struct page *page_at(const struct site *site, str output)
{
	for (size_t i = 0; i < site->pages.len; i++)
		if (str_eq(site->pages.items[i]->output, output))
			return site->pages.items[i];
	return NULL;
}

static bool may_be_list(const struct site *site, const struct page *page)
{
	return !page || (page_records_kind(site, page) && !page->record);
}

str listing_part_before(const struct site *site, str path, struct arena *scratch)
{
	int64_t number;
	str folder = path_dir(path), list = path_dir(folder);
	str first = path_join(scratch, list, path_name(path)), before = first;
	if (!is_part_number(path_name(folder)) || !str_to_int(path_name(folder), &number))
		return S("");
	if (number > 2)
		before = path_join(scratch,
			path_join(scratch, list,
				arena_printf(scratch, "%lld", (long long)number - 1)),
			path_name(path));
	bool may_be =
		may_be_list(site, page_at(site, first)) && may_be_list(site, page_at(site, before));
	return may_be ? before : S("");
}

/* --- what they list ----------------------------------------------------------------- */

struct sortable {
	const struct record *record;
	bool over; /* stands behind all that is not, the latest first */
	str key;
	int64_t place;
};

static int compare_sortable(const void *left, const void *right)
{
	const struct sortable *a = left, *b = right;
	int order = a->over != b->over ? a->over - b->over : str_cmp(a->key, b->key);
	if (a->over && b->over)
		order = -order;
	return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* As their pages are sorted; records without pages come by their field `order`. */
static int64_t place_of(const struct record *record, const struct language *language)
{
	if (record->pages)
		return (int64_t)page_lists(record->pages[language->index])->place;
	return value_get_int(record_facts(record)->json, S("order"), INT64_MAX);
}

static struct sortable sortable_of(const struct site *site, const struct list_form *form,
	const struct record *record, const struct language *language, struct arena *scratch)
{
	struct sortable out = {.record = record, .place = place_of(record, language)};
	if (str_eq(form->sort, S("when"))) {
		out.key = record_start(record);
		out.over = record_when(record, S("past"), site->today);
	} else if (form->group_by.len) {
		struct value field =
			value_get_path(record_facts(record)->json, form->group_by, scratch);
		out.key = order_key(&site->config, language, field, scratch);
	}
	return out;
}

static void list_records(const struct site *site, struct page *page,
	const struct record *const *records, size_t n, struct arena *arena)
{
	struct list_form form = listing_form(site, page);
	VEC(struct sortable) list = {0};
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; i < n; i++)
		if (records[i]->is_shown)
			VEC_PUSH(&list,
				sortable_of(site, &form, records[i], page->language, &scratch));
	VEC_SORT(&list, compare_sortable);
	page->lists_.records = ARENA_ARRAY(arena, const struct record *, list.len);
	page->lists_.nrecords = page->lists_.nshown = list.len;
	for (size_t i = 0; i < list.len; i++)
		page->lists_.records[i] = list.items[i].record;
	VEC_FREE(&list);
	arena_release(&scratch);
}

/* The pages were made for as many records (collection.c). */
static void cut(const struct site *site, struct page *page)
{
	size_t length = listing_form(site, page).length, first = length;
	struct page_lists *lists = &page->lists_;
	for (size_t i = 1; i < lists->nparts; i++, first += length) {
		struct page_lists *part = &lists->parts[i]->lists_;
		size_t left = lists->nrecords - first;
		part->records = lists->records + first;
		part->nrecords = part->nshown = left < length ? left : length;
	}
	if (lists->nparts)
		lists->nshown = length;
}

void listing_make(struct site *site, struct arena *arena)
{
	for (size_t i = 0; i < site->pages.len; i++) {
		struct page *page = site->pages.items[i];
		const struct kind *kind = page_records_kind(site, page);
		if (!kind || page->record || page->kind == PAGE_PART)
			continue;
		if (page->facet)
			list_records(
				site, page, page->facet->records, page->facet->nrecords, arena);
		else
			list_records(site, page, (const struct record *const *)kind->records,
				kind->nrecords, arena);
		cut(site, page);
	}
}
