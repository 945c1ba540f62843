/*
 * Looks for Markdown that was meant and not understood: readers would see its
 * signs ("##Who pays", "** now **", bullets from a document), or would see a
 * text turned into something else (code, a list, a heading).
 */
#ifndef MARKDOWN_LEFTOVER_H
#define MARKDOWN_LEFTOVER_H

#include "markdown/document.h"

/* Looks at the wording of links as well. Reports; changes nothing. One message a block: the first
 * mistake makes others. */
void leftover_check(struct document *doc);

#endif
