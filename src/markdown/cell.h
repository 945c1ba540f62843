/*
 * Cells of tables that cmark need not read: words alone, or a phrase
 * (phrase.h). Most are such, and each would cost as much as a heading of its own.
 */
#ifndef MARKDOWN_CELL_H
#define MARKDOWN_CELL_H

#include "markdown/document.h"

/* Gives the empty `cell` the nodes that cmark would make of its text. False: cmark has to. */
bool cell_fill(const struct document *doc, cmark_node *cell, str text);

#endif
