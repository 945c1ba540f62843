#include "value/packed.h"

#include <string.h>

/* Deeper than any file that is read. */
enum { DEPTH_MAX = 2000 };

/* How a value's place is kept. */
enum { PLACED = 1, HTML = 2 };

static void pack_span(struct buf *out, struct span span)
{
	pack_number(out, span.start);
	pack_number(out, span.end - span.start);
}

static void pack_map(struct buf *out, const struct value_map *map)
{
	pack_number(out, map->len);
	for (size_t i = 0; i < map->len; i++) {
		pack_text(out, map->entries[i].key);
		pack_span(out, map->entries[i].key_span);
		value_pack(out, map->entries[i].value);
	}
}

static void pack_list(struct buf *out, const struct value_list *list)
{
	pack_number(out, list->len);
	for (size_t i = 0; i < list->len; i++)
		value_pack(out, list->items[i]);
}

void value_pack(struct buf *out, struct value v)
{
	unsigned how = (v.span.source ? PLACED : 0u) | (v.html ? HTML : 0u);
	pack_number(out, (uint64_t)v.kind << 2 | how);
	if (how & PLACED)
		pack_span(out, v.span);
	switch (v.kind) {
	case VALUE_NONE:
	case VALUE_NULL:
		break;
	case VALUE_BOOL:
		pack_number(out, v.boolean);
		break;
	case VALUE_INT:
		pack_number(out, (uint64_t)v.integer);
		break;
	case VALUE_REAL:
		buf_add(out, str_n((const char *)&v.real, sizeof(v.real)));
		break;
	case VALUE_STRING:
		pack_text(out, v.string);
		break;
	case VALUE_LIST:
		pack_list(out, v.list);
		break;
	case VALUE_MAP:
		pack_map(out, v.map);
		break;
	case VALUE_VIEW:
		BUG("a view can't be packed");
	}
}

struct unpacking {
	struct unpack *unpack;
	uint32_t source;
	unsigned depth;
	struct arena *arena;
};

static struct span unpack_span(const struct unpacking *u)
{
	uint32_t start = (uint32_t)unpack_number(u->unpack);
	return (struct span){u->source, start, start + (uint32_t)unpack_number(u->unpack)};
}

static double unpack_real(struct unpack *unpack)
{
	uint64_t bits = unpack_hash(unpack);
	double real;
	memcpy(&real, &bits, sizeof(real));
	return real;
}

static struct value unpack_value(struct unpacking *u);

static const struct value_list *unpack_list(struct unpacking *u)
{
	struct value_list *list = ARENA_NEW(u->arena, struct value_list);
	list->len = list->cap = unpack_count(u->unpack, u->unpack->rest.len);
	list->items = ARENA_ARRAY(u->arena, struct value, list->len);
	for (size_t i = 0; i < list->len && !u->unpack->failed; i++)
		list->items[i] = unpack_value(u);
	return list;
}

static const struct value_map *unpack_map(struct unpacking *u)
{
	size_t len = unpack_count(u->unpack, u->unpack->rest.len);
	struct value_map *map = value_map_new(u->arena, len);
	for (size_t i = 0; i < len && !u->unpack->failed; i++) {
		str key = unpack_text(u->unpack);
		struct span span = unpack_span(u);
		value_map_put(u->arena, map, key, span, unpack_value(u));
	}
	return map;
}

static void unpack_inner(struct unpacking *u, struct value *v)
{
	if (++u->depth > DEPTH_MAX)
		u->unpack->failed = true;
	else if (v->kind == VALUE_LIST)
		v->list = unpack_list(u);
	else
		v->map = unpack_map(u);
	u->depth--;
}

static struct value unpack_value(struct unpacking *u)
{
	size_t head = unpack_count(u->unpack, (size_t)VALUE_MAP << 2 | PLACED | HTML);
	struct value v = {.kind = (enum value_kind)(head >> 2), .html = (head & HTML) != 0};
	if (head & PLACED)
		v.span = unpack_span(u);
	if (v.kind == VALUE_BOOL)
		v.boolean = unpack_number(u->unpack) != 0;
	else if (v.kind == VALUE_INT)
		v.integer = (int64_t)unpack_number(u->unpack);
	else if (v.kind == VALUE_REAL)
		v.real = unpack_real(u->unpack);
	else if (v.kind == VALUE_STRING)
		v.string = unpack_text(u->unpack);
	else if (v.kind == VALUE_LIST || v.kind == VALUE_MAP)
		unpack_inner(u, &v);
	return u->unpack->failed ? value_none() : v;
}

struct value value_unpack(struct unpack *unpack, uint32_t source, struct arena *arena)
{
	struct unpacking u = {unpack, source, 0, arena};
	return unpack_value(&u);
}

struct value value_copy(struct value v, struct arena *arena)
{
	struct buf packed;
	buf_init(&packed);
	value_pack(&packed, v);
	struct unpack unpack = {.rest = arena_str(arena, buf_str(&packed))};
	buf_release(&packed);
	return value_unpack(&unpack, v.span.source, arena);
}
