/*
 * cmark's tree written down: its nodes one behind the other as they stand in the text, what is
 * inside a node right behind it. All that looks through a text goes along this row; in cmark's
 * own tree each step would be several calls into the library.
 *
 *	for (const struct node *child = node + 1; child < node_end(node); child = node_end(child))
 *		…
 */
#ifndef MARKDOWN_TREE_H
#define MARKDOWN_TREE_H

#include <cmark.h>

#include "base/str.h"

/* What a node is: a type of cmark's, or a table's part (document.h). */
enum { NODE_TABLE = CMARK_NODE_CUSTOM_BLOCK, NODE_ROW = CMARK_NODE_LAST_INLINE + 1, NODE_CELL };

struct node {
	cmark_node *origin; /* of what cmark did not read: its block */
	str words;     /* of a text, code or raw HTML; of hidden ones no NUL stands behind them */
	uint32_t size; /* nodes inside, and itself */
	uint8_t kind;
	bool plain; /* of a text: letters and the commonest signs alone, which mean nothing else */
};

struct tree {
	struct node *nodes; /* in the arena; the first is the root */
	size_t len;
};

struct document;

/* Of doc->root, with the words that were hidden from cmark. */
struct tree tree_of(const struct document *doc);

/* Behind all that is inside the node. */
static inline const struct node *node_end(const struct node *node)
{
	return node + node->size;
}

static inline bool node_is_empty(const struct node *node)
{
	return node->size == 1;
}

static inline const struct node *tree_end(const struct tree *tree)
{
	return tree->nodes + tree->len;
}

#endif
