#include "model/listing.h"

#include "model/collection.h"

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

struct sortable {
	const struct record *record;
	int64_t place;
};

static int compare_places(const void *left, const void *right)
{
	int64_t a = ((const struct sortable *)left)->place;
	int64_t b = ((const struct sortable *)right)->place;
	return (a > b) - (a < b);
}

/* As their pages are sorted; records without pages come by their field `order`. */
static int64_t place_of(const struct record *record, const struct language *language)
{
	if (record->pages)
		return (int64_t)page_lists(record->pages[language->index])->place;
	return value_get_int(record_facts(record)->json, S("order"), INT64_MAX);
}

static void list_records(
	struct page *page, const struct record *const *records, size_t n, struct arena *arena)
{
	VEC(struct sortable) list = {0};
	for (size_t i = 0; i < n; i++)
		if (records[i]->is_shown)
			VEC_PUSH(&list, ((struct sortable){
						records[i], place_of(records[i], page->language)}));
	VEC_SORT(&list, compare_places);
	page->lists_.records = ARENA_ARRAY(arena, const struct record *, list.len);
	page->lists_.nrecords = list.len;
	for (size_t i = 0; i < list.len; i++)
		page->lists_.records[i] = list.items[i].record;
	VEC_FREE(&list);
}

void listing_make(struct site *site, struct arena *arena)
{
	for (size_t i = 0; i < site->pages.len; i++) {
		struct page *page = site->pages.items[i];
		const struct kind *kind = page_records_kind(site, page);
		if (!kind || page->record)
			continue;
		if (page->facet)
			list_records(page, page->facet->records, page->facet->nrecords, arena);
		else
			list_records(page, (const struct record *const *)kind->records,
				kind->nrecords, arena);
	}
}
