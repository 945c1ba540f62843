#include "value/schema.h"

/* Records nest no deeper in any schema that checks. */
#define DEPTH_MAX 32

struct walk {
	schema_visit_fn *fn;
	void *ctx;
	size_t steps_left;
};

static void walk(struct walk *w, const struct schema_node *node, struct value v, int depth)
{
	if (!node || depth > DEPTH_MAX || !w->steps_left)
		return;
	w->steps_left--;
	w->fn(w->ctx, node, v);
	for (size_t i = 0; i < node->nforms; i++)
		walk(w, node->forms[i], v, depth + 1);
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		walk(w, node->items, v.list->items[i], depth + 1);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct schema_property *property = schema_property(node, entry->key);
		if (property)
			walk(w, property->node, entry->value, depth + 1);
	}
}

void schema_walk(const struct schema_node *node, struct value value, schema_visit_fn *fn, void *ctx)
{
	walk(&(struct walk){fn, ctx, SCHEMA_STEPS_MAX}, node, value, 0);
}
