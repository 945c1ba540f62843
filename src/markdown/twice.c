#include "markdown/twice.h"

#include <string.h>

#include "markdown/place.h"

/* Shorter ones may be said twice on purpose: "Call 112." In bytes. */
#define PARAGRAPH_MIN 60

/* So few are compared each with each. */
#define COMPARED_MAX 24

struct paragraphs {
	VEC(str) list; /* as they stand in the text, in its order */
};

/* What two paragraphs that are the same have in common, and hardly any others. */
struct shape {
	uint32_t nodes;
	size_t first; /* bytes of the words that it begins with */
};

/* Asks each with each of a few whether two could be the same; of more, always. */
static bool may_be_twice(const struct node *root)
{
	struct shape shapes[COMPARED_MAX];
	size_t n = 0;
	for (const struct node *block = root + 1; block < node_end(root); block = node_end(block)) {
		if (block->kind != CMARK_NODE_PARAGRAPH || node_is_empty(block))
			continue;
		struct shape shape = {block->size, block[1].words.len};
		if (n == COMPARED_MAX)
			return true;
		if (shape.nodes == 2 && shape.first < PARAGRAPH_MIN)
			continue;
		for (size_t i = 0; i < n; i++)
			if (shapes[i].first == shape.first && shapes[i].nodes == shape.nodes)
				return true;
		shapes[n++] = shape;
	}
	return false;
}

static void gather(struct document *doc, struct paragraphs *out)
{
	const struct node *root = doc->tree.nodes;
	for (const struct node *block = root + 1; block < node_end(root); block = node_end(block)) {
		if (block->kind != CMARK_NODE_PARAGRAPH ||
			cmark_node_get_user_data(block->origin) == doc)
			continue;
		str source = str_trim(place_source(doc, block->origin));
		if (source.len >= PARAGRAPH_MIN)
			VEC_PUSH(&out->list, source);
	}
}

/* By length, then by bytes. */
static int compare(const void *a, const void *b)
{
	str x = *(const str *)a, y = *(const str *)b;
	if (x.len != y.len)
		return x.len < y.len ? -1 : 1;
	return memcmp(x.ptr, y.ptr, x.len);
}

/* The first that stands a second time, and the one before it. The sort is stable. */
static bool find(struct paragraphs *all, str *first, str *second)
{
	bool found = false;
	VEC_SORT(&all->list, compare);
	for (size_t i = 1; i < all->list.len; i++) {
		str before = all->list.items[i - 1], at = all->list.items[i];
		if (!str_eq(before, at) || (found && at.ptr > second->ptr))
			continue;
		*first = before;
		*second = at;
		found = true;
	}
	return found;
}

static void report(struct document *doc, str first, str second)
{
	size_t at = document_offset(doc, second), before = document_offset(doc, first);
	if (!document_reports(doc, DIAG_TEXT_TWICE))
		return;
	diag_add(doc->diags, DIAG_TEXT_TWICE, document_span(doc, at, at + second.len),
		"this paragraph stands on the page twice");
	diag_note(doc->diags, document_span(doc, before, before + first.len),
		"the other one stands here: take one of them out");
}

void twice_check(struct document *doc)
{
	struct paragraphs all = {0};
	str first, second;
	if (!may_be_twice(doc->tree.nodes))
		return;
	gather(doc, &all);
	if (find(&all, &first, &second))
		report(doc, first, second);
	VEC_FREE(&all.list);
}
