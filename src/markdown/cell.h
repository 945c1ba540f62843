/*
 * Cells of tables that hold more than a phrase (phrase.h), but no sign of Markdown's: "+371 67…".
 * They get a node, in which addresses are found, and cmark need not read them.
 */
#ifndef MARKDOWN_CELL_H
#define MARKDOWN_CELL_H

#include "markdown/document.h"

/* Gives the empty `cell` the nodes that cmark would make of its text. False: cmark has to. */
bool cell_fill(const struct document *doc, cmark_node *cell, str text);

#endif
