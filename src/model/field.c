#include "model/field.h"

bool field_stands_before(struct value list, size_t n, str field)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(value_str_at(list, i), field))
			return true;
	return false;
}

size_t collection_fields(
	const struct site *site, const struct page *collection, str key, str fields[FACETS_MAX])
{
	size_t n = 0;
	const struct page *original = site_page(site, &site->config.languages[0], collection->id);
	struct value list = value_get(page_texts(original)->front, key, NULL);
	for (size_t i = 0; i < value_count(list) && n < FACETS_MAX; i++)
		if (value_str_at(list, i).len &&
			!field_stands_before(list, i, value_str_at(list, i)))
			fields[n++] = value_str_at(list, i);
	return n;
}
