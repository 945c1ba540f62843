#include "markdown/tree.h"

#include "markdown/document.h"
#include "markdown/memory.h"
#include "markdown/table.h"
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
	[NODE_CELL] = HOLDS,
};

static int kind_of(cmark_node *node, int around)
{
	return around == NODE_ROW ? NODE_CELL : (int)cmark_node_get_type(node);
}

/* A tree being written down: of an open node, `size` is the index of the one around it. */
struct making {
	struct tree tree;
	size_t room;
	const struct document *doc;
	size_t nhidden; /* blocks found whose words were hidden from cmark */
};

static void make_room(struct making *making)
{
	const size_t before = making->room * sizeof(struct node);
	making->tree.nodes =
		arena_grow(making->doc->scratch, making->tree.nodes, before, 2 * before);
	making->room *= 2;
}

static struct node *add(
	struct making *making, cmark_node *origin, int kind, str words, size_t around)
{
	struct tree *tree = &making->tree;
	if (tree->len == making->room)
		make_room(making);
	struct node *node = &tree->nodes[tree->len++];
	*node = (struct node){.origin = origin,
		.words = words,
		.size = (uint32_t)around,
		.kind = (uint8_t)kind,
		.plain = kind == CMARK_NODE_TEXT && words_are_plain(words)};
	return node;
}

static struct node *add_origin(struct making *making, cmark_node *origin, size_t around)
{
	const struct tree *tree = &making->tree;
	int kind = kind_of(origin, tree->len ? tree->nodes[around].kind : CMARK_NODE_NONE);
	str words = traits[kind] & WORDS ? str_of(cmark_node_get_literal(origin)) : S("");
	return add(making, origin, kind, words, around);
}

/* Gives the index of the node around it. */
static size_t close(struct tree *tree, size_t index)
{
	struct node *node = &tree->nodes[index];
	size_t around = node->size;
	node->size = (uint32_t)(tree->len - index);
	return around;
}

/* Closes the node at `index`, and all that end with it, up to that at `top`: gives what comes next
 * in cmark's tree. */
static cmark_node *next_of(struct tree *tree, size_t index, size_t top, size_t *around)
{
	cmark_node *next = NULL;
	*around = close(tree, index);
	while (index != top && !(next = cmark_node_next(tree->nodes[index].origin))) {
		index = *around;
		*around = close(tree, index);
	}
	return next;
}

/* --- what cmark did not read --------------------------------------------------------- */

/* A link has a node of cmark's, for its address and for whom asks around which block it stands; and
 * notes where the address is written. */
static cmark_node *new_link(struct arena *scratch, cmark_node *block, str url)
{
	cmark_node *link = cmark_node_new_with_mem(CMARK_NODE_LINK, memory_of_cmark());
	str *written = ARENA_NEW(scratch, str);
	*written = url;
	cmark_node_set_url(link, arena_cstr(scratch, url));
	cmark_node_set_user_data(link, written);
	cmark_node_append_child(block, link);
	return link;
}

static void add_part(struct making *making, cmark_node *block, const struct phrase_part *part)
{
	bool links = part->type == CMARK_NODE_LINK;
	cmark_node *origin = links ? new_link(making->doc->scratch, block, part->url) : block;
	if (part->type != CMARK_NODE_TEXT)
		add(making, origin, part->type, S(""), 0)->size = 1 + (part->words.len > 0);
	if (part->words.len)
		add(making, origin, CMARK_NODE_TEXT, part->words, 0)->size = 1;
}

static void add_parts(struct making *making, cmark_node *block, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		add_part(making, block, &making->doc->phrases.parts[i]);
}

/* Adds the words of the block, if it is the next of those that were hidden. */
static bool take_hidden(struct making *making, const struct node *node)
{
	const struct document *doc = making->doc;
	cmark_node *block = node->origin;
	bool may_be = node->kind == CMARK_NODE_PARAGRAPH || node->kind == CMARK_NODE_HEADING;
	if (!may_be || making->nhidden == doc->nhidden || cmark_node_get_user_data(block) == doc)
		return false;
	struct hidden hidden = doc->hidden[making->nhidden];
	if ((uint32_t)cmark_node_get_start_line(block) != hidden.line)
		return false;
	making->nhidden++;
	add_parts(making, block, hidden.from, hidden.to);
	return true;
}

/* --- tables ------------------------------------------------------------------------- */

static void add_tree(struct making *making, cmark_node *root, size_t around);

/* Gives the table's next child that cmark read. */
static cmark_node *add_row(struct making *making, cmark_node *table, const struct cell *cells,
	size_t ncells, cmark_node *read)
{
	size_t row = making->tree.len;
	add(making, table, NODE_ROW, S(""), 0);
	for (size_t i = 0; i < ncells; i++) {
		size_t cell = making->tree.len;
		if (cells[i].is_read) {
			add_tree(making, read, row);
			read = cmark_node_next(read);
			continue;
		}
		add(making, table, NODE_CELL, S(""), row);
		add_parts(making, table, cells[i].from, cells[i].to);
		close(&making->tree, cell);
	}
	close(&making->tree, row);
	return read;
}

static void add_rows(struct making *making, cmark_node *origin)
{
	const struct table *table = cmark_node_get_user_data(origin);
	const struct cell *cells = table->cells;
	cmark_node *read = cmark_node_first_child(origin);
	for (size_t i = 0; i < table->nrows; i++) {
		read = add_row(making, origin, cells, table->lengths[i], read);
		cells += table->lengths[i];
	}
}

/* --- the whole ---------------------------------------------------------------------- */

/* Adds what is inside of the node, if it is not cmark that knows. */
static bool add_own(struct making *making, const struct node *node)
{
	if (node->kind != NODE_TABLE)
		return take_hidden(making, node);
	add_rows(making, node->origin);
	return true;
}

static void add_tree(struct making *making, cmark_node *root, size_t around)
{
	const size_t top = making->tree.len;
	for (cmark_node *origin = root, *inside; origin;) {
		size_t index = making->tree.len;
		const struct node *node = add_origin(making, origin, around);
		bool holds = traits[node->kind] & HOLDS && !add_own(making, node);
		inside = holds ? cmark_node_first_child(origin) : NULL;
		if (inside)
			around = index;
		origin = inside ? inside : next_of(&making->tree, index, top, &around);
	}
}

struct tree tree_of(const struct document *doc)
{
	const size_t size = NODES_AT_FIRST * sizeof(struct node);
	struct making making = {{arena_alloc(doc->scratch, size), 0}, NODES_AT_FIRST, doc, 0};
	add_tree(&making, doc->root, 0);
	if (making.nhidden != doc->nhidden)
		BUG("hidden words of a block that is in no tree");
	return making.tree;
}
