#include "model/phones.h"

/* Records nest no deeper in any schema that checks. */
#define DEPTH_MAX 32

enum { EMERGENCY_DIGITS = 3 };

struct collector {
	struct site *site;
	struct record *record;
	struct arena *arena;
};

/* Latvia's numbers are the same with its code and without. */
static str key_of(str number, struct arena *arena)
{
	str digits = format_tel_dialled(number, arena);
	return str_starts(digits, S("+371")) ? str_from(digits, 4) : digits;
}

static void visit(struct collector *c, const struct schema_node *node, struct value v, int depth)
{
	if (!node || depth > DEPTH_MAX)
		return;
	if (node->format == FORMAT_TEL && v.kind == VALUE_STRING)
		map_put(&c->site->phones, key_of(v.string, c->arena), c->record);
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		visit(c, node->items, v.list->items[i], depth + 1);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct schema_property *property = schema_property(node, entry->key);
		if (property)
			visit(c, property->node, entry->value, depth + 1);
	}
}

void phones_collect(struct site *site, struct arena *arena)
{
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++) {
			struct collector c = {site, site->kinds[k]->records[i], arena};
			visit(&c, schema_root(c.record->kind->schema), record_facts(c.record)->json,
				0);
		}
}

bool phones_have(const struct site *site, str number, struct arena *scratch)
{
	str key = key_of(number, scratch);
	const struct record *record = map_get(&site->phones, key);
	if (key.len <= EMERGENCY_DIGITS)
		return true;
	if (record)
		return record_facts(record) != NULL;
	/* Any of them may come to have it. */
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++)
			record_facts(site->kinds[k]->records[i]);
	return false;
}
