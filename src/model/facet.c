#include "model/facet.h"

#include "base/path.h"
#include "base/slug.h"

#define VALUES_MAX 32

struct walk {
	const struct kind *kind;
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
	struct value v = value_get_path(record_facts(record)->json, field, NULL);
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

const struct kind *facet_term_kind(const struct site *site, const struct kind *kind, str field)
{
	const struct schema_node *node = facet_node(kind, field);
	return node && node->kind.len ? site_kind(site, node->kind) : NULL;
}

/* --- terms in addresses ----------------------------------------------------------- */

str facet_prefix(str field, struct arena *arena)
{
	str name = str_from(field, str_rfind_char(field, '.') + 1);
	return arena_join(arena, arena_replace(arena, name, "_", '-'), S("-"), S(""));
}

/* Words of a record come as they are where they can stand in an address; a
 * schema need not say so, and a record need not keep to it. */
struct facet_term facet_term(str field, str value, struct arena *arena)
{
	str slug = arena_join(arena, facet_prefix(field, arena), value, S(""));
	bool fits = path_is_slug(arena_replace(arena, slug, "_", '-'));
	return (struct facet_term){field, value, fits ? slug : slug_make(arena, slug)};
}

/* --- the terms of a field ------------------------------------------------------- */

typedef VEC(str) str_list;

static void find_words(const struct kind *kind, str field, str_list *words)
{
	str values[VALUES_MAX];
	for (size_t r = 0; r < kind->nrecords; r++) {
		size_t n = facet_values(kind->records[r], field, values, VALUES_MAX);
		for (size_t i = 0; i < n; i++)
			if (!has_str(words->items, words->len, values[i]))
				VEC_PUSH(words, values[i]);
	}
}

struct ranked {
	str word;
	int64_t rank;
};

static int compare_ranks(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	return (a->rank > b->rank) - (a->rank < b->rank);
}

static int64_t rank_of(const struct schema_node *node, const struct kind *terms, str word)
{
	const struct record *record = terms ? kind_find(terms, word) : NULL;
	if (record)
		return value_get_int(record_facts(record)->json, S("order"), INT64_MAX);
	for (size_t i = 0; node && node->choices && i < node->choices->len; i++)
		if (str_eq(value_str_at(value_list(node->choices, SPAN_NONE), i), word))
			return (int64_t)i;
	return INT64_MAX;
}

static struct facet_field field_of(
	const struct site *site, const struct kind *kind, str name, struct arena *arena)
{
	str_list words = {0};
	find_words(kind, name, &words);
	struct ranked *ranked = ARENA_ARRAY(arena, struct ranked, words.len);
	for (size_t i = 0; i < words.len; i++)
		ranked[i] = (struct ranked){
			words.items[i], rank_of(facet_node(kind, name),
						facet_term_kind(site, kind, name), words.items[i])};
	vec_sort(ranked, words.len, sizeof(struct ranked), compare_ranks);
	struct facet_term *terms = ARENA_ARRAY(arena, struct facet_term, words.len);
	for (size_t i = 0; i < words.len; i++)
		terms[i] = facet_term(name, ranked[i].word, arena);
	struct facet_field field = {name, terms, words.len};
	VEC_FREE(&words);
	return field;
}

void facet_find_words(const struct site *site, struct kind *kind, const str *fields, size_t nfields,
	struct arena *arena)
{
	struct facet_field *found = ARENA_ARRAY(arena, struct facet_field, nfields);
	for (size_t i = 0; i < nfields; i++)
		found[i] = field_of(site, kind, fields[i], arena);
	kind->facets = found;
	kind->nfacets = nfields;
}

/* --- combinations ----------------------------------------------------------------- */

/* A record that says nothing there has all terms. */
static bool matches(const str *values, size_t n, const struct facet_term *term)
{
	return n == 0 || has_str(values, n, term->value);
}

size_t facet_narrow(
	const struct facet *wide, const struct facet_term *term, const struct record **out)
{
	str values[VALUES_MAX];
	size_t n = 0;
	for (size_t i = 0; i < wide->nrecords; i++) {
		size_t said = facet_values(wide->records[i], term->field, values, VALUES_MAX);
		if (matches(values, said, term))
			out[n++] = wide->records[i];
	}
	return n;
}

static bool walk_from(const struct walk *walk, const struct facet *wide, size_t field);

typedef VEC(const struct record *) record_list;

static bool walk_term(const struct walk *walk, const struct facet *wide, size_t field,
	const struct facet_term *term, const record_list *narrow)
{
	size_t n = narrow->len;
	if (n == 0 || (wide->nterms && n == wide->nrecords))
		return true;
	struct facet *facet = ARENA_NEW(walk->arena, struct facet);
	*facet = *wide;
	facet->terms[facet->nterms++] = *term;
	facet->records = ARENA_ARRAY(walk->arena, const struct record *, n);
	memcpy(facet->records, narrow->items, n * sizeof(*narrow->items));
	facet->nrecords = n;
	return walk->fn(walk->ctx, facet) && walk_from(walk, facet, field + 1);
}

/* Records for each term of a field: what a record says there is read once for all of them. */
static void share_out(
	const struct facet *wide, const struct facet_field *field, record_list *shares)
{
	str values[VALUES_MAX];
	for (size_t r = 0; r < wide->nrecords; r++) {
		size_t n = facet_values(wide->records[r], field->name, values, VALUES_MAX);
		for (size_t i = 0; i < field->nterms; i++)
			if (matches(values, n, &field->terms[i]))
				VEC_PUSH(&shares[i], wide->records[r]);
	}
}

static bool walk_from(const struct walk *walk, const struct facet *wide, size_t field)
{
	bool goes_on = true;
	for (; field < walk->kind->nfacets && goes_on; field++) {
		const struct facet_field *asked = &walk->kind->facets[field];
		record_list *shares = xcalloc(asked->nterms, sizeof(*shares));
		share_out(wide, asked, shares);
		for (size_t i = 0; i < asked->nterms; i++) {
			goes_on = goes_on &&
				  walk_term(walk, wide, field, &asked->terms[i], &shares[i]);
			VEC_FREE(&shares[i]);
		}
		free(shares);
	}
	return goes_on;
}

struct facet facet_all(const struct kind *kind, struct arena *arena)
{
	struct facet all = {.kind = kind};
	all.records = ARENA_ARRAY(arena, const struct record *, kind->nrecords);
	for (size_t i = 0; i < kind->nrecords; i++)
		if (kind->records[i]->is_shown)
			all.records[all.nrecords++] = kind->records[i];
	return all;
}

bool facet_each(const struct kind *kind, struct arena *arena, facet_fn *fn, void *ctx)
{
	struct walk walk = {kind, arena, fn, ctx};
	struct facet all = facet_all(kind, arena);
	return walk_from(&walk, &all, 0);
}
