/*
 * Words that cmark need not read: they mean the same whatever stands around them. That is one line
 * of words and of parts between stars, *emphasised* or **strong**, without any other sign of
 * Markdown's and without what something is said of or done with later on: addresses, values of
 * records, signs that were meant as others.
 */
#ifndef MARKDOWN_PHRASE_H
#define MARKDOWN_PHRASE_H

#include <cmark.h>

#include "base/str.h"

struct phrase_part {
	cmark_node_type type; /* a text, or that inside EMPH or STRONG */
	str words;
};

/* `line` is a whole one; inside of one, as in a cell, no block can begin: "18:04". */
bool phrase_is(str line);
bool phrase_is_inline(str text);

/* Of a phrase: the next part; false at its end. Parts are never empty. */
bool phrase_next(str *rest, struct phrase_part *out);

#endif
