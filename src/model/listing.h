/* What the page of a collection or of a facet lists, found once for each. */
#ifndef MODEL_LISTING_H
#define MODEL_LISTING_H

#include "model/site.h"

/* May this page of a collection show the records? A translation does as the original does; an
 * easy variant is a text of its own unless it says `records` too: the records are not easy. */
bool page_lists_records(const struct page *page);

/* The kind whose records a collection, facet or record page shows; or NULL. */
const struct kind *page_records_kind(const struct site *site, const struct page *page);

/* How the template of a collection or facet page shows its records. What asks questions
 * (`decisions`) ends in a sheet, which stays whole. */
struct list_form listing_form(const struct site *site, const struct page *page);

/* The page that the parts of a list belong to: the first of them; another page is its own. */
const struct page *listing_whole(const struct page *page);

/* How many pages so many records take. */
size_t listing_parts(struct list_form form, size_t nrecords);

/* "page 2", by the word `pages.name` of the language, in which a star stands for the number. */
str listing_part_name(const struct site *site, const struct language *language, size_t number,
	struct arena *arena);

/* Where the page before it stood, if this may have been the second or a later page of a list that
 * there is, or was; else "". They come and go with its records, and nobody can give them an alias.
 */
str listing_part_before(const struct site *site, str path, struct arena *scratch);

/* Fills in each page's `records` and those of its parts; record pages must stand in their places.
 */
void listing_make(struct site *site, struct arena *arena);

#endif
