/*
 * Tables that cmark need not read. To it they are paragraphs: it would take apart what stands
 * between their pipes, and that would be thrown away for what table.h makes of them.
 */
#ifndef MARKDOWN_HIDE_H
#define MARKDOWN_HIDE_H

#include "markdown/document.h"

/*
 * The text for cmark, in the scratch arena or the document's own. Of a table at the
 * margin, behind an empty line, it has as many lines and none of its words, so that all blocks
 * stand in the same lines and columns. Only where no block can go on behind an empty line, so
 * without fences and HTML.
 */
str hide_tables(const struct document *doc);

#endif
