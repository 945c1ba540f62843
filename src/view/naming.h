/*
 * Headings that name a thing, so that they can stand in an index of words: short, no
 * question, no sentence. Whether a heading only says how ("What to do tonight") is seen from its
 * first word: one that begins many headings of the language is no name.
 */
#ifndef VIEW_NAMING_H
#define VIEW_NAMING_H

#include "view/frame.h"

struct naming {
	str text, language; /* as in struct markdown_heading */
	str id;
	const struct page *page;
};

struct naming_list {
	const struct naming *items; /* in the worker's scratch */
	size_t len;
};

/* Of the frame's language, in the order of pages; reads the texts of all pages that search
 * finds. */
struct naming_list naming_headings(const struct frame *frame);

#endif
