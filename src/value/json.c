#include "value/json.h"

#include <stdlib.h>

#include <cjson/cJSON.h>

#include "base/map.h"
#include "base/utf8.h"
#include "sys/lock.h"
#include "value/json_scan.h"
#include "value/number.h"

/* The tree of cJSON and the places of the scan, walked in the same order. */
struct builder {
	struct arena *arena;
	str text;
	uint32_t source;
	struct diags *diags;
	const struct json_place *next;
	unsigned nduplicates;
};

/* Reported for one file. */
#define DUPLICATES_MAX 20

static struct span take_place(struct builder *b)
{
	const struct json_place *place = b->next++;
	return span_of(b->source, place->start, place->end);
}

static size_t count_children(const cJSON *item)
{
	size_t n = 0;
	for (const cJSON *child = item->child; child; child = child->next)
		n++;
	return n;
}

static struct value build(struct builder *b, const cJSON *item);

static struct value build_list(struct builder *b, const cJSON *item, struct span span)
{
	struct value_list *list = ARENA_NEW(b->arena, struct value_list);
	list->cap = count_children(item);
	list->items = ARENA_ARRAY(b->arena, struct value, list->cap);
	for (const cJSON *child = item->child; child; child = child->next)
		list->items[list->len++] = build(b, child);
	return value_list(list, span);
}

/* Keeps the first of two members with one name. */
static void add_member(
	struct builder *b, struct value_map *map, struct map *seen, struct value_entry entry)
{
	uintptr_t first = (uintptr_t)map_get(seen, entry.key);
	if (first == 0) {
		map_put(seen, entry.key, (void *)(uintptr_t)(map->len + 1));
		value_map_put(b->arena, map, entry.key, entry.key_span, entry.value);
		return;
	}
	if (++b->nduplicates > DUPLICATES_MAX)
		return;
	diag_add(b->diags, DIAG_JSON_DUPLICATE, entry.key_span, "'%.*s' stands here twice",
		STR_ARGS(entry.key));
	diag_note(b->diags, map->entries[first - 1].key_span, "first written here");
}

static struct value build_map(struct builder *b, const cJSON *item, struct span span)
{
	struct value_map *map = value_map_new(b->arena, count_children(item));
	struct map seen = {0};
	for (const cJSON *child = item->child; child; child = child->next) {
		struct value_entry entry = {.key = arena_str(b->arena, str_of(child->string))};
		entry.key_span = take_place(b);
		entry.value = build(b, child);
		add_member(b, map, &seen, entry);
	}
	map_release(&seen);
	return value_map(map, span);
}

/* From the text: a double has no room for the digits of every int64_t. */
static struct value build_number(struct builder *b, struct span span)
{
	struct value number;
	if (!number_read(str_sub(b->text, span.start, span.end), span, &number))
		BUG("a number that json_scan() should have refused");
	return number;
}

static struct value build(struct builder *b, const cJSON *item)
{
	struct span span = take_place(b);
	switch (item->type & 0xff) {
	case cJSON_False:
	case cJSON_True:
		return value_bool(cJSON_IsTrue(item), span);
	case cJSON_Number:
		return build_number(b, span);
	case cJSON_String:
		return value_string(arena_str(b->arena, str_of(item->valuestring)), span);
	case cJSON_Array:
		return build_list(b, item, span);
	case cJSON_Object:
		return build_map(b, item, span);
	default:
		return value_null(span);
	}
}

/* With its own allocator cJSON says the same of wrong JSON and of no memory. A byte order mark
 * it passes only before more than one byte. */
static cJSON *parse(str text)
{
	const str mark = S("\xef\xbb\xbf");
	cJSON_Hooks memory = {xmalloc, free};
	if (str_starts(text, mark))
		text = str_from(text, mark.len);
	lock_take(LOCK_CJSON);
	cJSON_InitHooks(&memory);
	cJSON *root = cJSON_ParseWithLength(text.ptr, text.len);
	lock_drop(LOCK_CJSON);
	if (!root)
		BUG("cJSON refuses what json_scan() lets pass");
	return root;
}

static bool is_readable(str text, uint32_t source, struct diags *diags)
{
	if (text.len > JSON_SIZE_MAX) {
		diag_add(diags, DIAG_FILE_TOO_BIG, span_file(source),
			"the file is larger than 8 MiB");
		return false;
	}
	size_t wrong = utf8_invalid_at(text);
	if (wrong == STR_NONE)
		return true;
	diag_add(diags, DIAG_FILE_ENCODING, span_of(source, wrong, wrong + 1),
		"this byte is not UTF-8");
	diag_note(diags, SPAN_NONE, "save the file again as UTF-8 in your editor");
	return false;
}

bool json_parse(
	struct arena *arena, str text, uint32_t source, struct diags *diags, struct value *out)
{
	json_places places = {0};
	size_t errors_before = diags->nerrors;
	*out = value_none();
	if (is_readable(text, source, diags) && json_scan(text, source, diags, &places)) {
		struct builder builder = {arena, text, source, diags, places.items, 0};
		cJSON *root = parse(text);
		*out = build(&builder, root);
		cJSON_Delete(root);
	}
	VEC_FREE(&places);
	return diags->nerrors == errors_before;
}
