/* Warns of a translation that lacks a number which the original has: a price, an hour, a phone. */
#ifndef RENDER_TRANSLATION_H
#define RENDER_TRANSLATION_H

#include "view/frame.h"

/* `text` is the frame's page without its front matter, and stands at `at`. Only a translation of
 * what the original says now (source_hash) is compared; easy language leaves out on purpose. */
void translation_check(const struct frame *frame, str text, struct span at);

#endif
