#include "template/escape.h"

static str reference(char c)
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
		return S("&#39;");
	}
}

static bool is_special(char c)
{
	static const bool special[256] = {
		['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true};
	return special[(unsigned char)c];
}

void escape_html(struct buf *out, str s)
{
	size_t done = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (!is_special(s.ptr[i]))
			continue;
		buf_add(out, str_sub(s, done, i));
		buf_add(out, reference(s.ptr[i]));
		done = i + 1;
	}
	buf_add(out, str_from(s, done));
}
