#include "markdown/phrase.h"

#include <string.h>

#include "base/ascii.h"
#include "base/sixteen.h"

#define PARTS_AT_FIRST 64

/* What may mean more than itself: signs of Markdown's, and those of addresses. */
static sixteen signs(sixteen c)
{
	sixteen brackets = (sixteen)(((c - '[') < 6) | ((c - '{') < 5) | ((c - '<') < 3));
	sixteen others = (sixteen)(((c - '*') < 2) | (c == '&') | (c == '/') | (c == '@'));
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

static bool stands_at(str text, size_t at, char c)
{
	return at < text.len && text.ptr[at] == c;
}

/* Gives the end of the part between stars that begins at `at`; STR_NONE: it depends on the rest of
 * the line. With a letter at both of its ends, and where no word goes on, stars open and close
 * (CommonMark, left- and right-flanking delimiter runs). */
static size_t read_marked(str line, size_t at, struct phrase_part *out)
{
	size_t n = stands_at(line, at + 1, '*') ? 2 : 1;
	str rest = str_from(line, at + n);
	str inside = str_sub(rest, 0, sixteen_find(rest, 0, signs));
	size_t close = at + n + inside.len, end = close + n;
	if (!inside.len || !stands_at(line, close, '*') || !stands_at(line, end - 1, '*') ||
		!begins_letter(inside.ptr[0]) || !ends_in_letter(inside))
		return STR_NONE;
	*out = (struct phrase_part){n == 2 ? CMARK_NODE_STRONG : CMARK_NODE_EMPH, inside, S("")};
	bool apart = (at == 0 || strchr(" (\"", line.ptr[at - 1])) &&
		     (end == line.len || strchr(" .,;:!?)\"", line.ptr[end]));
	return apart ? end : STR_NONE;
}

/* Neither an escape nor the end of an address. */
static bool is_of_address(char c)
{
	return ascii_is_alnum(c) || (c && strchr("./_#:-?=%+@,~", c));
}

/* The same of [words](address). A '!' before it makes it a picture. */
static size_t read_link(str line, size_t at, struct phrase_part *out)
{
	str words = str_from(line, at + 1);
	words.len = sixteen_find(words, 0, signs);
	size_t close = at + 1 + words.len, start = close + 2, end = start;
	while (end < line.len && is_of_address(line.ptr[end]))
		end++;
	*out = (struct phrase_part){CMARK_NODE_LINK, words, str_sub(line, start, end)};
	bool good = words.len && end > start && stands_at(line, close, ']') &&
		    stands_at(line, close + 1, '(') && stands_at(line, end, ')') &&
		    (at == 0 || line.ptr[at - 1] != '!');
	return good ? end + 1 : STR_NONE;
}

/* Gives where the next part ends. */
static size_t read_part(str line, size_t at, struct phrase_part *out)
{
	size_t end = sixteen_find(line, at, signs);
	if (end > at) {
		*out = (struct phrase_part){CMARK_NODE_TEXT, str_sub(line, at, end), S("")};
		return end;
	}
	if (line.ptr[at] == '*')
		return read_marked(line, at, out);
	return line.ptr[at] == '[' ? read_link(line, at, out) : STR_NONE;
}

static void add(struct phrases *phrases, struct phrase_part part)
{
	const size_t size = sizeof(part);
	if (phrases->len == phrases->room) {
		size_t room = phrases->room ? 2 * phrases->room : PARTS_AT_FIRST;
		phrases->parts = arena_grow(
			phrases->arena, phrases->parts, phrases->room * size, room * size);
		phrases->room = room;
	}
	phrases->parts[phrases->len++] = part;
}

bool phrase_read_inline(struct phrases *phrases, str text)
{
	struct phrase_part part;
	size_t before = phrases->len;
	for (size_t at = 0; at < text.len;) {
		at = read_part(text, at, &part);
		bool is_web = at != STR_NONE && phrases->has_web &&
			      str_find(part.words, S("www.")) != STR_NONE;
		if (at == STR_NONE || is_web) {
			phrases->len = before;
			return false;
		}
		add(phrases, part);
	}
	return true;
}

/* No block begins so: nothing with a digit, a dash, a '#', a space. */
static bool begins_words(char c)
{
	return ascii_is_letter(c) || (unsigned char)c >= 0x80 || (c && strchr("*[\"(", c));
}

bool phrase_read(struct phrases *phrases, str line)
{
	return line.len && begins_words(line.ptr[0]) && line.ptr[line.len - 1] != ' ' &&
	       phrase_read_inline(phrases, line);
}

void phrase_break(struct phrases *phrases)
{
	add(phrases, (struct phrase_part){CMARK_NODE_SOFTBREAK, S(""), S("")});
}
