/*
 * Words that cmark need not read: they mean the same whatever stands around them. That is one line
 * of words, of parts between stars, *emphasised* or **strong**, and of [links](page.md), without
 * any other sign of Markdown's and without what something is said of or done with later on:
 * addresses, values of records, signs that were meant as others.
 */
#ifndef MARKDOWN_PHRASE_H
#define MARKDOWN_PHRASE_H

#include <cmark.h>

#include "base/arena.h"

struct phrase_part {
	cmark_node_type type; /* a text, or that inside EMPH, STRONG or LINK; or SOFTBREAK */
	str words;            /* never empty, but of a SOFTBREAK */
	str url;              /* of a link, as it is written */
};

/* The parts of all phrases of a document, in its scratch arena. */
struct phrases {
	struct phrase_part *parts;
	size_t len, room;
	struct arena *arena;
	bool has_web; /* "www." stands somewhere in the document */
};

/* Adds the parts of a whole line. False: it is no phrase, and none is added. */
bool phrase_read(struct phrases *phrases, str line);

/* The same inside of a line, as in a cell, where no block can begin: "18:04". */
bool phrase_read_inline(struct phrases *phrases, str text);

/* The line ends, and the phrase goes on. */
void phrase_break(struct phrases *phrases);

#endif
