#include "markdown/cell.h"

#include "markdown/memory.h"
#include "markdown/phrase.h"

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

static void add_phrase(const struct document *doc, cmark_node *cell, str phrase)
{
	for (struct phrase_part part; phrase_next(&phrase, &part);) {
		bool marked = part.type != CMARK_NODE_TEXT;
		add_words(doc, marked ? add(cell, part.type) : cell, part.words);
	}
}

bool cell_fill(const struct document *doc, cmark_node *cell, str text)
{
	if (is_plain(text)) {
		add_words(doc, cell, text);
		return true;
	}
	if (!phrase_is(text))
		return false;
	add_phrase(doc, cell, text);
	return true;
}
