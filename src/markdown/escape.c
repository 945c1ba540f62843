#include "markdown/escape.h"

#include "base/ascii.h"
#include "base/markup.h"

void escape_text(struct buf *out, str s)
{
	markup_escape(out, s, S("'"));
}

/* Unreserved and reserved characters of RFC 3986, without & and ' (entities), [ and ]. */
static bool stays(unsigned char c)
{
	return ascii_is_alnum(c) || (c && strchr("-._~:/?#@!$()*+,;=%", c));
}

static void add_escaped(struct buf *out, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";
	if (c == '&')
		buf_adds(out, "&amp;");
	else if (c == '\'')
		buf_adds(out, "&#x27;");
	else
		buf_add(out, str_n((char[]){'%', digits[c >> 4], digits[c & 15]}, 3));
}

void escape_href(struct buf *out, str url)
{
	size_t from = 0;
	for (size_t i = 0; i < url.len; i++) {
		if (stays((unsigned char)url.ptr[i]))
			continue;
		buf_add(out, str_sub(url, from, i));
		add_escaped(out, (unsigned char)url.ptr[i]);
		from = i + 1;
	}
	buf_add(out, str_from(url, from));
}

void escape_attribute(struct buf *out, const char *name, str text)
{
	if (str_is_empty(text))
		return;
	buf_printf(out, " %s=\"", name);
	escape_text(out, text);
	buf_add_char(out, '"');
}
