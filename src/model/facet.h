/* Which combinations of terms a kind's records have. */
#ifndef MODEL_FACET_H
#define MODEL_FACET_H

#include "model/collection.h"

/* False: no more of them. */
typedef bool facet_fn(void *ctx, const struct facet *facet);

/*
 * Calls fn for each combination of at least one term of kind->facets that a record shown has, in
 * the order of the fields and, within a field, of the terms. A record without a
 * field counts for every term of it; a combination that holds the same records as the one before
 * its last term was added is left out. False: fn had enough. The number of combinations grows as
 * the words of all fields multiplied.
 */
bool facet_each(const struct kind *kind, struct arena *arena, facet_fn *fn, void *ctx);

/* Fills in kind->facets from the fields' names. Terms stand in the order of the enum, or of the
 * `order` of the records that they name; those that have none behind, as they first appear. */
void facet_find_words(const struct site *site, struct kind *kind, const str *fields, size_t nfields,
	struct arena *arena);

/* With its slug, in `arena`. */
struct facet_term facet_term(str field, str value, struct arena *arena);

/* The field's own name with the sign that ends it in an address: "visit-". */
str facet_prefix(str field, struct arena *arena);

/* No term: all records that are shown. */
struct facet facet_all(const struct kind *kind, struct arena *arena);

/* The records of `wide` that also have the term, or say nothing about its
 * field. `out` needs room for all. */
size_t facet_narrow(
	const struct facet *wide, const struct facet_term *term, const struct record **out);

/* What the schema says of the values of a field; NULL when it says nothing. */
const struct schema_node *facet_node(const struct kind *kind, str field);

/* The kind that a field's strings are ids of, or NULL: then they are words. */
const struct kind *facet_term_kind(const struct site *site, const struct kind *kind, str field);

/* The values of a record in a field, "applies_to.visit" for one inside another. */
size_t facet_values(const struct record *record, str field, str *out, size_t max);

#endif
