/*
 * Whatever cells a table has, a reader of RFC 4180 finds as many, each as it was, but
 * for the apostrophe before what a spreadsheet would run. The input is a cell a line
 * feed that follows a zero byte, so that cells may have lines of their own.
 */
#include "feed/csv.h"
#include "frame.h"

/* The next cell of `rest`, without its quotes; *more is false at the row's end. */
static str read_cell(str *rest, struct arena *arena, bool *more)
{
	struct buf cell;
	buf_init(&cell);
	bool quoted = str_starts(*rest, S("\""));
	size_t i = quoted;
	for (; i < rest->len; i++) {
		char c = rest->ptr[i];
		if (quoted && c == '"' && i + 1 < rest->len && rest->ptr[i + 1] == '"')
			i++;
		else if (quoted ? c == '"' : c == ',' || c == '\r')
			break;
		buf_add_char(&cell, c);
	}
	i += quoted;
	if (i >= rest->len || (rest->ptr[i] != ',' && !str_eq(str_from(*rest, i), S("\r\n"))))
		BUG("a cell that does not end");
	*more = rest->ptr[i] == ',';
	*rest = str_from(*rest, i + 1);
	str copy = arena_str(arena, buf_str(&cell));
	buf_release(&cell);
	return copy;
}

static bool would_run(str cell)
{
	return cell.len && strchr("=@\t\r\n", cell.ptr[0]);
}

static void check_cell(str written, str read)
{
	if (would_run(read))
		BUG("a cell that a spreadsheet runs");
	if (str_eq(written, read))
		return;
	if (!str_starts(read, S("'")) || !str_eq(str_from(read, 1), written) ||
		!strchr("=+-@\t\r\n", written.ptr[0]))
		BUG("another cell is read than was written");
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct buf out;
	struct csv csv = {.out = &out};
	str rest = text, row, cell;
	bool more = true;
	UNUSED(diags);
	buf_init(&out);
	while (str_cut(&rest, '\0', &cell))
		csv_text(&csv, cell);
	csv_end_row(&csv);
	row = buf_str(&out);
	for (rest = text; str_cut(&rest, '\0', &cell);) {
		if (!more)
			BUG("a cell is lost");
		check_cell(cell, read_cell(&row, arena, &more));
	}
	if (more)
		BUG("a cell more than was written");
	buf_release(&out);
}
