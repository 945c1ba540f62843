#include "markdown/misquote.h"

#include <string.h>

#include "base/ascii.h"
#include "markdown/quote.h"

size_t misquote_open(str text)
{
	size_t len = 1;
	while (len < text.len && (ascii_is_letter(text.ptr[len]) || strchr("_.", text.ptr[len])))
		len++;
	size_t end = len;
	while (end < text.len && (ascii_is_alnum(text.ptr[end]) || strchr(":/-_", text.ptr[end])))
		end++;
	str inside = str_sub(text, len, end);
	bool named =
		len > 1 && str_starts(inside, S(":")) && str_find_char(inside, '/') != STR_NONE;
	return named && str_find_char(text, '}') == STR_NONE ? end : 0;
}

/* "locations/place" begins there; gives its length. */
static size_t ref_length(str text)
{
	size_t end = 0;
	while (end < text.len && (ascii_is_alnum(text.ptr[end]) || strchr("/-_", text.ptr[end])))
		end++;
	size_t slash = str_find_char(str_sub(text, 0, end), '/');
	bool named = slash != STR_NONE && slash > 0 && ascii_is_letter(text.ptr[0]);
	return named && slash + 1 < end ? end : 0;
}

size_t misquote_named(str text)
{
	size_t end = str_find_char(text, '}'), at = 1;
	while (at < text.len && !strchr(":;,= }", text.ptr[at]))
		at++;
	size_t name = at;
	while (at < text.len && strchr(":;,= ", text.ptr[at]))
		at++;
	size_t ref = ref_length(str_from(text, at));
	struct quote quote;
	bool whole = ref > 0 && end != STR_NONE && !str_trim(str_sub(text, at + ref, end)).len;
	bool read = quote_find(text, 0, &quote) && quote.start == 0;
	return name > 1 && whole && !read ? end + 1 : 0;
}

size_t misquote_bracketed(str text)
{
	str name = S("[phone:");
	size_t ref = str_starts(text, name) ? ref_length(str_from(text, name.len)) : 0;
	bool closed = ref > 0 && str_starts(str_from(text, name.len + ref), S("]"));
	return closed ? name.len + ref + 1 : 0;
}
