#include "search/cell.h"

#include "base/sixteen.h"

static sixteen parts_cells(sixteen bytes)
{
	return sixteen_is(bytes, '\t') | sixteen_is(bytes, '\n') | sixteen_is(bytes, '\r');
}

void cell_text(struct buf *out, str text)
{
	if (!sixteen_search(text, parts_cells)) {
		buf_add(out, text);
		return;
	}
	for (size_t i = 0; i < text.len; i++)
		buf_add_char(out, text.ptr[i] == '\t' || text.ptr[i] == '\n' || text.ptr[i] == '\r'
					  ? ' '
					  : text.ptr[i]);
}

void cell_add(struct buf *out, str text)
{
	buf_add_char(out, '\t');
	cell_text(out, text);
}
