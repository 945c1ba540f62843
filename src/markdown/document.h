/*
 * One text while it is worked on: its lines, cmark's tree of it, and what the
 * steps between reading and writing note down. cmark's tree is changed in place, then written down
 * as a row (tree.h), along which all goes that comes after:
 *
 *	table   CUSTOM_BLOCK, user data struct table; children are the cells that cmark reads
 *	cell    HEADING below a CUSTOM_BLOCK
 *	alert   BLOCK_QUOTE with user data const struct alert
 *	heading HEADING, user data struct markdown_heading if it is in the outline
 *	link    LINK; user data str, the address in the text, if cmark did not read it
 *	moved   a block with the document as user data: it comes from the second text
 *
 * Everything here lives until document_release().
 */
#ifndef MARKDOWN_DOCUMENT_H
#define MARKDOWN_DOCUMENT_H

#include <cmark.h>

#include "markdown/lines.h"
#include "markdown/markdown.h"
#include "markdown/phrase.h"
#include "markdown/tree.h"

/*
 * Cells, and paragraphs that stood next to a table, are read by cmark in a
 * second text, since it knows no tables. A piece is one line of that text.
 */
enum piece_goes { PIECE_CELL, PIECE_BEFORE, PIECE_AFTER };

struct piece {
	uint32_t start; /* where its bytes stand in the document's text */
	uint32_t end;
	uint32_t shift; /* bytes of the line before them */
	cmark_node *anchor;
	enum piece_goes goes; /* in place of the anchor, or next to it */
};

/* A block whose words cmark did not read: hide.h. */
struct hidden {
	uint32_t line;     /* where it begins */
	uint32_t from, to; /* its parts among the document's phrases */
};

struct document {
	str text; /* what is rendered: cut where it nests too deep */
	struct span at;
	bool exact; /* offsets in the text are offsets in `at` */
	/* Known once leftovers are looked for: a tab stands in it; git's first mark does. */
	bool tabbed, torn;
	struct diags *diags;               /* NULL: nothing is reported */
	size_t nreports[DIAG_FAILURE + 1]; /* by level */
	struct arena *scratch;
	struct lines lines;
	struct phrases phrases;
	struct hidden *hidden; /* in their order */
	size_t nhidden;
	cmark_node *root;
	struct tree tree;         /* the same, written down once tables and alerts are made */
	struct arena *outer;      /* what was lent to cmark before */
	cmark_node *second;       /* the tree that cells came from; may be NULL */
	VEC(struct piece) pieces; /* by line of the second text */
};

/* Reads the text; makes tables and alerts. `diags` may be NULL. */
void document_init(
	struct document *doc, struct arena *scratch, str text, struct span at, struct diags *diags);
void document_release(struct document *doc);

/* May this be reported? Counts it: warnings must not use up the room of errors. */
bool document_reports(struct document *doc, enum diag_id id);
/* Says of a part of the text what is wrong and what to do: both are translated (N_). */
void document_tell(
	struct document *doc, enum diag_id id, str part, const char *what, const char *hint);

struct span document_span(const struct document *doc, size_t from, size_t to);
/* The number of a block's last line; always a line of the text. */
size_t document_last_line(const struct document *doc, cmark_node *block);
/* The block's lines, from the first mark to the end of the last line. */
struct span document_block_span(const struct document *doc, cmark_node *block);

/* Line n of a block inside `nquotes` quotes, without indentation and quote marks. */
str document_content(const struct document *doc, size_t n, size_t nquotes);
size_t document_quotes(cmark_node *node);
/* Where a slice of the text begins. */
size_t document_offset(const struct document *doc, str part);

/* The block behind `node` in the order of the text, inside `root`; NULL: none. For as long as
 * cmark's tree is being changed. */
cmark_node *node_next_block(cmark_node *root, cmark_node *node);
static inline bool node_is(cmark_node *node, cmark_node_type type)
{
	return cmark_node_get_type(node) == type;
}
bool node_is_cell(cmark_node *node);

#endif
