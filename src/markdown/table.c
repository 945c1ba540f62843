#include "markdown/table.h"

#include <stdlib.h>

#include "base/messages.h"
#include "markdown/cell.h"
#include "markdown/memory.h"

/* The block that may hold a table, and what of it does. */
struct found {
	cmark_node *block;
	size_t nquotes;
	size_t first;  /* line of the block */
	size_t header; /* line of the header row; the delimiter row is the next */
	size_t end;    /* behind the last row */
	size_t last;   /* line of the block */
	struct table *table;
};

static str content(const struct document *doc, const struct found *found, size_t line)
{
	size_t column = (size_t)cmark_node_get_start_column(found->block);
	if (line == (size_t)cmark_node_get_start_line(found->block))
		return str_from(lines_at(&doc->lines, line), column - 1);
	return document_content(doc, line, found->nquotes);
}

static void add_piece(
	struct document *doc, str part, uint32_t shift, cmark_node *anchor, enum piece_goes goes)
{
	size_t at = document_offset(doc, part);
	struct piece piece = {(uint32_t)at, (uint32_t)(at + part.len), shift, anchor, goes};
	VEC_PUSH(&doc->pieces, piece);
}

/* --- finding ------------------------------------------------------------------------ */

static void report_columns(struct document *doc, str line, size_t ncolumns, size_t nheader)
{
	size_t at = document_offset(doc, line);
	if (!document_reports(doc, DIAG_TABLE_COLUMNS))
		return;
	diag_add(doc->diags, DIAG_TABLE_COLUMNS, document_span(doc, at, at + line.len),
		ncolumns == nheader ? N_("a table can't have %zu columns (the header has %zu)")
				    : N_("columns in this row of dashes: %zu, in the header above "
					 "it: %zu; not shown as a table"),
		ncolumns, nheader);
	if (ncolumns != nheader)
		diag_note(doc->diags, SPAN_NONE, "one '---|' for each column of the header");
}

/* Is line `header` + 1 the delimiter row of a table that begins at `header`? */
static bool is_table_at(struct document *doc, struct found *found, size_t header)
{
	enum cell_align align[MARKDOWN_COLUMNS_MAX];
	str line = content(doc, found, header + 1);
	size_t ncolumns = row_alignments(line, align);
	if (ncolumns == 0)
		return false;
	str head = content(doc, found, header);
	size_t nheader = row_count(row_of(head));
	if (ncolumns != nheader || ncolumns > MARKDOWN_COLUMNS_MAX) {
		if (str_find_char(head, '|') != STR_NONE)
			report_columns(doc, line, ncolumns, nheader);
		return false;
	}
	size_t size = ncolumns * sizeof(align[0]);
	found->table = arena_alloc(doc->scratch, sizeof(struct table) + size);
	*found->table = (struct table){.ncolumns = ncolumns};
	memcpy(found->table->align, align, size);
	found->header = header;
	return true;
}

static size_t count_marks(str line)
{
	size_t count = 0;
	for (size_t i = 0; i < line.len && strchr(" \t>", line.ptr[i]); i++)
		count += line.ptr[i] == '>';
	return count;
}

/*
 * The outermost list or quote around the block that the line is not part of,
 * except as lazy continuation; NULL: the line is inside all of them.
 */
static cmark_node *left_by(const struct document *doc, const struct found *found, size_t n)
{
	cmark_node *left = NULL, *around = cmark_node_parent(found->block);
	if (node_is(around, CMARK_NODE_DOCUMENT))
		return NULL;
	str line = lines_at(&doc->lines, n);
	size_t column =
		document_offset(doc, content(doc, found, n)) - document_offset(doc, line) + 1;
	size_t marks = count_marks(line), depth = found->nquotes;
	for (cmark_node *node = around; node; node = cmark_node_parent(node)) {
		if (node_is(node, CMARK_NODE_BLOCK_QUOTE) && marks < depth--)
			left = node;
		if (node_is(node, CMARK_NODE_ITEM) &&
			column < (size_t)cmark_node_get_start_column(node) + 2)
			left = cmark_node_parent(node);
	}
	return left;
}

static bool find_table(struct document *doc, struct found *found)
{
	size_t n = found->first;
	while (n < found->last && (!is_table_at(doc, found, n) || left_by(doc, found, n + 1)))
		n++;
	if (n >= found->last)
		return false;
	found->end = n + 2;
	while (found->end <= found->last && !left_by(doc, found, found->end))
		found->end++;
	return true;
}

/* --- making nodes ------------------------------------------------------------------- */

static struct cell *next_cell(struct arena *arena, struct table *table)
{
	const size_t size = sizeof(struct cell);
	if (table->ncells == table->room) {
		size_t room = table->room ? 2 * table->room : 8 * table->ncolumns;
		table->cells = arena_grow(arena, table->cells, table->room * size, room * size);
		table->room = room;
	}
	return &table->cells[table->ncells++];
}

static void add_cell(struct document *doc, const struct found *found, cmark_node *table, str text)
{
	struct cell *cell = next_cell(doc->scratch, found->table);
	size_t from = doc->phrases.len;
	bool is_phrase = phrase_read_inline(&doc->phrases, text);
	*cell = (struct cell){(uint32_t)from, (uint32_t)doc->phrases.len, !is_phrase};
	if (!cell->is_read)
		return;
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_HEADING, memory_of_cmark());
	cmark_node_append_child(table, node);
	if (!cell_fill(doc, node, text))
		add_piece(doc, text, 2, node, PIECE_CELL);
}

static void report_cells(struct document *doc, str line, size_t ncells, size_t ncolumns)
{
	size_t at = document_offset(doc, line);
	if (!document_reports(doc, DIAG_TABLE_CELLS))
		return;
	diag_add(doc->diags, DIAG_TABLE_CELLS, document_span(doc, at, at + line.len),
		ncells > ncolumns
			? N_("this row has %zu cells, the header %zu: the last are not shown")
			: N_("cells in this row: %zu, in the header: %zu; the last stay empty"),
		ncells, ncolumns);
	diag_note(doc->diags, SPAN_NONE,
		"between two cells stands one '|'; an empty one is a space between two: | one | |");
}

/* "| - one - two |": cells hold words, no blocks. One sign alone may be meant: "1. janvāris" is
 * a day, "- 5" a number, "* only on workdays" a remark. */
static bool is_list(str cell)
{
	static const struct {
		str first, next;
	} signs[] = {{STR_INIT("- "), STR_INIT(" - ")}, {STR_INIT("* "), STR_INIT(" * ")},
		{STR_INIT("• "), STR_INIT("")}, {STR_INIT("1. "), STR_INIT(" 2. ")}};
	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (str_starts(cell, signs[i].first) && str_find(cell, signs[i].next) != STR_NONE)
			return true;
	return false;
}

static void check_cell(struct document *doc, str cell)
{
	size_t at = document_offset(doc, cell);
	if (!is_list(cell) || !document_reports(doc, DIAG_MARKUP_UNREAD))
		return;
	diag_add(doc->diags, DIAG_MARKUP_UNREAD, document_span(doc, at, at + cell.len),
		"a list can't stand in a cell of a table");
	diag_note(doc->diags, SPAN_NONE,
		"part its items with commas, or write a list in the place of the table");
}

static void add_row(struct document *doc, const struct found *found, cmark_node *table, size_t n)
{
	str line = str_trim(content(doc, found, n));
	str row = row_of(line);
	size_t ncells = 0, before = found->table->ncells;
	for (str cell; row_cut(&row, &cell); ncells++)
		if (ncells < found->table->ncolumns) {
			check_cell(doc, cell);
			add_cell(doc, found, table, cell);
		}
	if (ncells != found->table->ncolumns)
		report_cells(doc, line, ncells, found->table->ncolumns);
	found->table->lengths[found->table->nrows++] = (uint32_t)(found->table->ncells - before);
}

static void add_paragraph(struct document *doc, const struct found *found, size_t from, size_t to,
	cmark_node *anchor, enum piece_goes goes)
{
	for (size_t n = from; n < to; n++)
		add_piece(doc, content(doc, found, n), n == from ? 0 : 4, anchor, goes);
	if (from < to)
		add_piece(doc, str_from(doc->text, doc->text.len), 0, anchor, goes);
}

/* --- below a table is no heading, but a rule; other marks are a row. */
static size_t end_of_heading(struct document *doc, struct found *found, cmark_node *table)
{
	str underline = str_trim(content(doc, found, found->last));
	if (found->end <= found->last || !str_starts(underline, S("---")))
		return found->end;
	cmark_node_insert_after(
		table, cmark_node_new_with_mem(CMARK_NODE_THEMATIC_BREAK, memory_of_cmark()));
	return found->last;
}

static cmark_node *replace(struct document *doc, struct found *found)
{
	cmark_node *table = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, memory_of_cmark());
	cmark_node *block = found->block;
	cmark_node_set_user_data(table, found->table);
	cmark_node_insert_before(block, table);
	add_paragraph(doc, found, found->first, found->header, table, PIECE_BEFORE);
	size_t end = found->end;
	if (node_is(block, CMARK_NODE_HEADING))
		end = end_of_heading(doc, found, table);
	found->table->lengths =
		arena_alloc(doc->scratch, (end - found->header) * sizeof(*found->table->lengths));
	for (size_t n = found->header; n < end; n++)
		if (n != found->header + 1)
			add_row(doc, found, table, n);
	found->table->first = found->header;
	found->table->end = end;
	if (found->end <= found->last)
		add_paragraph(doc, found, found->end, found->last + 1,
			left_by(doc, found, found->end), PIECE_AFTER);
	cmark_node_free(block);
	return table;
}

cmark_node *table_mark(struct document *doc, cmark_node *block, size_t skip)
{
	struct found found = {.block = block};
	found.first = (size_t)cmark_node_get_start_line(block);
	found.last = document_last_line(doc, block);
	if (found.first == found.last)
		return block;
	found.first += found.first == skip;
	found.nquotes = document_quotes(block);
	return find_table(doc, &found) ? replace(doc, &found) : block;
}

/* --- reading the cells -------------------------------------------------------------- */

static char *write_piece(const struct document *doc, struct piece piece, char *to)
{
	str part = str_sub(doc->text, piece.start, piece.end);
	if (piece.goes == PIECE_CELL) {
		to = row_unescape(mempcpy(to, "# ", 2), part);
		return mempcpy(to, " #\n", 3);
	}
	to = mempcpy(to, "    ", piece.shift);
	to = mempcpy(to, part.ptr, part.len);
	return mempcpy(to, "\n", 1);
}

/* Is there a "]:"? Colons are rarer than brackets. */
static bool may_define_links(str text)
{
	size_t at = 0;
	for (size_t found; (found = str_find_char(str_from(text, at), ':')) != STR_NONE;) {
		at += found + 1;
		if (at > 1 && text.ptr[at - 2] == ']')
			return true;
	}
	return false;
}

/*
 * The text that cmark reads for the pieces. A cell is an ATX heading, since that
 * is one line of inlines whatever its bytes; paragraphs go on at an indentation
 * at which nothing else can begin. If links are defined anywhere in the document,
 * it all follows, so that cells can use them.
 */
static str second_text(const struct document *doc)
{
	bool defines = may_define_links(doc->text);
	size_t size = defines ? doc->text.len : 0;
	for (size_t i = 0; i < doc->pieces.len; i++)
		size += doc->pieces.items[i].end - doc->pieces.items[i].start + sizeof("#  #\n");
	char *text = arena_alloc(doc->scratch, size), *to = text;
	for (size_t i = 0; i < doc->pieces.len; i++)
		to = write_piece(doc, doc->pieces.items[i], to);
	if (defines)
		to = mempcpy(to, doc->text.ptr, doc->text.len);
	return str_n(text, (size_t)(to - text));
}

struct placing {
	cmark_node *anchor; /* of the last PIECE_AFTER, */
	cmark_node *last;   /* and what was put behind it */
};

static void place(
	struct document *doc, struct placing *placing, const struct piece *piece, cmark_node *node)
{
	if (piece->goes == PIECE_CELL) {
		cmark_node_replace(piece->anchor, node);
		cmark_node_free(piece->anchor);
		return;
	}
	cmark_node_set_user_data(node, doc);
	if (piece->goes == PIECE_BEFORE) {
		cmark_node_insert_before(piece->anchor, node);
		return;
	}
	bool again = placing->anchor == piece->anchor;
	cmark_node_insert_after(again ? placing->last : piece->anchor, node);
	*placing = (struct placing){piece->anchor, node};
}

void table_fill(struct document *doc)
{
	struct placing placing = {NULL, NULL};
	str text = second_text(doc);
	doc->second = memory_parse(text, CMARK_OPT_SOURCEPOS);
	cmark_node *next, *node = cmark_node_first_child(doc->second);
	for (; node; node = next) {
		size_t line = (size_t)cmark_node_get_start_line(node);
		next = cmark_node_next(node);
		if (line == 0 || line > doc->pieces.len)
			break;
		place(doc, &placing, &doc->pieces.items[line - 1], node);
	}
}
