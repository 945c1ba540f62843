/* The words of a tree, without marks. */
#ifndef MARKDOWN_PLAIN_H
#define MARKDOWN_PLAIN_H

#include "markdown/document.h"

/* The text inside a block, link or picture; line ends become spaces. */
void plain_inlines(cmark_node *node, struct buf *out);
/* Is there any text inside? Alternative texts of pictures count. */
bool plain_has_text(cmark_node *node);
/* The document: a line a block, a line a row with spaces between its cells. */
void plain_blocks(const struct document *doc, struct buf *out);

#endif
