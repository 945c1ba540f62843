#include "move/edit.h"

str edit_line_end(str text)
{
	return str_find(text, S("\r\n")) == STR_NONE ? S("\n") : S("\r\n");
}

static int compare(const void *left, const void *right)
{
	const struct edit *a = left, *b = right;
	if (a->span.source != b->span.source)
		return a->span.source < b->span.source ? -1 : 1;
	return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

void edits_sort(edit_list *edits)
{
	VEC_SORT(edits, compare);
}

size_t edits_of(const edit_list *edits, uint32_t source, size_t *first)
{
	size_t from = 0, n = 0;
	while (from < edits->len && edits->items[from].span.source < source)
		from++;
	while (from + n < edits->len && edits->items[from + n].span.source == source)
		n++;
	*first = from;
	return n;
}

void edits_apply(const struct edit *edits, size_t n, str text, struct buf *out)
{
	size_t at = 0;
	for (size_t i = 0; i < n; i++) {
		if (edits[i].span.start < at || edits[i].span.end > text.len)
			continue;
		buf_add(out, str_sub(text, at, edits[i].span.start));
		buf_add(out, edits[i].text);
		at = edits[i].span.end;
	}
	buf_add(out, str_from(text, at));
}
