#include "template/escape.h"

#include "base/markup.h"

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

void escape_html(struct buf *out, str s)
{
	size_t done = 0;
	for (size_t at = markup_find(s, 0); at < s.len; at = markup_find(s, done)) {
		buf_add(out, str_sub(s, done, at));
		buf_add(out, reference(s.ptr[at]));
		done = at + 1;
	}
	buf_add(out, str_from(s, done));
}
