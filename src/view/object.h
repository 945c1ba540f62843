/*
 * An object made at once for a template. A member that is not there is put as
 * an empty text, not left out: else its name would fall through to the objects around,
 * and a row without a note would print the note of its record.
 */
#ifndef VIEW_OBJECT_H
#define VIEW_OBJECT_H

#include "value/value.h"

struct object {
	struct arena *arena;
	struct value_map *map;
};

static inline struct object object_new(struct arena *arena)
{
	return (struct object){arena, ARENA_NEW(arena, struct value_map)};
}

static inline void object_put(struct object object, str key, struct value v)
{
	if (v.kind == VALUE_NONE)
		v = value_string(S(""), SPAN_NONE);
	value_map_put(object.arena, object.map, key, SPAN_NONE, v);
}

static inline void object_put_str(struct object object, str key, str s)
{
	object_put(object, key, value_string(s, SPAN_NONE));
}

static inline void object_put_bool(struct object object, str key, bool b)
{
	object_put(object, key, value_bool(b, SPAN_NONE));
}

static inline struct value object_value(struct object object)
{
	return value_map(object.map, SPAN_NONE);
}

#endif
