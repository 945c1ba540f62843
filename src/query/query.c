#include "query/query.h"

#include <stdlib.h>

#include "model/facet.h"
#include "model/order.h"
#include "model/when.h"

/* The pages that a list can show: of a portal with many records, few. */
struct listed_pages {
	const struct page **items;
	size_t len;
};

struct lists_cache {
	struct listed_pages pages;
	size_t nlanguages;
	struct item_list *lists; /* query index × language */
};

struct condition {
	str key;
	struct value wanted;
};

struct conditions {
	struct condition *items;
	size_t len;
};

bool query_is_name(struct value v)
{
	return v.kind == VALUE_STRING &&
	       (str_starts(v.string, S("params.")) || str_starts(v.string, S("page.")) ||
		       str_starts(v.string, S("record.")));
}

/* --- where -------------------------------------------------------------------------- */

static struct value resolve(const struct list_asker *asker, struct value v)
{
	return query_is_name(v) ? value_get_path(asker->root, v.string, asker->arena) : v;
}

static bool holds(struct value have, struct value wanted)
{
	if (!value_is_list(have))
		return value_eq(have, wanted);
	for (size_t i = 0; i < value_count(have); i++)
		if (value_eq(have.list->items[i], wanted))
			return true;
	return false;
}

/* Of a list that is wanted, one is enough. */
static bool contains(struct value have, struct value wanted)
{
	if (wanted.kind != VALUE_LIST)
		return holds(have, wanted);
	for (size_t i = 0; i < wanted.list->len; i++)
		if (holds(have, wanted.list->items[i]))
			return true;
	return false;
}

/* A view of a record stands for its id. */
static struct value plain(const struct list_asker *asker, struct value v)
{
	if (v.kind != VALUE_VIEW)
		return v;
	struct value id = value_get(v, S("id"), asker->arena);
	return id.kind == VALUE_NONE ? value_string(value_text(v, asker->arena), SPAN_NONE) : id;
}

/* What is asked of every item; conditions on what is absent are none. */
static struct conditions resolve_all(const struct list_asker *asker, struct value where)
{
	size_t n = where.kind == VALUE_MAP ? where.map->len : 0;
	struct conditions all = {ARENA_ARRAY(asker->arena, struct condition, n), 0};
	for (size_t i = 0; i < n; i++) {
		const struct value_entry *entry = &where.map->entries[i];
		struct value wanted = plain(asker, resolve(asker, entry->value));
		if (wanted.kind != VALUE_NONE)
			all.items[all.len++] = (struct condition){entry->key, wanted};
	}
	return all;
}

static bool record_fits(
	const struct list_asker *asker, const struct record *record, struct conditions where)
{
	for (size_t i = 0; i < where.len; i++) {
		str key = where.items[i].key;
		struct value have = str_eq(key, S("id")) ? value_string(record->id, SPAN_NONE)
							 : record_at(record, key, asker->arena);
		if (!contains(have, where.items[i].wanted))
			return false;
	}
	return true;
}

static struct value page_field(const struct page *page, str key, struct arena *arena)
{
	if (str_eq(key, S("id")))
		return value_string(page->id, SPAN_NONE);
	if (str_eq(key, S("title")))
		return value_string(page_texts(page)->title, SPAN_NONE);
	if (str_eq(key, S("section")))
		return page->parent ? value_string(page->parent->id, SPAN_NONE) : value_none();
	return value_get_path(page_texts(page)->front, key, arena);
}

static bool page_fits(
	const struct list_asker *asker, const struct page *page, struct conditions where)
{
	for (size_t i = 0; i < where.len; i++)
		if (!contains(page_field(page, where.items[i].key, asker->arena),
			    where.items[i].wanted))
			return false;
	return true;
}

/* --- sort --------------------------------------------------------------------------- */

struct value list_item_field(
	const struct list_asker *asker, const struct list_item *item, str field)
{
	if (item->record && str_eq(field, S("title")))
		return value_string(
			record_title(item->record, &asker->site->config, asker->language),
			SPAN_NONE);
	if (item->record)
		return record_at(item->record, field, asker->arena);
	return page_field(item->page, field, asker->arena);
}

static int compare_items(const void *left, const void *right)
{
	return str_cmp(
		((const struct list_item *)left)->key, ((const struct list_item *)right)->key);
}

static int compare_items_down(const void *left, const void *right)
{
	return compare_items(right, left);
}

static void sort_items(const struct list_asker *asker, struct item_list *list, str field)
{
	bool down = str_starts(field, S("-"));
	if (str_is_empty(field) || list->len < 2)
		return;
	if (down)
		field = str_from(field, 1);
	for (size_t i = 0; i < list->len; i++)
		list->items[i].key = order_key(&asker->site->config, asker->language,
			list_item_field(asker, &list->items[i], field), asker->arena);
	vec_sort(list->items, list->len, sizeof(*list->items),
		down ? compare_items_down : compare_items);
}

/* --- answering ---------------------------------------------------------------------- */

/* An easy variant also lists the original's pages that it does not have. */
static bool is_of_language(const struct list_asker *asker, const struct page *page)
{
	if (page->language == asker->language)
		return true;
	return asker->language->of.len && page->language->index == asker->language->original &&
	       page->translations && !page->translations[asker->language->index];
}

static struct listed_pages find_listed(const struct site *site, struct arena *arena)
{
	struct listed_pages pages = {ARENA_ARRAY(arena, const struct page *, site->pages.len), 0};
	for (size_t i = 0; i < site->pages.len; i++)
		if (site->pages.items[i]->kind == PAGE_CONTENT)
			pages.items[pages.len++] = site->pages.items[i];
	return pages;
}

static struct list_item *room_for(const struct list_asker *asker, size_t n)
{
	return arena_alloc(asker->arena, n * sizeof(struct list_item));
}

static void select_pages(const struct list_asker *asker, const struct list_query *query,
	const struct listed_pages *pages, struct item_list *out)
{
	struct conditions where = resolve_all(asker, query->where);
	out->items = room_for(asker, pages->len);
	for (size_t i = 0; i < pages->len; i++) {
		const struct page *page = pages->items[i];
		if (is_of_language(asker, page) && page_fits(asker, page, where))
			out->items[out->len++] = (struct list_item){.page = page};
	}
}

/* Only a list of what is past shows what has ended. */
static bool is_listed(const struct site *site, const struct record *record, str when)
{
	if (!record_when(record, when, site->today))
		return false;
	return str_eq(when, S("past")) ? !record->is_hidden : record->is_shown;
}

/* A record that whatever fits must name: `location: record.id`. Or NULL. */
static const struct record *find_named(
	const struct site *site, const struct kind *kind, struct conditions where)
{
	for (size_t i = 0; i < where.len; i++) {
		const struct schema_property *property =
			schema_property(schema_root(kind->schema), where.items[i].key);
		const struct schema_node *node = property ? property->node : NULL;
		if (node && node->items)
			node = node->items;
		const struct kind *named = node ? site_kind(site, node->kind) : NULL;
		if (named && named != kind && where.items[i].wanted.kind == VALUE_STRING)
			return kind_find(named, where.items[i].wanted.string);
	}
	return NULL;
}

/* Those that name a record are known; only where none is asked for are all looked at. */
static void select_records(
	const struct list_asker *asker, const struct list_query *query, struct item_list *out)
{
	const struct kind *kind = site_kind(asker->site, query->from);
	if (!kind)
		return;
	struct conditions where = resolve_all(asker, query->where);
	const struct record *named = find_named(asker->site, kind, where);
	size_t n = named ? named->nmentions : kind->nrecords;
	out->items = room_for(asker, n);
	for (size_t i = 0; i < n; i++) {
		const struct record *record = named ? named->mentions[i].by : kind->records[i];
		if (record->kind == kind && record_fits(asker, record, where) &&
			is_listed(asker->site, record, query->when))
			out->items[out->len++] = (struct list_item){.record = record};
	}
}

static size_t limit_of(const struct list_asker *asker, const struct list_query *query)
{
	struct value limit = plain(asker, resolve(asker, query->limit));
	return limit.kind == VALUE_INT && limit.integer >= 0 ? (size_t)limit.integer : SIZE_MAX;
}

static struct item_list answer(const struct list_asker *asker, const struct list_query *query,
	const struct lists_cache *cache)
{
	struct item_list list = {NULL, 0};
	if (str_eq(query->from, S("pages")))
		select_pages(asker, query, &cache->pages, &list);
	else
		select_records(asker, query, &list);
	sort_items(asker, &list, query->sort);
	size_t limit = limit_of(asker, query);
	if (list.len > limit && !query->group_by.len)
		list.len = limit;
	return list;
}

/* What is found, without the keys and the room for all that might have been. */
static struct item_list answer_fixed(const struct site *site, const struct language *language,
	const struct list_query *query, const struct lists_cache *cache, struct arena *arena)
{
	struct arena scratch;
	arena_init(&scratch);
	struct list_asker asker = {.site = site, .language = language, .arena = &scratch};
	struct item_list found = answer(&asker, query, cache);
	struct item_list kept = {ARENA_ARRAY(arena, struct list_item, found.len), found.len};
	for (size_t i = 0; i < found.len; i++)
		kept.items[i] =
			(struct list_item){found.items[i].page, found.items[i].record, S("")};
	arena_release(&scratch);
	return kept;
}

struct lists_cache *lists_cache_new(
	const struct site *site, const struct units *units, struct arena *arena)
{
	struct lists_cache *cache = ARENA_NEW(arena, struct lists_cache);
	cache->pages = find_listed(site, arena);
	cache->nlanguages = site->config.nlanguages;
	cache->lists = ARENA_ARRAY(arena, struct item_list, units->nqueries * cache->nlanguages);
	for (size_t u = 0; u < units->list.len; u++) {
		const struct unit *unit = units->list.items[u];
		for (size_t q = 0; q < unit->nlists; q++)
			for (size_t l = 0; unit->lists[q].fixed && l < cache->nlanguages; l++)
				cache->lists[unit->lists[q].index * cache->nlanguages + l] =
					answer_fixed(site, &site->config.languages[l],
						&unit->lists[q], cache, arena);
	}
	return cache;
}

struct item_list lists_cache_at(const struct lists_cache *cache, size_t index)
{
	return cache->lists[index];
}

struct item_list query_answer(const struct list_asker *asker, const struct list_query *query,
	const struct lists_cache *cache)
{
	if (!query->fixed)
		return answer(asker, query, cache);
	size_t index = query->index * cache->nlanguages + asker->language->index;
	reading_note(INPUT_ANSWER, index);
	return cache->lists[index];
}
