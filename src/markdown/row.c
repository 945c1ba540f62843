#include "markdown/row.h"

#include <string.h>

str row_of(str line)
{
	line = str_trim(line);
	return str_starts(line, S("|")) ? str_from(line, 1) : line;
}

/* Index of the first pipe that no backslash escapes, or the row's length. */
static size_t find_pipe(str row)
{
	size_t i = 0;
	while (i < row.len && row.ptr[i] != '|')
		i += row.ptr[i] == '\\' && i + 1 < row.len ? 2 : 1;
	return i;
}

bool row_cut(str *row, str *cell)
{
	if (row->len == 0)
		return false;
	size_t end = find_pipe(*row);
	*cell = str_trim(str_sub(*row, 0, end));
	*row = str_from(*row, end + 1);
	return true;
}

size_t row_count(str row)
{
	size_t count = 0;
	for (str cell; row_cut(&row, &cell);)
		count++;
	return count;
}

static bool escapes_pipe(str cell, size_t at)
{
	return cell.ptr[at] == '\\' && at + 1 < cell.len && cell.ptr[at + 1] == '|';
}

char *row_unescape(char *to, str cell)
{
	size_t from = 0;
	for (size_t i = 0; i < cell.len; i++) {
		if (!escapes_pipe(cell, i))
			continue;
		to = mempcpy(to, cell.ptr + from, i - from);
		from = ++i;
	}
	return mempcpy(to, cell.ptr + from, cell.len - from);
}

size_t row_escaped_offset(str cell, size_t offset)
{
	size_t i = 0;
	for (; i < cell.len; i++) {
		i += escapes_pipe(cell, i);
		if (offset-- == 0)
			break;
	}
	return i;
}

/* Dashes with a colon at either end, or at both. */
static bool read_alignment(str cell, enum cell_align *out)
{
	bool left = str_starts(cell, S(":"));
	bool right = cell.len > 1 && str_ends(cell, S(":"));
	size_t end = cell.len - right;
	for (size_t i = left; i < end; i++)
		if (cell.ptr[i] != '-')
			return false;
	*out = left && right ? ALIGN_CENTER : right ? ALIGN_RIGHT : left ? ALIGN_LEFT : ALIGN_NONE;
	return end > left;
}

size_t row_alignments(str line, enum cell_align *out)
{
	size_t count = 0;
	line = str_trim(line);
	if (line.len < 2 || !strchr("|:-", line.ptr[0]) || str_find_char(line, '|') == STR_NONE)
		return 0;
	str row = row_of(line);
	enum cell_align align;
	for (str cell; row_cut(&row, &cell); count++) {
		if (!read_alignment(cell, &align))
			return 0;
		if (count < MARKDOWN_COLUMNS_MAX)
			out[count] = align;
	}
	return count;
}

bool row_is_head(str head, str dashes)
{
	enum cell_align align[MARKDOWN_COLUMNS_MAX];
	size_t ncolumns = row_alignments(dashes, align);
	return ncolumns > 0 && ncolumns <= MARKDOWN_COLUMNS_MAX &&
	       ncolumns == row_count(row_of(head));
}
