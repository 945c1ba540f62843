/* What the parts of a page's HTML have in common while it is written: html.h. */
#ifndef MARKDOWN_WRITER_H
#define MARKDOWN_WRITER_H

#include "markdown/document.h"

struct writer {
	struct document *doc;
	const struct markdown_hooks *hooks;
	const struct markdown_labels *labels;
	struct buf *out;
	size_t depth;        /* nodes around the one being written */
	bool cut;            /* markdown-depth was reported */
	str heading;         /* id of the last heading; empty: none */
	cmark_node *html_in; /* the block whose raw HTML was reported */
	unsigned deeper;     /* levels that headings go down */
	size_t open;         /* sections that stay open; 0: all */
	size_t sections;     /* those that have begun */
	bool concerned;      /* a link of the paragraph concerns hooks->paragraph() */
};

/* Goes inside a node, to write its children; false: there are none, or they are too deep, which
 * is reported once. */
bool writer_enter(struct writer *w, const struct node *node);
static inline void writer_leave(struct writer *w)
{
	w->depth--;
}

/* Blocks begin on a line of their own. */
static inline void writer_line(struct writer *w)
{
	const struct buf *out = w->out;
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		buf_add_char(w->out, '\n');
}

static inline void writer_block(struct writer *w, str tag)
{
	writer_line(w);
	buf_add(w->out, tag);
}

#endif
