#include "value/json_write.h"

#include <math.h>

#include "base/sixteen.h"
#include "base/utf8.h"
#include "value/number.h"

#define DEPTH_MAX 63

struct json_writer json_writer(struct buf *out, unsigned indent)
{
	return (struct json_writer){.out = out, .indent = indent};
}

static bool has_level_bit(uint64_t bits, unsigned depth)
{
	return bits >> depth & 1;
}

static void new_line(struct json_writer *w)
{
	if (w->indent == 0)
		return;
	buf_add_char(w->out, '\n');
	buf_add_repeat(w->out, ' ', (size_t)w->indent * w->depth);
}

/* What stands before an item of the innermost list or object. */
static void separate(struct json_writer *w)
{
	if (w->depth == 0)
		return;
	if (has_level_bit(w->filled, w->depth))
		buf_add_char(w->out, ',');
	w->filled |= (uint64_t)1 << w->depth;
	new_line(w);
}

static void before_value(struct json_writer *w)
{
	bool needs_key = w->depth > 0 && has_level_bit(w->objects, w->depth);
	if (needs_key != w->has_key)
		BUG("a JSON value without its key");
	if (!w->has_key)
		separate(w);
	w->has_key = false;
}

static void begin(struct json_writer *w, char c, bool object)
{
	before_value(w);
	if (w->depth == DEPTH_MAX)
		BUG("JSON nested too deep");
	w->depth++;
	w->objects &= ~((uint64_t)1 << w->depth);
	w->objects |= (uint64_t)object << w->depth;
	w->filled &= ~((uint64_t)1 << w->depth);
	buf_add_char(w->out, c);
}

static void end(struct json_writer *w, char c, bool object)
{
	if (w->depth == 0 || w->has_key || has_level_bit(w->objects, w->depth) != object)
		BUG("the end of a JSON object or list that was not begun");
	bool filled = has_level_bit(w->filled, w->depth);
	w->depth--;
	if (filled)
		new_line(w);
	buf_add_char(w->out, c);
}

void json_begin_object(struct json_writer *w)
{
	begin(w, '{', true);
}

void json_end_object(struct json_writer *w)
{
	end(w, '}', true);
}

void json_begin_list(struct json_writer *w)
{
	begin(w, '[', false);
}

void json_end_list(struct json_writer *w)
{
	end(w, ']', false);
}

/* --- strings ------------------------------------------------------------------------ */

static void add_escape(struct buf *out, unsigned char c)
{
	static const char letters[] = {['\b'] = 'b',
		['\t'] = 't',
		['\n'] = 'n',
		['\f'] = 'f',
		['\r'] = 'r',
		['"'] = '"',
		['\\'] = '\\'};
	char letter = c < sizeof(letters) ? letters[c] : '\0';
	if (letter)
		buf_printf(out, "\\%c", letter);
	else
		buf_printf(out, "\\u%04x", c);
}

static bool needs_escape(unsigned char c, bool in_html)
{
	return c < 0x20 || c == '"' || c == '\\' || (in_html && c == '<');
}

/* All that an escape may stand for. */
static sixteen escapes(sixteen bytes)
{
	return sixteen_below(bytes, 0x20) | sixteen_is(bytes, '"') | sixteen_is(bytes, '\\') |
	       sixteen_is(bytes, '<');
}

/* Whole runs between escapes are added at once. */
static void add_valid(struct buf *out, str s, bool in_html)
{
	size_t start = 0;
	for (size_t i = sixteen_find(s, 0, escapes); i < s.len;
		i = sixteen_find(s, i + 1, escapes)) {
		if (!needs_escape((unsigned char)s.ptr[i], in_html))
			continue;
		buf_add(out, str_sub(s, start, i));
		add_escape(out, (unsigned char)s.ptr[i]);
		start = i + 1;
	}
	buf_add(out, str_from(s, start));
}

static sixteen beyond_plain(sixteen bytes)
{
	return escapes(bytes) | ~sixteen_below(bytes, 0x80);
}

/* ASCII without escapes, as keys, days and addresses are. */
static bool is_plain(str s)
{
	return !sixteen_search(s, beyond_plain);
}

static void add_string(struct buf *out, str s, bool in_html)
{
	buf_add_char(out, '"');
	if (is_plain(s)) {
		buf_add(out, s);
		buf_add_char(out, '"');
		return;
	}
	for (size_t wrong; (wrong = utf8_invalid_at(s)) != STR_NONE; s = str_from(s, wrong + 1)) {
		add_valid(out, str_sub(s, 0, wrong), in_html);
		utf8_add(out, 0xfffd);
	}
	add_valid(out, s, in_html);
	buf_add_char(out, '"');
}

void json_key(struct json_writer *w, str key)
{
	if (w->has_key || !has_level_bit(w->objects, w->depth))
		BUG("a JSON key outside of an object");
	separate(w);
	add_string(w->out, key, w->in_html);
	buf_add(w->out, w->indent ? S(": ") : S(":"));
	w->has_key = true;
}

void json_string(struct json_writer *w, str s)
{
	before_value(w);
	add_string(w->out, s, w->in_html);
}

void json_write_string(struct buf *out, str s)
{
	add_string(out, s, false);
}

/* --- other values ------------------------------------------------------------------- */

void json_int(struct json_writer *w, int64_t n)
{
	before_value(w);
	buf_add_int(w->out, n);
}

void json_real(struct json_writer *w, double n)
{
	char space[NUMBER_SPACE];
	before_value(w);
	buf_add(w->out, isfinite(n) ? number_write(n, space) : S("null"));
}

void json_bool(struct json_writer *w, bool b)
{
	before_value(w);
	buf_add(w->out, b ? S("true") : S("false"));
}

void json_null(struct json_writer *w)
{
	before_value(w);
	buf_adds(w->out, "null");
}

static void list_items(struct json_writer *w, struct value v, struct arena *scratch);

static void map_members(struct json_writer *w, const struct value_map *map, struct arena *scratch);

static void tree(struct json_writer *w, struct value v, struct arena *scratch)
{
	bool nests = value_is_list(v) || v.kind == VALUE_MAP;
	if (nests && w->depth == DEPTH_MAX)
		json_null(w);
	else if (value_is_list(v))
		list_items(w, v, scratch);
	else if (v.kind == VALUE_MAP)
		map_members(w, v.map, scratch);
	else if (v.kind == VALUE_BOOL)
		json_bool(w, v.boolean);
	else if (v.kind == VALUE_INT)
		json_int(w, v.integer);
	else if (v.kind == VALUE_REAL)
		json_real(w, v.real);
	else if (v.kind == VALUE_STRING || v.kind == VALUE_VIEW)
		json_string(w, value_text(v, scratch));
	else
		json_null(w);
}

static void list_items(struct json_writer *w, struct value v, struct arena *scratch)
{
	json_begin_list(w);
	for (size_t i = 0; i < value_count(v); i++)
		tree(w, value_at(v, i, scratch), scratch);
	json_end_list(w);
}

static void map_members(struct json_writer *w, const struct value_map *map, struct arena *scratch)
{
	json_begin_object(w);
	for (size_t i = 0; i < map->len; i++) {
		json_key(w, map->entries[i].key);
		tree(w, map->entries[i].value, scratch);
	}
	json_end_object(w);
}

void json_value(struct json_writer *w, struct value v)
{
	struct arena scratch;
	arena_init(&scratch);
	tree(w, v, &scratch);
	arena_release(&scratch);
}

void json_member(struct json_writer *w, const char *key, str text)
{
	json_key(w, str_of(key));
	json_string(w, text);
}

void json_optional(struct json_writer *w, const char *key, str text)
{
	if (text.len)
		json_member(w, key, text);
}

void json_member_int(struct json_writer *w, const char *key, size_t n)
{
	json_key(w, str_of(key));
	json_int(w, (int64_t)n);
}

void json_write_value(struct buf *out, struct value v, unsigned indent)
{
	struct json_writer w = json_writer(out, indent);
	json_value(&w, v);
}
