#include "model/mention.h"

#include <stdlib.h>

struct found {
	struct record *of;
	struct mention mention;
};

struct collector {
	const struct site *site;
	const struct record *by;
	str field;
	VEC(struct found) found;
};

static void note(struct collector *c, str kind_name, str id)
{
	const struct kind *kind = site_kind(c->site, kind_name);
	struct record *of = kind ? map_get(&kind->by_id, id) : NULL;
	if (!of || of == c->by)
		return;
	for (size_t i = c->found.len; i-- > 0 && c->found.items[i].mention.by == c->by;)
		if (c->found.items[i].of == of)
			return;
	VEC_PUSH(&c->found, ((struct found){of, {c->by, c->field}}));
}

static void look(void *ctx, const struct schema_node *node, struct value v)
{
	if (node->kind.len && v.kind == VALUE_STRING)
		note(ctx, node->kind, v.string);
}

static void look_through(struct collector *c, const struct record *record)
{
	const struct schema_node *root = schema_root(record->kind->schema);
	struct value json = record_facts(record)->json;
	c->by = record;
	for (size_t i = 0; json.kind == VALUE_MAP && i < json.map->len; i++) {
		const struct value_entry *entry = &json.map->entries[i];
		const struct schema_property *property = schema_property(root, entry->key);
		c->field = entry->key;
		if (property)
			schema_walk(property->node, entry->value, look, c);
	}
}

static int compare_found(const void *left, const void *right)
{
	const struct record *a = ((const struct found *)left)->of;
	const struct record *b = ((const struct found *)right)->of;
	return (a > b) - (a < b);
}

/* Sorted by record, each run becomes its list; inside a run the order of
 * visiting stays, because the sort is stable. */
static void hand_out(struct collector *c, struct arena *arena)
{
	VEC_SORT(&c->found, compare_found);
	for (size_t from = 0, to; from < c->found.len; from = to) {
		struct record *of = c->found.items[from].of;
		for (to = from; to < c->found.len && c->found.items[to].of == of; to++)
			of->nmentions++;
		of->mentions = ARENA_ARRAY(arena, struct mention, of->nmentions);
		for (size_t i = from; i < to; i++)
			of->mentions[i - from] = c->found.items[i].mention;
	}
}

void mention_collect(struct site *site, struct arena *arena)
{
	struct collector c = {.site = site};
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++)
			look_through(&c, site->kinds[k]->records[i]);
	hand_out(&c, arena);
	VEC_FREE(&c.found);
}
