/*
 * Embeds: a fenced block ```@name with YAML inside becomes the template
 * embeds/name with that YAML as `params`. Also the notes that rendering a body
 * leaves for the link check.
 */
#ifndef RENDER_EMBED_H
#define RENDER_EMBED_H

#include "view/frame.h"

/* Writes the embed's HTML; whatever is wrong is reported at its place. */
void embed_render(struct frame *frame, str name, str body, struct span name_span,
	struct span body_span, struct buf *out);

/* This page links to an anchor of that page, or to a file the build makes. */
void body_note_anchor(struct frame *frame, const struct page *page, str anchor, struct span span);
void body_note_output(struct frame *frame, str url, struct span span);

/* Keeps the page's heading ids for the check of other pages' links. */
void body_keep_anchors(struct frame *frame);

#endif
