#include "markdown/tree.h"

#include "markdown/words.h"

/* A page of a few minutes' reading has about so many. */
#define NODES_AT_FIRST 256

/* What a node may have: nodes inside, or words. */
enum { HOLDS = 1, WORDS = 2 };

static const unsigned char traits[NODE_CELL + 1] = {
	[CMARK_NODE_DOCUMENT] = HOLDS,
	[CMARK_NODE_BLOCK_QUOTE] = HOLDS,
	[CMARK_NODE_LIST] = HOLDS,
	[CMARK_NODE_ITEM] = HOLDS,
	[CMARK_NODE_CODE_BLOCK] = WORDS,
	[CMARK_NODE_HTML_BLOCK] = WORDS,
	[CMARK_NODE_PARAGRAPH] = HOLDS,
	[CMARK_NODE_HEADING] = HOLDS,
	[CMARK_NODE_TEXT] = WORDS,
	[CMARK_NODE_CODE] = WORDS,
	[CMARK_NODE_HTML_INLINE] = WORDS,
	[CMARK_NODE_EMPH] = HOLDS,
	[CMARK_NODE_STRONG] = HOLDS,
	[CMARK_NODE_LINK] = HOLDS,
	[CMARK_NODE_IMAGE] = HOLDS,
	[NODE_TABLE] = HOLDS,
	[NODE_ROW] = HOLDS,
	[NODE_CELL] = HOLDS,
};

static int kind_of(cmark_node *node, int around)
{
	if (around == NODE_TABLE)
		return NODE_ROW;
	return around == NODE_ROW ? NODE_CELL : (int)cmark_node_get_type(node);
}

/* A tree being written down: of an open node, `size` is the index of the one around it. */
struct making {
	struct tree tree;
	size_t room;
	struct arena *arena;
};

static void make_room(struct making *making)
{
	const size_t before = making->room * sizeof(struct node);
	making->tree.nodes = arena_grow(making->arena, making->tree.nodes, before, 2 * before);
	making->room *= 2;
}

static struct node *add(struct making *making, cmark_node *origin, size_t around)
{
	struct tree *tree = &making->tree;
	if (tree->len == making->room)
		make_room(making);
	int kind = kind_of(origin, tree->len ? tree->nodes[around].kind : CMARK_NODE_NONE);
	struct node *node = &tree->nodes[tree->len];
	node->origin = origin;
	node->size = (uint32_t)around;
	node->kind = (uint8_t)kind;
	bool words = traits[node->kind] & WORDS;
	node->words = words ? str_of(cmark_node_get_literal(origin)) : S("");
	node->plain = kind == CMARK_NODE_TEXT && words_are_plain(node->words);
	tree->len++;
	return node;
}

/* Gives the index of the node around it. */
static size_t close(struct tree *tree, size_t index)
{
	struct node *node = &tree->nodes[index];
	size_t around = node->size;
	node->size = (uint32_t)(tree->len - index);
	return around;
}

/* Closes the node at `index`, and all that end with it: gives what comes next in cmark's tree. */
static cmark_node *next_of(struct tree *tree, size_t index, size_t *around)
{
	cmark_node *next = NULL;
	*around = close(tree, index);
	while (index && !(next = cmark_node_next(tree->nodes[index].origin))) {
		index = *around;
		*around = close(tree, index);
	}
	return next;
}

struct tree tree_of(cmark_node *root, struct arena *arena)
{
	const size_t size = NODES_AT_FIRST * sizeof(struct node);
	struct making making = {{arena_alloc(arena, size), 0}, NODES_AT_FIRST, arena};
	size_t around = 0;
	for (cmark_node *origin = root, *inside; origin;) {
		size_t index = making.tree.len;
		const struct node *node = add(&making, origin, around);
		inside = traits[node->kind] & HOLDS ? cmark_node_first_child(origin) : NULL;
		if (inside)
			around = index;
		origin = inside ? inside : next_of(&making.tree, index, &around);
	}
	return making.tree;
}
