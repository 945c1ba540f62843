/*
 * Addresses that stand bare in a text become links, as GitHub reads them
 * (GFM 0.29, section 6.9): https://, http://, www. and e-mail addresses. Other
 * than there, a closing quotation mark or dash of another alphabet ends an
 * address, and no e-mail address begins in the middle of a word.
 */
#ifndef MARKDOWN_AUTOLINK_H
#define MARKDOWN_AUTOLINK_H

#include "markdown/document.h"

/* Changes the tree: texts are parted, links put between. Not inside of links. */
void autolink_mark(struct document *doc);

#endif
