/* The words of a part of the tree, without marks. */
#ifndef MARKDOWN_PLAIN_H
#define MARKDOWN_PLAIN_H

#include "base/buf.h"
#include "markdown/tree.h"

/* The text inside a block, link or picture; line ends become spaces. */
void plain_inlines(const struct node *node, struct buf *out);
/* The same as a text, in `buf` only when it is not a text of the tree as it stands. */
str plain_words(const struct node *node, struct buf *buf);
/* Is there any text inside? Alternative texts of pictures count. */
bool plain_has_text(const struct node *node);

#endif
