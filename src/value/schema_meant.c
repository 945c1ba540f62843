#include "value/schema_meant.h"

#include "base/slug.h"

/* By its name in other letters ("регион"), or by what people call the field, in whichever language.
 */
static bool is_called(const struct schema_property *property, str slug, struct arena *scratch)
{
	const struct schema_node *node = property->node;
	if (str_eq(slug, slug_make(scratch, property->name)))
		return true;
	for (size_t i = 0; i < node->ntitles; i++)
		if (str_eq(slug, slug_make(scratch, node->titles[i])))
			return true;
	return false;
}

str schema_meant_field(const struct schema_node *node, str name)
{
	struct arena scratch;
	str meant = S("");
	arena_init(&scratch);
	str slug = slug_make(&scratch, name);
	str *names = ARENA_ARRAY(&scratch, str, node->nproperties);
	for (size_t i = 0; i < node->nproperties; i++) {
		const struct schema_property *property = &node->properties[i];
		names[i] = property->name;
		if (slug.len && is_called(property, slug, &scratch))
			meant = property->name;
	}
	if (!meant.len)
		meant = str_nearest(name, names, node->nproperties);
	arena_release(&scratch);
	return meant;
}

struct schema_meant schema_meant_find(const struct schema_node *node, const struct value_map *map)
{
	struct schema_meant meant = {.n = 0};
	for (size_t i = 0; node->closed && i < map->len && meant.n < SCHEMA_MEANT_MAX; i++)
		if (!schema_property(node, map->entries[i].key))
			meant.fields[meant.n++] = schema_meant_field(node, map->entries[i].key);
	return meant;
}

bool schema_meant_has(const struct schema_meant *meant, str field)
{
	for (size_t i = 0; i < meant->n; i++)
		if (str_eq(meant->fields[i], field))
			return true;
	return false;
}
