#include "render/query.h"

#include <stdlib.h>

#include "locale/collate.h"
#include "model/facet.h"

/* A page or a record. */
struct item {
	const struct page *page;
	const struct record *record;
	str key; /* of sorting */
};

struct item_list {
	struct item *items;
	size_t len;
};

struct lists_cache {
	size_t nlanguages;
	struct item_list *lists; /* query index × language */
};

struct asker {
	const struct site *site;
	const struct language *language;
	const struct frame *frame; /* NULL while the cache is filled */
	struct value record;
	struct value params;
	struct arena *arena;
};

struct condition {
	str key;
	struct value wanted;
};

struct conditions {
	struct condition *items;
	size_t len;
};

/* --- when --------------------------------------------------------------------------- */

static str first_date(struct value json, const char *const *keys)
{
	for (; *keys; keys++) {
		str date = value_get_str(json, str_of(*keys));
		if (date.len >= 10)
			return str_sub(date, 0, 10);
	}
	return S("");
}

bool query_when(const struct record *record, str when, str today)
{
	static const char *const starts[] = {"startDate", "valid_from", "date", NULL};
	static const char *const ends[] = {"endDate", "valid_to", "startDate", "date", NULL};
	str start = first_date(record->json, starts), end = first_date(record->json, ends);
	bool over = end.len && str_cmp(end, today) < 0;
	bool begun = !start.len || str_cmp(start, today) <= 0;
	if (str_eq(when, S("past")))
		return over;
	if (str_eq(when, S("upcoming")))
		return !over && (start.len || end.len);
	return str_is_empty(when) || (begun && !over);
}

/* --- where -------------------------------------------------------------------------- */

static struct value resolve(const struct asker *asker, struct value v)
{
	size_t dot;
	if (!unit_is_name(v) || !asker->frame)
		return v;
	dot = str_find_char(v.string, '.');
	str root = str_sub(v.string, 0, dot), path = str_from(v.string, dot + 1);
	if (str_eq(root, S("params")))
		return value_get_path(asker->params, path, asker->arena);
	if (str_eq(root, S("record")))
		return value_get_path(asker->record, path, asker->arena);
	return value_get_path(view_page(asker->frame, asker->frame->page), path, asker->arena);
}

static bool contains(struct value have, struct value wanted)
{
	if (!value_is_list(have))
		return value_eq(have, wanted);
	for (size_t i = 0; i < value_count(have); i++)
		if (value_eq(have.list->items[i], wanted))
			return true;
	return false;
}

/* A view of a record stands for its id. */
static struct value plain(const struct asker *asker, struct value v)
{
	if (v.kind != VALUE_VIEW)
		return v;
	struct value id = value_get(v, S("id"), asker->arena);
	return id.kind == VALUE_NONE ? value_string(value_text(v, asker->arena), SPAN_NONE) : id;
}

/* What is asked of every item; conditions on what is absent are none. */
static struct conditions resolve_all(const struct asker *asker, struct value where)
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
	const struct asker *asker, const struct record *record, struct conditions where)
{
	for (size_t i = 0; i < where.len; i++) {
		str key = where.items[i].key;
		struct value have = str_eq(key, S("id"))
					    ? value_string(record->id, SPAN_NONE)
					    : value_get_path(record->json, key, asker->arena);
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
		return value_string(page->title, SPAN_NONE);
	if (str_eq(key, S("section")))
		return page->parent ? value_string(page->parent->id, SPAN_NONE) : value_none();
	return value_get_path(page->front, key, arena);
}

static bool page_fits(const struct asker *asker, const struct page *page, struct conditions where)
{
	for (size_t i = 0; i < where.len; i++)
		if (!contains(page_field(page, where.items[i].key, asker->arena),
			    where.items[i].wanted))
			return false;
	return true;
}

/* --- sort --------------------------------------------------------------------------- */

static struct value item_field(const struct asker *asker, const struct item *item, str field)
{
	if (item->record && str_eq(field, S("title")))
		return value_string(
			record_title(item->record, &asker->site->config, asker->language),
			SPAN_NONE);
	if (item->record)
		return value_get_path(item->record->json, field, asker->arena);
	return page_field(item->page, field, asker->arena);
}

/* Numbers as digits of one width, negative ones below. */
static str number_key(double n, struct arena *arena)
{
	return n < 0 ? arena_printf(arena, "-%030.6f", 1e20 + n)
		     : arena_printf(arena, "0%030.6f", n);
}

static str sort_key(const struct asker *asker, struct collator *collator, struct value v)
{
	if (v.kind == VALUE_INT)
		return number_key((double)v.integer, asker->arena);
	if (v.kind == VALUE_REAL)
		return number_key(v.real, asker->arena);
	str text = config_text(&asker->site->config, v, asker->language, NULL);
	return collator_key(collator, text, asker->arena);
}

static int compare_items(const void *left, const void *right)
{
	return str_cmp(((const struct item *)left)->key, ((const struct item *)right)->key);
}

static int compare_items_down(const void *left, const void *right)
{
	return compare_items(right, left);
}

static void sort_items(const struct asker *asker, struct item_list *list, str field)
{
	bool down = str_starts(field, S("-"));
	if (str_is_empty(field) || list->len < 2)
		return;
	if (down)
		field = str_from(field, 1);
	struct collator *collator = collator_new(asker->language->tag);
	for (size_t i = 0; i < list->len; i++)
		list->items[i].key =
			sort_key(asker, collator, item_field(asker, &list->items[i], field));
	collator_free(collator);
	vec_sort(list->items, list->len, sizeof(*list->items),
		down ? compare_items_down : compare_items);
}

/* --- answering ---------------------------------------------------------------------- */

/* An easy variant also lists the original's pages that it does not have. */
static bool is_of_language(const struct asker *asker, const struct page *page)
{
	if (page->language == asker->language)
		return true;
	return asker->language->of.len && page->language->index == asker->language->original &&
	       page->translations && !page->translations[asker->language->index];
}

static void select_pages(
	const struct asker *asker, const struct list_query *query, struct item_list *out)
{
	const struct site *site = asker->site;
	struct conditions where = resolve_all(asker, query->where);
	out->items = ARENA_ARRAY(asker->arena, struct item, site->pages.len);
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (page->kind == PAGE_CONTENT && is_of_language(asker, page) &&
			page_fits(asker, page, where))
			out->items[out->len++] = (struct item){.page = page};
	}
}

/* Only a list of what is past shows what has ended. */
static bool is_listed(const struct site *site, const struct record *record, str when)
{
	if (!query_when(record, when, site->today))
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
	const struct asker *asker, const struct list_query *query, struct item_list *out)
{
	const struct kind *kind = site_kind(asker->site, query->from);
	if (!kind)
		return;
	struct conditions where = resolve_all(asker, query->where);
	const struct record *named = find_named(asker->site, kind, where);
	size_t n = named ? named->nmentions : kind->nrecords;
	out->items = ARENA_ARRAY(asker->arena, struct item, n);
	for (size_t i = 0; i < n; i++) {
		const struct record *record = named ? named->mentions[i].by : kind->records[i];
		if (record->kind == kind && record_fits(asker, record, where) &&
			is_listed(asker->site, record, query->when))
			out->items[out->len++] = (struct item){.record = record};
	}
}

static size_t limit_of(const struct asker *asker, const struct list_query *query)
{
	struct value limit = plain(asker, resolve(asker, query->limit));
	return limit.kind == VALUE_INT && limit.integer >= 0 ? (size_t)limit.integer : SIZE_MAX;
}

static struct item_list answer(const struct asker *asker, const struct list_query *query)
{
	struct item_list list = {NULL, 0};
	if (str_eq(query->from, S("pages")))
		select_pages(asker, query, &list);
	else
		select_records(asker, query, &list);
	sort_items(asker, &list, query->sort);
	size_t limit = limit_of(asker, query);
	if (list.len > limit && !query->group_by.len)
		list.len = limit;
	return list;
}

struct lists_cache *lists_cache_new(
	const struct site *site, const struct units *units, struct arena *arena)
{
	struct lists_cache *cache = ARENA_NEW(arena, struct lists_cache);
	cache->nlanguages = site->config.nlanguages;
	cache->lists = ARENA_ARRAY(arena, struct item_list, units->nqueries * cache->nlanguages);
	for (size_t u = 0; u < units->list.len; u++) {
		const struct unit *unit = units->list.items[u];
		for (size_t q = 0; q < unit->nlists; q++)
			for (size_t l = 0; unit->lists[q].fixed && l < cache->nlanguages; l++) {
				struct asker asker = {.site = site,
					.language = &site->config.languages[l],
					.arena = arena};
				cache->lists[unit->lists[q].index * cache->nlanguages + l] =
					answer(&asker, &unit->lists[q]);
			}
	}
	return cache;
}

/* --- as templates see them ---------------------------------------------------------- */

struct list_view {
	const struct frame *frame;
	struct item_list list;
};

static size_t list_count(const void *self)
{
	return ((const struct list_view *)self)->list.len;
}

static struct value item_value(const struct frame *frame, const struct item *item)
{
	return item->page ? view_page(frame, item->page) : view_record(frame, item->record);
}

static struct value list_at(const void *self, size_t index, struct arena *scratch)
{
	const struct list_view *view = self;
	UNUSED(scratch);
	return item_value(view->frame, &view->list.items[index]);
}

static const struct view_class list_class = {.name = "list", .count = list_count, .at = list_at};

static struct value list_value(const struct frame *frame, struct item_list list)
{
	struct list_view *view = ARENA_NEW(&frame->worker->scratch, struct list_view);
	*view = (struct list_view){frame, list};
	return value_view(&list_class, view);
}

/* Neighbours with the same key make a group; sorting by the key goes before. */
static struct value grouped(const struct asker *asker, struct item_list list, str field)
{
	struct arena *scratch = asker->arena;
	struct value_list *groups = ARENA_NEW(scratch, struct value_list);
	for (size_t from = 0, to; from < list.len; from = to) {
		struct value key = item_field(asker, &list.items[from], field);
		for (to = from + 1; to < list.len; to++)
			if (!value_eq(item_field(asker, &list.items[to], field), key))
				break;
		struct item_list part = {list.items + from, to - from};
		struct value member = item_value(asker->frame, &list.items[from]);
		struct value_map *group = ARENA_NEW(scratch, struct value_map);
		value_map_put(scratch, group, S("key"), SPAN_NONE, key);
		value_map_put(
			scratch, group, S("title"), SPAN_NONE, value_get(member, field, scratch));
		value_map_put(
			scratch, group, S("items"), SPAN_NONE, list_value(asker->frame, part));
		value_list_push(scratch, groups, value_map(group, SPAN_NONE));
	}
	return value_list(groups, SPAN_NONE);
}

struct lists_view {
	const struct frame *frame;
	const struct unit *unit;
	struct value record;
	struct value params;
};

static struct item_list list_of(const struct asker *asker, const struct list_query *query)
{
	const struct lists_cache *cache = asker->frame->renderer->lists;
	if (!query->fixed)
		return answer(asker, query);
	return cache->lists[query->index * cache->nlanguages + asker->language->index];
}

static const struct list_query *query_in(const struct unit *unit, str name)
{
	for (size_t i = 0; i < unit->nlists; i++)
		if (str_eq(unit->lists[i].name, name))
			return &unit->lists[i];
	return NULL;
}

/* The template's own list, else that of a layout or part with this name. */
static const struct list_query *find_query(const struct lists_view *view, str name)
{
	const struct units *units = view->frame->renderer->units;
	const struct list_query *query = query_in(view->unit, name);
	for (size_t u = 0; !query && u < units->list.len; u++)
		if (units->list.items[u]->shared)
			query = query_in(units->list.items[u], name);
	return query;
}

static struct value lists_get(const void *self, str key, struct arena *scratch)
{
	const struct lists_view *view = self;
	const struct list_query *query = find_query(view, key);
	struct asker asker = {view->frame->renderer->site, view->frame->language, view->frame,
		view->record, view->params, scratch};
	if (!query)
		return value_none();
	struct item_list list = list_of(&asker, query);
	return query->group_by.len ? grouped(&asker, list, query->group_by)
				   : list_value(view->frame, list);
}

static const struct view_class lists_class = {.name = "lists", .get = lists_get};

struct value view_lists(const struct frame *frame, const struct unit *unit, struct value record,
	struct value params)
{
	struct lists_view *view = ARENA_NEW(&frame->worker->scratch, struct lists_view);
	*view = (struct lists_view){frame, unit, record, params};
	return value_view(&lists_class, view);
}
