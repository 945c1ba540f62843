/* The lists of a template, as it sees them. */
#include "query/query.h"
#include "view/frame.h"

struct list_view {
	const struct frame *frame;
	struct item_list list;
};

static size_t list_count(const void *self)
{
	return ((const struct list_view *)self)->list.len;
}

static struct value item_value(const struct frame *frame, const struct list_item *item)
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
static struct value grouped(
	const struct frame *frame, const struct list_asker *asker, struct item_list list, str field)
{
	struct arena *scratch = asker->arena;
	struct value_list *groups = ARENA_NEW(scratch, struct value_list);
	for (size_t from = 0, to; from < list.len; from = to) {
		struct value key = list_item_field(asker, &list.items[from], field);
		for (to = from + 1; to < list.len; to++)
			if (!value_eq(list_item_field(asker, &list.items[to], field), key))
				break;
		struct item_list part = {list.items + from, to - from};
		struct value member = item_value(frame, &list.items[from]);
		struct value_map *group = ARENA_NEW(scratch, struct value_map);
		value_map_put(scratch, group, S("key"), SPAN_NONE, key);
		value_map_put(
			scratch, group, S("title"), SPAN_NONE, value_get(member, field, scratch));
		value_map_put(scratch, group, S("items"), SPAN_NONE, list_value(frame, part));
		value_list_push(scratch, groups, value_map(group, SPAN_NONE));
	}
	return value_list(groups, SPAN_NONE);
}

struct lists_view {
	const struct frame *frame;
	const struct unit *unit;
	struct value root;
};

static const struct list_query *query_in(const struct unit *unit, str name)
{
	for (size_t i = 0; i < unit->nlists; i++)
		if (str_eq(unit->lists[i].name, name))
			return &unit->lists[i];
	return NULL;
}

/* The template's own list, else that of a layout or part with this name: the same for all
 * pages when none has its own. */
static const struct list_query *find_query(const struct lists_view *view, str name)
{
	const struct units *units = view->frame->renderer->units;
	const struct list_query *query = query_in(view->unit, name);
	bool own = query != NULL;
	for (size_t u = 0; !query && u < units->list.len; u++)
		if (units->list.items[u]->shared)
			query = query_in(units->list.items[u], name);
	if (own || !query || query->replaced)
		frame_page(view->frame);
	return query;
}

static struct value lists_get(const void *self, str key, struct arena *scratch)
{
	const struct lists_view *view = self;
	const struct list_query *query = find_query(view, key);
	const struct frame *frame = view->frame;
	if (!query)
		return value_none();
	struct list_asker asker = {frame->renderer->site, frame->language, view->root, scratch};
	struct item_list list = query_answer(&asker, query, frame->renderer->lists);
	return query->group_by.len ? grouped(frame, &asker, list, query->group_by)
				   : list_value(frame, list);
}

static const struct view_class lists_class = {.name = "lists", .get = lists_get};

struct value view_lists(const struct frame *frame, const struct unit *unit, struct value root)
{
	struct lists_view *view = ARENA_NEW(&frame->worker->scratch, struct lists_view);
	*view = (struct lists_view){frame, unit, root};
	return value_view(&lists_class, view);
}
