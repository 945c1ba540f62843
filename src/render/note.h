/* What rendering a body leaves for the check of links. */
#ifndef RENDER_NOTE_H
#define RENDER_NOTE_H

#include "view/frame.h"

/* This page links to an anchor, which is not empty, of that page, or to a file the build makes. */
void note_anchor(struct frame *frame, const struct page *page, str anchor, struct span span);
void note_output(struct frame *frame, str url, struct span span);

/* Keeps the page's heading ids for the check of other pages' links. */
void note_headings(struct frame *frame);

#endif
