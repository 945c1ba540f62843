#include "base/comment.h"

static size_t indent_of(str text)
{
	size_t at = 0;
	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
		at++;
	return at;
}

/* Bytes up to behind the next line's end. */
static size_t line_of(str text)
{
	size_t end = str_find_char(text, '\n');
	return end < text.len ? end + 1 : text.len;
}

/* Bytes of the comment that `text` opens with, blanks before it included; 0: none, or one without
 * end. */
static size_t comment_of(str text)
{
	size_t opened = indent_of(text) + 2;
	if (!str_starts(str_from(text, opened - 2), S("/*")))
		return 0;
	str inside = str_from(text, opened);
	size_t end = str_find(inside, S("*/"));
	return end < inside.len ? opened + end + 2 : 0;
}

void comment_drop(str text, struct buf *out)
{
	while (text.len) {
		size_t comment = comment_of(text);
		size_t end = comment + line_of(str_from(text, comment));
		bool alone = comment && str_is_empty(str_trim(str_sub(text, comment, end)));
		if (!alone || str_starts(str_from(text, indent_of(text)), S("/*!")))
			buf_add(out, str_sub(text, 0, end));
		text = str_from(text, end);
	}
}
