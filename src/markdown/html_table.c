#include "markdown/html_table.h"

#include "markdown/escape.h"
#include "markdown/html_inline.h"
#include "markdown/table.h"

/* The box is named by the heading above it, since the keyboard can stop there. */
static void open_box(struct writer *w)
{
	writer_block(w, S("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label"));
	if (str_is_empty(w->heading)) {
		buf_adds(w->out, "=\"");
		escape_text(w->out, w->labels->table);
	} else {
		buf_adds(w->out, "ledby=\"");
		buf_add(w->out, w->heading);
	}
	buf_adds(w->out, "\">\n<table>\n");
}

/* What a cell heads: an empty corner is no heading of its column. */
enum cell_scope { HEADS_NOTHING, HEADS_COLUMN, HEADS_ROW };

static void write_cell(
	struct writer *w, const struct node *cell, enum cell_scope scope, enum cell_align align)
{
	static const str classes[] = {[ALIGN_NONE] = STR_INIT(""),
		[ALIGN_LEFT] = STR_INIT(" class=\"left\""),
		[ALIGN_CENTER] = STR_INIT(" class=\"center\""),
		[ALIGN_RIGHT] = STR_INIT(" class=\"right\"")};
	static const str starts[] = {[HEADS_NOTHING] = STR_INIT("<td"),
		[HEADS_COLUMN] = STR_INIT("<th scope=\"col\""),
		[HEADS_ROW] = STR_INIT("<th scope=\"row\"")};
	if (node_is_empty(cell))
		scope = HEADS_NOTHING;
	buf_add(w->out, starts[scope]);
	buf_add(w->out, classes[align]);
	buf_add_char(w->out, '>');
	html_inlines(w, cell);
	buf_add(w->out, scope ? S("</th>\n") : S("</td>\n"));
}

/* A row whose first cell and whose other cells head what they are told to. */
static void write_row(struct writer *w, const struct table *table, const struct node *row,
	enum cell_scope first, enum cell_scope others)
{
	size_t column = 0;
	buf_adds(w->out, "<tr>\n");
	if (writer_enter(w, row)) {
		const struct node *end = node_end(row);
		for (const struct node *cell = row + 1; cell < end; cell = node_end(cell), column++)
			write_cell(w, cell, column ? others : first, table->align[column]);
		writer_leave(w);
	}
	for (; column < table->ncolumns; column++)
		buf_adds(w->out, "<td></td>\n");
	buf_adds(w->out, "</tr>\n");
}

/* The first row is the header; there is always one. Where its corner is empty, the first column
 * says what each row is about. */
static void write_rows(struct writer *w, const struct node *node)
{
	const struct table *table = cmark_node_get_user_data(node->origin);
	const struct node *row = node + 1, *end = node_end(node);
	enum cell_scope first = node_is_empty(row + 1) ? HEADS_ROW : HEADS_NOTHING;
	buf_adds(w->out, "<thead>\n");
	write_row(w, table, row, HEADS_COLUMN, HEADS_COLUMN);
	buf_adds(w->out, "</thead>\n");
	row = node_end(row);
	if (row == end)
		return;
	buf_adds(w->out, "<tbody>\n");
	for (; row < end; row = node_end(row))
		write_row(w, table, row, first, HEADS_NOTHING);
	buf_adds(w->out, "</tbody>\n");
}

void html_table(struct writer *w, const struct node *table)
{
	open_box(w);
	if (writer_enter(w, table)) {
		write_rows(w, table);
		writer_leave(w);
	}
	buf_adds(w->out, "</table>\n</div>\n");
}
