/*
 * Where links, pictures and raw HTML stand in the file. cmark's columns are right
 * on a block's first line and guesses on the others; here they are checked
 * against the text, and a place that can't be found becomes its block's.
 */
#ifndef MARKDOWN_PLACE_H
#define MARKDOWN_PLACE_H

#include "markdown/document.h"

/* The destination of a link or picture; its brackets when it is defined elsewhere. */
struct span place_link(const struct document *doc, cmark_node *link);
/* Inline HTML, its first line. */
struct span place_html(const struct document *doc, cmark_node *html);
/* The block around an inline, or the block itself. */
struct span place_block(const struct document *doc, cmark_node *node);
/* Words of a block or table; all of it when they are not written as they are read. */
struct span place_words(const struct document *doc, cmark_node *block, str words);
/* The lines of a block or table as they stand in the text. */
str place_source(const struct document *doc, cmark_node *block);

#endif
