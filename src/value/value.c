#include "value/value.h"

#include <string.h>

#include "base/eight.h"
#include "base/hash.h"
#include "base/messages.h"
#include "value/number.h"

struct value value_none(void)
{
	return (struct value){.kind = VALUE_NONE};
}

struct value value_null(struct span span)
{
	return (struct value){.kind = VALUE_NULL, .span = span};
}

struct value value_bool(bool b, struct span span)
{
	return (struct value){.kind = VALUE_BOOL, .span = span, .boolean = b};
}

struct value value_int(int64_t n, struct span span)
{
	return (struct value){.kind = VALUE_INT, .span = span, .integer = n};
}

struct value value_real(double n, struct span span)
{
	return (struct value){.kind = VALUE_REAL, .span = span, .real = n};
}

struct value value_string(str s, struct span span)
{
	return (struct value){.kind = VALUE_STRING, .span = span, .string = s};
}

struct value value_html(str html)
{
	return (struct value){.kind = VALUE_STRING, .html = true, .string = html};
}

struct value value_list(const struct value_list *list, struct span span)
{
	return (struct value){.kind = VALUE_LIST, .span = span, .list = list};
}

struct value value_map(const struct value_map *map, struct span span)
{
	return (struct value){.kind = VALUE_MAP, .span = span, .map = map};
}

struct value value_view(const struct view_class *class, const void *self)
{
	return (struct value){.kind = VALUE_VIEW, .view = {class, self}};
}

/* Moves the items to a place twice as large; the old one stays in the arena. */
static void *grow(struct arena *arena, const void *items, size_t len, size_t *cap, size_t size)
{
	*cap = *cap ? *cap * 2 : 4;
	void *moved = arena_alloc(arena, *cap * size);
	if (len)
		memcpy(moved, items, len * size);
	return moved;
}

void value_list_push(struct arena *arena, struct value_list *list, struct value item)
{
	if (list->len == list->cap)
		list->items = grow(arena, list->items, list->len, &list->cap, sizeof(item));
	list->items[list->len++] = item;
}

/* Entries are long, so that a search by their keys alone would wait for memory at each:
 * a byte for each tells most keys apart. They stand before the entries, which is mostly right
 * behind the map: memory is waited for once. They are looked at eight at a time. */
static size_t marks_size(size_t room)
{
	return (room + 7) / 8 * 8;
}

static uint8_t *marks_of(const struct value_map *map)
{
	return (uint8_t *)map->entries - marks_size(map->cap);
}

static uint8_t mark_of(str key)
{
	const unsigned char *bytes = (const unsigned char *)key.ptr;
	return key.len ? (uint8_t)(bytes[0] + 7u * bytes[key.len - 1] + 31u * key.len) : 0;
}

/* Of maps with more members, such as the words of a language, a walk over the marks would be long:
 * these have a table instead, of numbers of entries + 1, half empty at least. */
enum { MARKED_MAX = 32, TABLED_MAX = UINT16_MAX / 2 };

static bool is_tabled(const struct value_map *map)
{
	return map->cap > MARKED_MAX && map->cap <= TABLED_MAX;
}

/* A power of two. */
static size_t table_size(const struct value_map *map)
{
	return (size_t)1 << (64 - __builtin_clzll(2 * map->cap - 1));
}

static uint16_t *table_of(const struct value_map *map)
{
	return (uint16_t *)map->entries - table_size(map);
}

/* The slot that names the key's entry, or the free one where it belongs. */
static uint16_t *find_slot(const struct value_map *map, str key)
{
	uint16_t *table = table_of(map);
	size_t mask = table_size(map) - 1, at = hash64(key) & mask;
	while (table[at] && !str_eq(map->entries[table[at] - 1].key, key))
		at = (at + 1) & mask;
	return &table[at];
}

/* So that the entry, which is in its place, is found. */
static void note_key(struct value_map *map, size_t entry)
{
	str key = map->entries[entry].key;
	if (is_tabled(map))
		*find_slot(map, key) = (uint16_t)(entry + 1);
	else
		marks_of(map)[entry] = mark_of(key);
}

static void make_room(struct arena *arena, struct value_map *map, size_t room)
{
	const struct value_entry *before = map->entries;
	map->cap = room;
	size_t before_them = is_tabled(map) ? table_size(map) * sizeof(uint16_t) : marks_size(room);
	char *piece = arena_alloc(arena, before_them + room * sizeof(*map->entries));
	memset(piece, 0, before_them);
	map->entries = (struct value_entry *)(void *)(piece + before_them);
	if (map->len)
		memcpy(map->entries, before, map->len * sizeof(*map->entries));
	for (size_t i = 0; i < map->len; i++)
		note_key(map, i);
}

struct value_map *value_map_new(struct arena *arena, size_t room)
{
	struct value_map *map = ARENA_NEW(arena, struct value_map);
	make_room(arena, map, room);
	return map;
}

void value_map_put(struct arena *arena, struct value_map *map, str key, struct span key_span,
	struct value value)
{
	if (map->len == map->cap)
		make_room(arena, map, map->cap ? map->cap * 2 : 4);
	map->entries[map->len++] = (struct value_entry){key, key_span, value};
	note_key(map, map->len - 1);
}

static const struct value_entry *find_tabled(const struct value_map *map, str key)
{
	uint16_t entry = *find_slot(map, key);
	return entry ? &map->entries[entry - 1] : NULL;
}

const struct value_entry *value_map_find(const struct value_map *map, str key)
{
	if (is_tabled(map))
		return find_tabled(map, key);
	char mark = (char)mark_of(key);
	for (size_t i = 0; i < map->len;) {
		uint64_t hits = eight_is(eight_at((const char *)marks_of(map) + i), mark);
		i += hits ? eight_first(hits) : 8;
		if (hits && i < map->len && str_eq(map->entries[i].key, key))
			return &map->entries[i];
		i += hits != 0;
	}
	return NULL;
}

static struct value list_member(struct value v, str key, struct arena *scratch)
{
	size_t count = value_count(v);
	if (str_eq(key, S("count")))
		return value_int((int64_t)count, SPAN_NONE);
	if (count && str_eq(key, S("first")))
		return value_at(v, 0, scratch);
	if (count && str_eq(key, S("last")))
		return value_at(v, count - 1, scratch);
	return value_none();
}

struct value value_get(struct value v, str key, struct arena *scratch)
{
	if (v.kind == VALUE_MAP) {
		const struct value_entry *entry = value_map_find(v.map, key);
		return entry ? entry->value : value_none();
	}
	if (v.kind == VALUE_NULL && str_eq(key, S("unknown")))
		return value_bool(true, SPAN_NONE);
	/* Straight on: what is looked at in between has to be waited for (template/recent.h). */
	if (v.kind == VALUE_VIEW && v.view.class->get && !v.view.class->count)
		return v.view.class->get(v.view.self, key, scratch);
	if (v.kind == VALUE_VIEW && v.view.class->get) {
		struct value member = v.view.class->get(v.view.self, key, scratch);
		if (member.kind != VALUE_NONE)
			return member;
	}
	return value_is_list(v) ? list_member(v, key, scratch) : value_none();
}

struct value value_get_path(struct value v, str path, struct arena *scratch)
{
	str key;
	for (str rest = path; str_cut(&rest, '.', &key);)
		v = value_get(v, key, scratch);
	return v;
}

static struct value map_member(struct value v, str key)
{
	return v.kind == VALUE_MAP ? value_get(v, key, NULL) : value_none();
}

str value_get_str(struct value v, str key)
{
	struct value member = map_member(v, key);
	return member.kind == VALUE_STRING ? member.string : S("");
}

int64_t value_get_int(struct value v, str key, int64_t otherwise)
{
	struct value member = map_member(v, key);
	return member.kind == VALUE_INT ? member.integer : otherwise;
}

bool value_get_bool(struct value v, str key)
{
	struct value member = map_member(v, key);
	return member.kind == VALUE_BOOL && member.boolean;
}

str value_str_at(struct value list, size_t index)
{
	struct value item = value_at(list, index, NULL);
	return item.kind == VALUE_STRING ? item.string : S("");
}

bool value_is_true(struct value v)
{
	switch (v.kind) {
	case VALUE_NONE:
	case VALUE_NULL:
		return false;
	case VALUE_BOOL:
		return v.boolean;
	case VALUE_STRING:
		return v.string.len > 0;
	case VALUE_LIST:
		return v.list->len > 0;
	case VALUE_VIEW:
		if (v.view.class->is_true)
			return v.view.class->is_true(v.view.self);
		return !v.view.class->count || v.view.class->count(v.view.self) > 0;
	case VALUE_INT:
	case VALUE_REAL:
	case VALUE_MAP:
		return true;
	}
	return false;
}

bool value_is_list(struct value v)
{
	return v.kind == VALUE_LIST || (v.kind == VALUE_VIEW && v.view.class->count);
}

bool value_is_number(struct value v)
{
	return v.kind == VALUE_INT || v.kind == VALUE_REAL;
}

double value_number(struct value v)
{
	if (v.kind == VALUE_INT)
		return (double)v.integer;
	return v.kind == VALUE_REAL ? v.real : 0;
}

size_t value_count(struct value v)
{
	if (v.kind == VALUE_LIST)
		return v.list->len;
	return value_is_list(v) ? v.view.class->count(v.view.self) : 0;
}

struct value value_at(struct value v, size_t index, struct arena *scratch)
{
	if (index >= value_count(v))
		return value_none();
	if (v.kind == VALUE_LIST)
		return v.list->items[index];
	return v.view.class->at(v.view.self, index, scratch);
}

static str real_text(double n, struct arena *scratch)
{
	char space[NUMBER_SPACE];
	return arena_str(scratch, number_write(n, space));
}

str value_text(struct value v, struct arena *scratch)
{
	switch (v.kind) {
	case VALUE_BOOL:
		return v.boolean ? S("true") : S("false");
	case VALUE_INT:
		return arena_printf(scratch, "%lld", (long long)v.integer);
	case VALUE_REAL:
		return real_text(v.real, scratch);
	case VALUE_STRING:
		return v.string;
	case VALUE_VIEW:
		return v.view.class->text ? v.view.class->text(v.view.self, scratch) : S("");
	case VALUE_NONE:
	case VALUE_NULL:
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	return S("");
}

const char *value_kind_name(struct value v)
{
	static const char *const names[] = {[VALUE_NONE] = N_("nothing"),
		[VALUE_NULL] = "null",
		[VALUE_BOOL] = N_("true or false"),
		[VALUE_INT] = N_("a whole number"),
		[VALUE_REAL] = N_("a number"),
		[VALUE_STRING] = N_("text"),
		[VALUE_LIST] = N_("a list"),
		[VALUE_MAP] = N_("an object")};
	return v.kind == VALUE_VIEW ? v.view.class->name : _(names[v.kind]);
}

bool value_eq(struct value a, struct value b)
{
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case VALUE_NONE:
	case VALUE_NULL:
		return true;
	case VALUE_BOOL:
		return a.boolean == b.boolean;
	case VALUE_INT:
		return a.integer == b.integer;
	case VALUE_REAL:
		return !(a.real < b.real) && !(a.real > b.real);
	case VALUE_STRING:
		return str_eq(a.string, b.string);
	case VALUE_LIST:
	case VALUE_MAP:
	case VALUE_VIEW:
		break;
	}
	return false;
}
