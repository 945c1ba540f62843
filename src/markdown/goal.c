#include "markdown/goal.h"

#include "markdown/place.h"
#include "markdown/plain.h"

/* More links than a paragraph for readers has. */
#define GOALS_MAX 64

static size_t collect(
	const struct document *doc, cmark_node *paragraph, struct markdown_goal goals[GOALS_MAX])
{
	size_t n = 0;
	cmark_node *node = paragraph;
	while (n < GOALS_MAX && (node = node_next(paragraph, node, true)))
		if (node_is(node, CMARK_NODE_LINK))
			goals[n++] = (struct markdown_goal){
				str_trim(str_of(cmark_node_get_url(node))), place_link(doc, node)};
	return n;
}

void goal_tell(
	const struct document *doc, const struct markdown_hooks *hooks, cmark_node *paragraph)
{
	struct markdown_goal goals[GOALS_MAX];
	struct buf text;
	size_t n = collect(doc, paragraph, goals);
	if (!n)
		return;
	buf_init(&text);
	plain_inlines(paragraph, &text);
	hooks->paragraph(hooks->ctx, buf_str(&text), goals, n);
	buf_release(&text);
}
