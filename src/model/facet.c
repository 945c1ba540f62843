#include "model/facet.h"

#define VALUES_MAX 32

struct field {
	str name;
	VEC(str) terms;
};

struct walk {
	struct field fields[FACETS_MAX];
	size_t nfields;
	struct arena *arena;
	facet_fn *fn;
	void *ctx;
};

static str value_word(struct value v)
{
	if (v.kind == VALUE_BOOL)
		return v.boolean ? S("true") : S("false");
	return v.kind == VALUE_STRING ? v.string : S("");
}

size_t facet_values(const struct record *record, str field, str *out, size_t max)
{
	struct value v = value_get_path(record->json, field, NULL);
	size_t n = 0;
	if (!value_is_list(v)) {
		out[0] = value_word(v);
		return out[0].len > 0;
	}
	for (size_t i = 0; i < value_count(v) && n < max; i++) {
		out[n] = value_word(v.list->items[i]);
		n += out[n].len > 0;
	}
	return n;
}

const struct schema_node *facet_node(const struct kind *kind, str field)
{
	const struct schema_node *node = schema_root(kind->schema);
	for (str key, rest = field; node && str_cut(&rest, '.', &key);) {
		const struct schema_property *property = schema_property(node, key);
		node = property ? property->node : NULL;
	}
	return node && node->items ? node->items : node;
}

static bool has_str(const str *list, size_t n, str s)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(list[i], s))
			return true;
	return false;
}

static void collect_terms(const struct kind *kind, struct field *field)
{
	str values[VALUES_MAX];
	for (size_t r = 0; r < kind->nrecords; r++) {
		size_t n = facet_values(kind->records[r], field->name, values, VALUES_MAX);
		for (size_t i = 0; i < n; i++)
			if (!has_str(field->terms.items, field->terms.len, values[i]))
				VEC_PUSH(&field->terms, values[i]);
	}
}

static bool matches(const struct record *record, const struct facet_term *term)
{
	str values[VALUES_MAX];
	size_t n = facet_values(record, term->field, values, VALUES_MAX);
	return n == 0 || has_str(values, n, term->value);
}

size_t facet_narrow(
	const struct facet *wide, const struct facet_term *term, const struct record **out)
{
	size_t n = 0;
	for (size_t i = 0; i < wide->nrecords; i++)
		if (matches(wide->records[i], term))
			out[n++] = wide->records[i];
	return n;
}

static void walk_from(struct walk *walk, const struct facet *wide, size_t field);

static void walk_term(struct walk *walk, const struct facet *wide, size_t field, str value)
{
	struct facet *facet = ARENA_NEW(walk->arena, struct facet);
	*facet = *wide;
	facet->terms[facet->nterms++] = (struct facet_term){walk->fields[field].name, value};
	facet->records = ARENA_ARRAY(walk->arena, const struct record *, wide->nrecords);
	facet->nrecords = facet_narrow(wide, &facet->terms[facet->nterms - 1], facet->records);
	if (facet->nrecords == 0 || (wide->nterms && facet->nrecords == wide->nrecords))
		return;
	walk->fn(walk->ctx, facet);
	walk_from(walk, facet, field + 1);
}

static void walk_from(struct walk *walk, const struct facet *wide, size_t field)
{
	for (; field < walk->nfields; field++)
		for (size_t t = 0; t < walk->fields[field].terms.len; t++)
			walk_term(walk, wide, field, walk->fields[field].terms.items[t]);
}

struct facet facet_all(const struct site *site, const struct kind *kind, struct arena *arena)
{
	struct facet all = {.kind = kind};
	all.records = ARENA_ARRAY(arena, const struct record *, kind->nrecords);
	for (size_t i = 0; i < kind->nrecords; i++)
		if (record_is_shown(site, kind->records[i]))
			all.records[all.nrecords++] = kind->records[i];
	return all;
}

void facet_each(const struct site *site, const struct kind *kind, const str *fields, size_t nfields,
	struct arena *arena, facet_fn *fn, void *ctx)
{
	struct walk walk = {.arena = arena, .fn = fn, .ctx = ctx};
	struct facet all = facet_all(site, kind, arena);
	walk.nfields = nfields < FACETS_MAX ? nfields : FACETS_MAX;
	for (size_t i = 0; i < walk.nfields; i++) {
		walk.fields[i].name = fields[i];
		collect_terms(kind, &walk.fields[i]);
	}
	walk_from(&walk, &all, 0);
	for (size_t i = 0; i < walk.nfields; i++)
		VEC_FREE(&walk.fields[i].terms);
}
