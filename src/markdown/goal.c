#include "markdown/goal.h"

#include "markdown/place.h"
#include "markdown/plain.h"

/* More links than a paragraph for readers has. */
#define GOALS_MAX 64

/* The link behind `node`, or behind the paragraph's beginning; NULL: none. */
static cmark_node *next_link(cmark_node *paragraph, cmark_node *node)
{
	do
		node = node_next(paragraph, node, true);
	while (node && !node_is(node, CMARK_NODE_LINK));
	return node;
}

static str goal_of(cmark_node *link)
{
	return str_trim(str_of(cmark_node_get_url(link)));
}

static size_t collect(
	const struct document *doc, cmark_node *paragraph, struct markdown_goal goals[GOALS_MAX])
{
	size_t n = 0;
	cmark_node *link = paragraph;
	while (n < GOALS_MAX && (link = next_link(paragraph, link)))
		goals[n++] = (struct markdown_goal){goal_of(link), place_link(doc, link)};
	return n;
}

void goal_tell(
	const struct document *doc, const struct markdown_hooks *hooks, cmark_node *paragraph)
{
	struct markdown_goal goals[GOALS_MAX];
	struct buf text;
	size_t n = collect(doc, paragraph, goals);
	buf_init(&text);
	plain_inlines(paragraph, &text);
	hooks->paragraph(hooks->ctx, buf_str(&text), goals, n);
	buf_release(&text);
}
