#include "base/slim.h"

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

/* May a string go on in the next line? One in backquotes within another would open both here, and
 * a brace between them, whatever braces stand before or behind. */
static bool may_go_on(str line)
{
	str quoted = str_from(line, str_find_char(line, '`'));
	bool opens = str_count(quoted, '{') > str_count(quoted, '}');
	return str_count(quoted, '`') % 2 || opens ||
	       (quoted.len && str_count(line, '{') != str_count(line, '}')) ||
	       str_ends(line, S("\\"));
}

static bool has_long_string(str text)
{
	bool has = false;
	for (str line; !has && text.len && str_cut(&text, '\n', &line);)
		has = may_go_on(str_trim(line));
	return has;
}

static void add_lines(str text, bool keeps_blanks, struct buf *out)
{
	if (keeps_blanks) {
		buf_add(out, text);
		return;
	}
	for (; text.len; text = str_from(text, line_of(text))) {
		str line = str_sub(text, 0, line_of(text));
		if (!str_is_empty(str_trim(line)))
			buf_add(out, str_from(line, indent_of(line)));
	}
}

void slim_add(str text, struct buf *out)
{
	bool keeps_blanks = has_long_string(text);
	while (text.len) {
		size_t comment = comment_of(text);
		size_t end = comment + line_of(str_from(text, comment));
		bool alone = comment && str_is_empty(str_trim(str_sub(text, comment, end)));
		if (!alone || str_starts(str_from(text, indent_of(text)), S("/*!")))
			add_lines(str_sub(text, 0, end), keeps_blanks, out);
		text = str_from(text, end);
	}
}
