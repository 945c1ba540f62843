/*
 * Signs that were meant and not understood, in the words of a block: "** now **",
 * "[^1]", "==x==". Each is told with what there is instead.
 */
#ifndef MARKDOWN_SIGN_H
#define MARKDOWN_SIGN_H

#include "markdown/document.h"

/* Looks at the words of a paragraph, heading or table; reports the first that is meant
 * as a sign and was not written with backslashes. */
void sign_check(struct document *doc, cmark_node *block);

#endif
