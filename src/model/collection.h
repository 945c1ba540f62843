/*
 * Pages from records. A page with `records: <kind>` is that kind's collection
 * page: each record becomes a page below it, in every language the collection
 * page has. With `facets: [need, region]` each combination of terms that some
 * record has becomes a list of its own, unless it would repeat a wider list; with
 * `decisions: […]` the fields are asked for one after the other (decision.h).
 * A template <kind>.<name>.html makes one more page below each record page.
 */
#ifndef MODEL_COLLECTION_H
#define MODEL_COLLECTION_H

#include "model/site.h"

#define FACETS_MAX 6

/* One combination of terms and the records that have them all. */
struct facet {
	const struct kind *kind;
	struct facet_term terms[FACETS_MAX];
	size_t nterms;
	const struct record **records;
	size_t nrecords;
};

/* Needs pages, fallbacks and kinds; adds to the site's pages. */
void collection_add_pages(struct site *site, struct arena *arena, struct diags *diags);

/* The title and description of a record's page, as the record is now. */
void collection_name_page(struct page *page, const struct config *config, struct arena *arena);

/* The facet page of a language with exactly these terms, or NULL. */
const struct page *collection_facet_page(const struct site *site, const struct page *collection,
	const struct facet_term *terms, size_t nterms, struct arena *scratch);

/* Whether an address leads into the narrowed lists of some kind: those come and go with its
 * records, and nobody can give them an alias. */
bool collection_is_facet_path(const struct site *site, str path, struct arena *scratch);

/* How people call a term in a language. */
str facet_term_title(const struct site *site, const struct kind *kind,
	const struct facet_term *term, const struct language *language);

#endif
