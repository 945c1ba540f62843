#include "base/markup.h"

/* So many bytes are compared at once: compilers make vectors of the loop below. */
enum { BLOCK = 16 };

static bool holds_sign(const char block[BLOCK])
{
	unsigned char quote = 0, mark = 0;
	for (size_t i = 0; i < BLOCK; i++) {
		char c = block[i];
		quote |= (c == '"') | (c == '\'');
		mark |= (c == '&') | (c == '<') | (c == '>');
	}
	return quote | mark;
}

static bool is_sign(char c)
{
	static const bool signs[256] = {
		['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true};
	return signs[(unsigned char)c];
}

size_t markup_find(str s, size_t from)
{
	while (from + BLOCK <= s.len && !holds_sign(s.ptr + from))
		from += BLOCK;
	while (from < s.len && !is_sign(s.ptr[from]))
		from++;
	return from;
}

static str entity(char c, str apostrophe)
{
	switch (c) {
	case '&':
		return S("&amp;");
	case '<':
		return S("&lt;");
	case '>':
		return S("&gt;");
	case '"':
		return S("&quot;");
	default:
		return apostrophe;
	}
}

void markup_escape(struct buf *out, str s, str apostrophe)
{
	size_t done = 0;
	for (size_t at = markup_find(s, 0); at < s.len; at = markup_find(s, done)) {
		buf_add(out, str_sub(s, done, at));
		buf_add(out, entity(s.ptr[at], apostrophe));
		done = at + 1;
	}
	buf_add(out, str_from(s, done));
}
