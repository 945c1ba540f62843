#include "markdown/phrase.h"

#include <string.h>

#include "base/ascii.h"
#include "base/sixteen.h"

/* What may mean more than itself: signs of Markdown's but the star, and those of addresses. */
static sixteen signs(sixteen c)
{
	sixteen brackets = (sixteen)(((c - '[') < 6) | ((c - '{') < 5) | ((c - '<') < 3));
	sixteen others = (sixteen)((c == '&') | (c == '+') | (c == '/') | (c == '@'));
	return brackets | others | (sixteen)(c < ' ');
}

/* Of U+00C0 to U+017F or U+0400 to U+047F: none of these is a space or a mark. */
static bool begins_letter(char c)
{
	unsigned char lead = (unsigned char)c;
	return ascii_is_letter(c) || (lead >= 0xc3 && lead <= 0xc5) || lead == 0xd0 || lead == 0xd1;
}

static bool ends_in_letter(str text)
{
	size_t last = text.len - 1;
	bool two = last > 0 && (unsigned char)text.ptr[last] >= 0x80;
	return two ? begins_letter(text.ptr[last - 1]) : ascii_is_letter(text.ptr[last]);
}

static size_t count_stars(str text)
{
	return str_starts(text, S("**")) ? 2 : str_starts(text, S("*"));
}

/* What stands between the stars at the beginning and the next ones. */
static str between_stars(str text)
{
	str inside = str_from(text, count_stars(text));
	return str_sub(inside, 0, str_find_char(inside, '*'));
}

/* The end of the part that begins with the stars at `at`; STR_NONE: it depends. With a letter at
 * both of its ends, and where no word goes on, they open and close whatever else the line has
 * (CommonMark, left- and right-flanking delimiter runs). */
static size_t part_end(str line, size_t at)
{
	str part = str_from(line, at), inside = between_stars(part);
	size_t n = count_stars(part), end = at + n + inside.len + n;
	if (!inside.len || count_stars(str_from(line, at + n + inside.len)) != n ||
		!begins_letter(inside.ptr[0]) || !ends_in_letter(inside))
		return STR_NONE;
	bool apart = (at == 0 || strchr(" (\"", line.ptr[at - 1])) &&
		     (end == line.len || strchr(" .,;:!?)\"", line.ptr[end]));
	return apart ? end : STR_NONE;
}

static bool stars_pair(str line)
{
	size_t at = 0;
	for (size_t found; (found = str_find_char(str_from(line, at), '*')) != STR_NONE;) {
		at = part_end(line, at + found);
		if (at == STR_NONE)
			return false;
	}
	return true;
}

bool phrase_is_inline(str text)
{
	return !sixteen_search(text, signs) && stars_pair(text) &&
	       str_find(text, S("www.")) == STR_NONE;
}

/* No block begins so: nothing with a digit, a dash, a '#', a space. */
static bool begins_words(char c)
{
	return ascii_is_letter(c) || (unsigned char)c >= 0x80 || c == '*' || c == '"' || c == '(';
}

bool phrase_is(str line)
{
	return line.len && begins_words(line.ptr[0]) && line.ptr[line.len - 1] != ' ' &&
	       phrase_is_inline(line);
}

bool phrase_next(str *rest, struct phrase_part *out)
{
	static const cmark_node_type types[] = {
		CMARK_NODE_TEXT, CMARK_NODE_EMPH, CMARK_NODE_STRONG};
	if (!rest->len)
		return false;
	size_t n = count_stars(*rest);
	*out = (struct phrase_part){types[n], between_stars(*rest)};
	*rest = str_from(*rest, n + out->words.len + n);
	return true;
}
