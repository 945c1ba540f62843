/* The fields by which the page of a collection is narrowed. */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "model/collection.h"

/* The fields under `facets` or `decisions`, as the main language's page names them. */
size_t collection_fields(
	const struct site *site, const struct page *collection, str key, str fields[FACETS_MAX]);

/* Does one of the first `n` items say the same? */
bool field_stands_before(struct value list, size_t n, str field);

#endif
