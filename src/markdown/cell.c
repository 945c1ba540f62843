#include "markdown/cell.h"

#include "markdown/memory.h"

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

bool cell_fill(const struct document *doc, cmark_node *cell, str text)
{
	if (!is_plain(text))
		return false;
	cmark_node *words = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory_of_cmark());
	cmark_node_append_child(cell, words);
	cmark_node_set_literal(words, arena_cstr(doc->scratch, text));
	return true;
}
