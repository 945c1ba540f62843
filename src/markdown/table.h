/*
 * Tables: cmark reads them as paragraphs; here they become nodes of its tree.
 * A table ends where its paragraph ends, and at a line that only a paragraph
 * could draw into a list or quote.
 */
#ifndef MARKDOWN_TABLE_H
#define MARKDOWN_TABLE_H

#include "markdown/document.h"
#include "markdown/row.h"

struct cell {
	uint32_t from, to; /* its parts among the document's phrases, */
	bool is_read;      /* unless cmark reads it: then it is the table's next child */
};

struct table {
	size_t first;       /* its lines */
	size_t end;         /* behind the last */
	size_t nrows;       /* the first is the header */
	uint32_t *lengths;  /* cells of each row */
	struct cell *cells; /* row behind row */
	size_t ncells, room;
	size_t ncolumns;
	enum cell_align align[];
};

/*
 * If a table stands in the block (a paragraph, or a heading that is underlined),
 * replaces it by a table, for which cmark has read no cell so far, and gives that; else gives the
 * block. Line number `skip` does not belong to the text (0: all do).
 */
cmark_node *table_mark(struct document *doc, cmark_node *block, size_t skip);

/* Reads the cells of all tables that cmark has to read. Once, at the end. */
void table_fill(struct document *doc);

#endif
