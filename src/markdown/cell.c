#include "markdown/cell.h"

#include "base/ascii.h"
#include "markdown/memory.h"
#include "markdown/words.h"

/* Does every byte mean itself? */
static bool is_plain(str text)
{
	static const bool marks[256] = {['\0'] = true,
		['\\'] = true,
		['`'] = true,
		['*'] = true,
		['_'] = true,
		['['] = true,
		[']'] = true,
		['<'] = true,
		['&'] = true};
	for (size_t i = 0; i < text.len; i++)
		if (marks[(unsigned char)text.ptr[i]])
			return false;
	return true;
}

/* --- one part between stars --------------------------------------------------------- */

struct marked {
	str before, inside, after;
	bool strong;
};

/* Of U+00C0 to U+017F or U+0400 to U+047F: none of these is a space or a mark. */
static bool begins_letter(char c)
{
	unsigned char lead = (unsigned char)c;
	return (lead >= 0xc3 && lead <= 0xc5) || lead == 0xd0 || lead == 0xd1;
}

/* A letter at both ends: whatever stands around them, the stars open and close (CommonMark,
 * left- and right-flanking delimiter runs). */
static bool has_letters_at_ends(str text)
{
	size_t last = text.len - 1;
	bool ends = ascii_is_letter(text.ptr[last]) ||
		    (last > 0 && (unsigned char)text.ptr[last] >= 0x80 &&
			    begins_letter(text.ptr[last - 1]));
	return ends && (ascii_is_letter(text.ptr[0]) || begins_letter(text.ptr[0]));
}

/* Does a word end before the stars, and is none begun behind them? */
static bool stands_apart(const struct marked *marked)
{
	str before = marked->before, after = marked->after;
	return (!before.len || before.ptr[before.len - 1] == ' ') &&
	       (!after.len || strchr(" .,", after.ptr[0]));
}

static bool find_marked(str text, struct marked *out)
{
	size_t open = str_find_char(text, '*');
	str rest = open == STR_NONE ? S("") : str_from(text, open);
	str stars = str_starts(rest, S("**")) ? S("**") : S("*");
	str inside = str_from(rest, stars.len);
	size_t close = str_find_char(inside, '*');
	if (close == STR_NONE || close == 0 || !str_starts(str_from(inside, close), stars))
		return false;
	*out = (struct marked){str_sub(text, 0, open), str_sub(inside, 0, close),
		str_from(inside, close + stars.len), stars.len == 2};
	return stands_apart(out) && has_letters_at_ends(out->inside) &&
	       words_are_plain(out->before) && words_are_plain(out->inside) &&
	       words_are_plain(out->after);
}

/* --- nodes -------------------------------------------------------------------------- */

static cmark_node *add(cmark_node *around, cmark_node_type type)
{
	cmark_node *node = cmark_node_new_with_mem(type, memory_of_cmark());
	cmark_node_append_child(around, node);
	return node;
}

static void add_words(const struct document *doc, cmark_node *around, str words)
{
	if (words.len)
		cmark_node_set_literal(
			add(around, CMARK_NODE_TEXT), arena_cstr(doc->scratch, words));
}

bool cell_fill(const struct document *doc, cmark_node *cell, str text)
{
	struct marked marked;
	if (is_plain(text)) {
		add_words(doc, cell, text);
		return true;
	}
	if (!find_marked(text, &marked))
		return false;
	add_words(doc, cell, marked.before);
	add_words(
		doc, add(cell, marked.strong ? CMARK_NODE_STRONG : CMARK_NODE_EMPH), marked.inside);
	add_words(doc, cell, marked.after);
	return true;
}
