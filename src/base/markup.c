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
