/* What the page of a collection or of a facet lists, found once for each. */
#ifndef MODEL_LISTING_H
#define MODEL_LISTING_H

#include "model/site.h"

/* The kind whose records a collection, facet or record page shows; or NULL. */
const struct kind *page_records_kind(const struct site *site, const struct page *page);

/* Fills in each page's `records`; record pages must stand in their places. */
void listing_make(struct site *site, struct arena *arena);

#endif
