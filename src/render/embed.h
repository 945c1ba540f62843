/*
 * Embeds: a fenced block ```@name with YAML inside becomes the template
 * embeds/name with that YAML as `params`.
 */
#ifndef RENDER_EMBED_H
#define RENDER_EMBED_H

#include "view/frame.h"

/* Writes the embed's HTML; whatever is wrong is reported at its place. */
void embed_render(struct frame *frame, str name, str body, struct span name_span,
	struct span body_span, struct buf *out);

#endif
