/*
 * The headings of pages' files, which an index of words asks for of all pages: each file is
 * parsed for them once, and what came of it is kept from build to build (build/recall.h). A slot
 * of the renderer is NULL while nobody has asked; what stands in it is packed, and lives as long
 * as the site. Two threads that ask at once find the same.
 */
#ifndef VIEW_OUTLINES_H
#define VIEW_OUTLINES_H

#include "view/frame.h"

/* Of the file of the frame's page, a PAGE_CONTENT: as markdown_headings() gives it, but without
 * places. Lives in the worker's scratch. False: reported. */
bool outlines_get(const struct frame *frame, struct markdown_outline *outline);

#endif
