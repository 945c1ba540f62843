/*
 * Blocks that cmark need not read. Tables are paragraphs to it: it would take apart what stands
 * between their pipes, and that would be thrown away for what table.h makes of them. Headings,
 * items and paragraphs of phrases (phrase.h) are most of a text, and cmark looks at each of their
 * bytes three times.
 */
#ifndef MARKDOWN_HIDE_H
#define MARKDOWN_HIDE_H

#include "markdown/document.h"

/*
 * The text for cmark, in the scratch arena or the document's own. Of a table or a paragraph of
 * phrases at the margin, behind an empty line, it has as many lines and none of the words, so that
 * all blocks stand in the same lines and columns; of a heading or an item only the mark. Only where
 * no block can go on behind an empty line, so without fences and HTML. Notes whose words tree_of()
 * has to fill in.
 */
str hide_blocks(struct document *doc);

#endif
