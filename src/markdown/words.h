/* The words of a text as HTML: escaped, with what a line must not part held together. */
#ifndef MARKDOWN_WORDS_H
#define MARKDOWN_WORDS_H

#include "base/buf.h"

/*
 * A space between two groups of one number, as in "34 970" and "116 123", is written as one that
 * does not break. A group behind it has three digits, one before it at most three: "in 2026 500
 * people" are two numbers.
 */
void words_write(struct buf *out, str text);

#endif
