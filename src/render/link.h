/*
 * Where the links of a text lead: pages and media by their files, records by their ids, addresses
 * of the site itself and of others. What leads nowhere is told, with what was meant.
 */
#ifndef RENDER_LINK_H
#define RENDER_LINK_H

#include "view/frame.h"

/* A text with its links: a page's own, or one that a record or an embed brings. */
struct body {
	struct frame *frame;
	const struct language *language;
	bool placeless;            /* shown on many pages, so that relative links lead nowhere */
	str dir;                   /* else: folder of the file, below the content root */
	size_t open;               /* of a page's own text: sections that stay open; 0: all */
	bool goes_on;              /* the page shows more below the text */
	size_t nerrors, nwarnings; /* that the worker had when the text was begun */
};

static inline const struct site *body_site(const struct body *body)
{
	return body->frame->renderer->site;
}

static inline struct diags *body_diags(const struct body *body)
{
	return &body->frame->worker->diags;
}

static inline struct arena *body_scratch(const struct body *body)
{
	return &body->frame->worker->scratch;
}

/* Before a text is rendered: what its mistakes are counted from. */
void link_begin(struct body *body);

/* What is looked for before something is said costs as much as all pages and records: of so many
 * mistakes in one text the next are those of the next build. */
bool link_tells_error(const struct body *body);

/* markdown_hooks.link; the context is the body. */
bool link_lead(
	void *ctx, str url, bool picture, struct markdown_place place, struct markdown_link *out);

/* The page of the content that an address leads to; NULL, without a word, when there is none. */
const struct page *link_page(const struct body *body, str url);

#endif
