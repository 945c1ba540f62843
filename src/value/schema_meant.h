/* Names in a record that are no fields, and the fields that were meant by them. */
#ifndef VALUE_SCHEMA_MEANT_H
#define VALUE_SCHEMA_MEANT_H

#include "value/schema.h"

/* So many names of one object are looked at. */
#define SCHEMA_MEANT_MAX 16

/* Borrowed from the schema. */
struct schema_meant {
	str fields[SCHEMA_MEANT_MAX];
	size_t n;
};

/* The field that has nearly the same name, or is called so in the form for editors; "" when none
 * is. */
str schema_meant_field(const struct schema_node *node, str name);

/* Those of all names in the map that are no fields. */
struct schema_meant schema_meant_find(const struct schema_node *node, const struct value_map *map);
bool schema_meant_has(const struct schema_meant *meant, str field);

#endif
