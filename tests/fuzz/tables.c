/* Tables are rectangles, whatever their rows hold. */
#include "base/utf8.h"
#include "frame.h"
#include "markdown/markdown.h"
#include "markdown/row.h"

/* The bytes of a cell and of its unescaped form must tell the same. */
static void check_cell(struct arena *arena, str cell)
{
	char *text = arena_alloc(arena, cell.len + 1);
	size_t len = (size_t)(row_unescape(text, cell) - text);
	if (len > cell.len)
		BUG("a cell grew");
	for (size_t i = 0; i < len; i++) {
		size_t at = row_escaped_offset(cell, i);
		if (at >= cell.len || cell.ptr[at] != text[i])
			BUG("a byte of a cell was lost");
	}
}

static void check_rows(struct arena *arena, str text)
{
	enum cell_align align[MARKDOWN_COLUMNS_MAX];
	for (str line; str_cut(&text, '\n', &line);) {
		str row = row_of(line);
		size_t count = row_count(row), ncolumns = row_alignments(line, align);
		if (ncolumns > 0 && ncolumns != count)
			BUG("a row with two counts");
		for (str cell; row_cut(&row, &cell); count--)
			check_cell(arena, str_sub(cell, 0, 200));
		if (count != 0)
			BUG("a cell was lost");
	}
}

static size_t count_cells(str row)
{
	size_t count = 0;
	for (size_t at; (at = str_find(row, S("</t"))) != STR_NONE; count++)
		row = str_from(row, at + 1);
	return count - 1; /* </tr> */
}

static void check_tables(str html)
{
	size_t ncolumns = 0;
	for (size_t at; (at = str_find(html, S("<tr>"))) != STR_NONE;) {
		size_t end = at + str_find(str_from(html, at), S("</tr>"));
		size_t count = count_cells(str_sub(html, at, end + 5));
		bool header = str_ends(str_sub(html, 0, at), S("<thead>\n"));
		if (!header && count != ncolumns)
			BUG("a table that is no rectangle");
		ncolumns = count;
		html = str_from(html, end);
	}
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct buf html;
	struct markdown_options options = {.arena = arena, .scratch = arena, .diags = diags};
	if (utf8_invalid_at(text) != STR_NONE)
		return;
	buf_init(&html);
	check_rows(arena, text);
	markdown_render(text, span_of(1, 0, text.len), &options, &html, NULL);
	check_tables(buf_str(&html));
	buf_release(&html);
}
