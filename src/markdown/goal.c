#include "markdown/goal.h"

#include "markdown/place.h"
#include "markdown/plain.h"

/* More links than a paragraph for readers has. */
#define GOALS_MAX 64

static struct markdown_goal goal_of(const struct document *doc, cmark_node *link)
{
	str url = str_trim(str_of(cmark_node_get_url(link)));
	return (struct markdown_goal){url, place_link(doc, link)};
}

static size_t collect(const struct document *doc, const struct node *paragraph,
	struct markdown_goal goals[GOALS_MAX])
{
	size_t n = 0;
	const struct node *end = node_end(paragraph);
	for (const struct node *node = paragraph; node < end && n < GOALS_MAX; node++)
		if (node->kind == CMARK_NODE_LINK)
			goals[n++] = goal_of(doc, node->origin);
	return n;
}

void goal_tell(const struct document *doc, const struct markdown_hooks *hooks,
	const struct node *paragraph)
{
	struct markdown_goal goals[GOALS_MAX];
	struct buf text;
	size_t n = collect(doc, paragraph, goals);
	buf_init(&text);
	plain_inlines(paragraph, &text);
	hooks->paragraph(hooks->ctx, buf_str(&text), goals, n);
	buf_release(&text);
}
