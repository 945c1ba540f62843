#include "base/markup.h"

#include "base/eight.h"

static bool is_sign(char c)
{
	static const bool signs[256] = {
		['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true};
	return signs[(unsigned char)c];
}

/* Marks the first byte that is one: & and ' differ in a bit, < and > in another. */
static uint64_t signs_in(uint64_t bytes)
{
	return eight_is(bytes, '"') | eight_is(bytes | EIGHT(1U), '\'') |
	       eight_is(bytes | EIGHT(2U), '>');
}

size_t markup_find(str s, size_t from)
{
	for (; from + 8 <= s.len; from += 8) {
		uint64_t signs = signs_in(eight_at(s.ptr + from));
		if (signs)
			return from + eight_first(signs);
	}
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
	if (!sixteen_search(s, markup_signs)) {
		buf_add(out, s);
		return;
	}
	for (size_t at = markup_find(s, 0); at < s.len; at = markup_find(s, done)) {
		buf_add(out, str_sub(s, done, at));
		buf_add(out, entity(s.ptr[at], apostrophe));
		done = at + 1;
	}
	buf_add(out, str_from(s, done));
}

/* `at` is that of "!--", whose dashes may be those of the end as well: <!-->, <!--->. */
static size_t comment_end(str html, size_t at)
{
	size_t inside = at + 3;
	for (at++; at < html.len; at++) {
		size_t dashes = str_find(str_from(html, at), S("--"));
		if (dashes == STR_NONE)
			break;
		at += dashes;
		str rest = str_from(html, at + 2);
		if (str_starts(rest, S(">")))
			return at + 3;
		if (at >= inside && str_starts(rest, S("!>")))
			return at + 4;
	}
	return html.len;
}

size_t markup_remark_end(str html, size_t at)
{
	str rest = str_from(html, at);
	if (str_starts(rest, S("!--")))
		return comment_end(html, at);
	size_t end = str_find_char(rest, '>');
	return end == STR_NONE ? html.len : at + end + 1;
}
