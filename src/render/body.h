/*
 * Texts: Markdown whose links lead to pages, records and files, and whose
 * embeds are templates.
 */
#ifndef RENDER_BODY_H
#define RENDER_BODY_H

#include "view/frame.h"

/* The body of the frame's page, a PAGE_CONTENT: fills in `content` and `outline`. */
bool body_render(struct frame *frame);

/* A text of a record, an embed or a booklet, in the frame's language. */
frame_markdown_fn body_markdown;

#endif
