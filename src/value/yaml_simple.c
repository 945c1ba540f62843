#include "value/yaml_simple.h"

#include "base/ascii.h"
#include "base/sixteen.h"
#include "diag/diag.h"
#include "value/yaml.h"
#include "value/yaml_scalar.h"

struct simple {
	struct arena *arena;
	str text;
	struct span span;
	size_t at;
	size_t depth;        /* of blocks inside each other */
	bool other;          /* it is not simple */
	struct diags *diags; /* what is said of a value, and so not simple either */
};

/* --- bytes ---------------------------------------------------------------------------- */

/* All that begins a character which YAML refuses or takes for the end of a line is among these:
 * controls, U+0080 to 9F, U+2028 and 2029, U+FEFF, FFFE and FFFF. */
static sixteen rare(sixteen c)
{
	sixteen control = (sixteen)((c < 0x20) & (c != '\n'));
	return control | (sixteen)((c == 0x7f) | (c == 0xc2) | (c == 0xe2) | (c == 0xef));
}

/* Is the character that begins with `c` and goes on with `next` one like any other? */
static bool is_usual(unsigned char c, const unsigned char *next)
{
	switch (c) {
	case 0xc2:
		return next[0] >= 0xa0;
	case 0xe2:
		return next[0] != 0x80 || (next[1] != 0xa8 && next[1] != 0xa9);
	default:
		return c != 0x7f && c != 0xef && (c >= ' ' || c == '\n');
	}
}

static bool has_only_usual(str text)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr;
	if (!sixteen_search(text, rare))
		return true;
	for (size_t i = 0; i < text.len; i++)
		if (!is_usual(bytes[i], bytes + i + 1))
			return false;
	return true;
}

static char peek(const struct simple *s, size_t ahead)
{
	return s->at + ahead < s->text.len ? s->text.ptr[s->at + ahead] : '\n';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || c == '_';
}

/* May a text without quotes begin so? Bent quotation marks, of which something is said, may not. */
static bool is_word(char c)
{
	return ascii_is_alnum(c) || ((unsigned char)c >= 0xc3 && (unsigned char)c != 0xe2);
}

/* … and where it goes on; a colon is looked at with what follows. */
static bool goes_on(char c, bool in_flow)
{
	if (c == ' ' || is_word(c) || (unsigned char)c >= 0x80)
		return true;
	return c && strchr(in_flow ? "-./()+;=_~%'" : "-./()+;=_~%',?![]{}&*@$<>|^`\\", c);
}

/* --- values on one line --------------------------------------------------------------- */

static struct value none(struct simple *s)
{
	s->other = true;
	return value_none();
}

static struct value read_quoted(struct simple *s)
{
	const char *start = s->text.ptr + s->at + 1, quote = start[-1];
	size_t left = s->text.len - s->at - 1;
	const char *end = memchr(start, quote, left);
	str text = str_n(start, end ? (size_t)(end - start) : 0);
	if (!end || (quote == '\'' && text.len + 1 < left && end[1] == '\'') ||
		memchr(text.ptr, '\n', text.len) || memchr(text.ptr, '\\', text.len))
		return none(s);
	struct span span = span_within(s->span, s->at, s->at + text.len + 2);
	s->at += text.len + 2;
	return value_string(arena_str(s->arena, text), span);
}

static struct value read_plain(struct simple *s, bool in_flow)
{
	size_t start = s->at;
	if (!is_word(peek(s, 0)))
		return none(s);
	while (goes_on(peek(s, 0), in_flow) ||
		(peek(s, 0) == ':' && (is_word(peek(s, 1)) || peek(s, 1) == '/')))
		s->at++;
	str text = str_sub(s->text, start, s->at);
	if (str_ends(text, S(" ")))
		return none(s);
	struct value value = yaml_scalar(text, span_within(s->span, start, s->at), s->diags);
	if (value.kind == VALUE_STRING)
		value.string = arena_str(s->arena, text);
	return value;
}

static struct value read_scalar(struct simple *s, bool in_flow)
{
	char first = peek(s, 0);
	return first == '"' || first == '\'' ? read_quoted(s) : read_plain(s, in_flow);
}

/* Behind an item of a list or map on one line; true when one more follows. */
static bool another(struct simple *s, char close)
{
	bool more = peek(s, 0) == ',' && peek(s, 1) == ' ';
	if (!more && peek(s, 0) != close)
		s->other = true;
	s->at += more ? 2 : 1;
	return more && !s->other;
}

static struct value read_list(struct simple *s)
{
	struct value_list *list = ARENA_NEW(s->arena, struct value_list);
	size_t start = s->at++;
	do
		value_list_push(s->arena, list, read_scalar(s, true));
	while (!s->other && another(s, ']'));
	return value_list(list, span_within(s->span, start, s->at));
}

/* The name and what parts it from its value; in a map it stands once. */
static bool read_name(struct simple *s, struct value_map *map, struct value_entry *entry)
{
	size_t start = s->at;
	while (is_name(peek(s, 0)))
		s->at++;
	str name = str_sub(s->text, start, s->at);
	if (!name.len || peek(s, 0) != ':' || str_eq(name, S("null")) || str_eq(name, S("true")) ||
		str_eq(name, S("false")) || value_map_find(map, name)) {
		s->other = true;
		return false;
	}
	entry->key = arena_str(s->arena, name);
	entry->key_span = span_within(s->span, start, s->at++);
	return true;
}

static void read_pair(struct simple *s, struct value_map *map)
{
	struct value_entry entry;
	if (!read_name(s, map, &entry))
		return;
	s->other |= peek(s, 0) != ' ';
	s->at++;
	entry.value = read_scalar(s, true);
	value_map_put(s->arena, map, entry.key, entry.key_span, entry.value);
}

static struct value read_map(struct simple *s)
{
	struct value_map *map = ARENA_NEW(s->arena, struct value_map);
	size_t start = s->at++;
	do
		read_pair(s, map);
	while (!s->other && another(s, '}'));
	return value_map(map, span_within(s->span, start, s->at));
}

static struct value read_line(struct simple *s)
{
	char first = peek(s, 0);
	struct value value = first == '['   ? read_list(s)
			     : first == '{' ? read_map(s)
					    : read_scalar(s, false);
	s->other |= peek(s, 0) != '\n';
	s->at++;
	return value;
}

/* --- lines ---------------------------------------------------------------------------- */

/* How far the next line is indented; SIZE_MAX at the end, and where all is over. */
static size_t indent_of(const struct simple *s)
{
	size_t n = 0;
	while (peek(s, n) == ' ')
		n++;
	return s->other || s->at + n >= s->text.len ? SIZE_MAX : n;
}

/* Is there another line of what is indented so far? What is indented more would go on with a text,
 * or be a mistake. */
static bool goes_on_at(struct simple *s, size_t indent)
{
	size_t next = indent_of(s);
	if (next == SIZE_MAX || next < indent)
		return false;
	s->other |= next > indent;
	return !s->other;
}

/* What began at `start` ends with the line before. */
static struct span block_span(const struct simple *s, size_t start)
{
	size_t end = s->at < s->text.len ? s->at : s->text.len;
	return span_within(s->span, start, start + str_trim(str_sub(s->text, start, end)).len);
}

static struct value read_lines(struct simple *s, size_t indent);

/* Counts one more level. Below the last one that may be there is none for a [list]. */
static void enter(struct simple *s)
{
	s->other |= ++s->depth >= YAML_DEPTH_MAX;
}

static bool begins_pair(const struct simple *s)
{
	size_t n = 0;
	while (is_name(peek(s, n)))
		n++;
	return n && peek(s, n) == ':' && (peek(s, n + 1) == ' ' || peek(s, n + 1) == '\n');
}

static struct value read_item(struct simple *s, size_t indent)
{
	s->other |= peek(s, 0) != '-' || peek(s, 1) != ' ';
	s->at += 2;
	return begins_pair(s) ? read_lines(s, indent + 2) : read_line(s);
}

/* The items below a name that is indented by `outer`. */
static struct value read_items(struct simple *s, size_t outer)
{
	struct value_list *list = ARENA_NEW(s->arena, struct value_list);
	size_t indent = indent_of(s), start = s->at + indent;
	if (indent == SIZE_MAX || indent <= outer)
		return none(s);
	enter(s);
	while (goes_on_at(s, indent)) {
		s->at += indent;
		value_list_push(s->arena, list, read_item(s, indent));
	}
	s->depth--;
	return value_list(list, block_span(s, start));
}

static void read_member(struct simple *s, struct value_map *map, size_t indent)
{
	struct value_entry entry;
	if (!read_name(s, map, &entry))
		return;
	char behind = peek(s, 0);
	s->other |= behind != ' ' && behind != '\n';
	s->at++;
	entry.value = behind == '\n' ? read_items(s, indent) : read_line(s);
	value_map_put(s->arena, map, entry.key, entry.key_span, entry.value);
}

/* The first name stands here, the others below it. */
static struct value read_lines(struct simple *s, size_t indent)
{
	struct value_map *map = ARENA_NEW(s->arena, struct value_map);
	size_t start = s->at;
	enter(s);
	read_member(s, map, indent);
	while (goes_on_at(s, indent)) {
		s->at += indent;
		read_member(s, map, indent);
	}
	s->depth--;
	return value_map(map, block_span(s, start));
}

bool yaml_simple(struct arena *arena, str text, struct span at, struct value *out)
{
	struct diags diags;
	diags_init(&diags);
	struct simple s = {.arena = arena, .text = text, .span = at, .diags = &diags};
	s.other = !has_only_usual(text);
	struct value value = s.other ? value_none() : read_lines(&s, 0);
	bool simple = !s.other && s.at >= text.len && diags.list.len == 0;
	diags_release(&diags);
	if (simple)
		*out = value;
	return simple;
}
