/* Ids in records, in site.json and in the lists of templates. */
#include "move/move.h"

/* The text between the quotation marks, if it has any. */
static void rename_value(struct move *move, struct value v, str now)
{
	struct span span = v.span;
	if (span.end - span.start == v.string.len + 2) {
		span.start++;
		span.end--;
	}
	if (!str_eq(v.string, now) && span.end - span.start == v.string.len)
		move_edit(move, span, now);
}

/* An id of a page, or "kind/id". */
static void rename_id(struct move *move, struct value v)
{
	if (v.kind != VALUE_STRING)
		return;
	str now = goal_page(&move->goal, v.string, move->arena);
	rename_value(
		move, v, str_eq(now, v.string) ? goal_ref(&move->goal, now, move->arena) : now);
}

static void rename_ids(struct move *move, struct value list)
{
	for (size_t i = 0; list.kind == VALUE_LIST && i < list.list->len; i++)
		rename_id(move, list.list->items[i]);
}

/* --- records ---------------------------------------------------------------------------- */

static void rename_reference(void *ctx, const struct schema_node *node, struct value v)
{
	struct move *move = ctx;
	const struct goal *goal = &move->goal;
	if (goal->kind == GOAL_RECORD && v.kind == VALUE_STRING &&
		str_eq(node->kind, goal->records->name) && str_eq(v.string, goal->from))
		rename_value(move, v, goal->to);
}

/* Fields of records that hold ids of pages: `answers` of words, `pages` of drawings. */
static void rename_in_record(struct move *move, const struct record *record)
{
	struct value json = record_facts(record)->json;
	schema_walk(schema_root(record->kind->schema), json, rename_reference, move);
	rename_ids(move, value_get(json, S("answers"), NULL));
	rename_ids(move, value_get(json, S("pages"), NULL));
}

/* --- templates -------------------------------------------------------------------------- */

static void rename_page(struct move *move, struct value id)
{
	if (id.kind == VALUE_STRING)
		rename_value(move, id, goal_page(&move->goal, id.string, move->arena));
}

static void rename_record(struct move *move, str kind, struct value id)
{
	const struct goal *goal = &move->goal;
	if (goal->kind == GOAL_RECORD && str_eq(kind, goal->records->name) &&
		id.kind == VALUE_STRING && str_eq(id.string, goal->from))
		rename_value(move, id, goal->to);
}

/* One id, or each of a list. */
static void rename_wanted(struct move *move, const struct list_query *list, struct value id)
{
	if (str_eq(list->from, S("pages")))
		rename_page(move, id);
	else
		rename_record(move, list->from, id);
	for (size_t i = 0; id.kind == VALUE_LIST && i < id.list->len; i++)
		rename_wanted(move, list, id.list->items[i]);
}

static void rename_in_list(struct move *move, const struct list_query *list)
{
	rename_wanted(move, list, value_get(list->where, S("id"), NULL));
	if (str_eq(list->from, S("pages")))
		rename_wanted(move, list, value_get(list->where, S("section"), NULL));
}

void move_mend_references(struct move *move)
{
	const struct site *site = &move->before->site;
	const struct units *units = &move->before->units;
	struct value json = site->config.json;
	rename_ids(move, site->config.menu);
	rename_ids(move, value_get_path(json, S("budgets.exempt"), NULL));
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++)
			rename_in_record(move, site->kinds[k]->records[i]);
	for (size_t u = 0; u < units->list.len; u++)
		for (size_t i = 0; i < units->list.items[u]->nlists; i++)
			rename_in_list(move, &units->list.items[u]->lists[i]);
}
