#include "model/phones.h"

#include "base/phone.h"

enum { EMERGENCY_DIGITS = 3 };

struct collector {
	struct site *site;
	struct record *record;
	struct arena *arena;
};

/* Latvia's numbers are the same with its code and without. */
static str key_of(str number, struct arena *arena)
{
	str digits = phone_dialled(number, arena);
	return str_starts(digits, S("+371")) ? str_from(digits, 4) : digits;
}

static void collect(void *ctx, const struct schema_node *node, struct value v)
{
	struct collector *c = ctx;
	if (node->format == FORMAT_TEL && v.kind == VALUE_STRING)
		map_put(&c->site->phones, key_of(v.string, c->arena), c->record);
}

void phones_collect(struct site *site, struct arena *arena)
{
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++) {
			struct collector c = {site, site->kinds[k]->records[i], arena};
			schema_walk(schema_root(c.record->kind->schema),
				record_facts(c.record)->json, collect, &c);
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
	return site_is_unsure(site);
}
