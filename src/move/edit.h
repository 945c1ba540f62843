/*
 * Changes of texts, as parts that are replaced: all else keeps its bytes. An edit's
 * place is a span of the text as it was, its new text lives as long as the edits.
 */
#ifndef MOVE_EDIT_H
#define MOVE_EDIT_H

#include "base/buf.h"
#include "diag/source.h"

struct edit {
	struct span span;
	str text;
};

typedef VEC(struct edit) edit_list;

/* How lines of the text end, for one more: "\n", or "\r\n" as some editors write. */
str edit_line_end(str text);

/* By source and place; those of one place stay in their order. */
void edits_sort(edit_list *edits);

/* The edits of a sorted list that change one source: *first is the index of the first. */
size_t edits_of(const edit_list *edits, uint32_t source, size_t *first);

/* Appends the text with n edits of it made. One that begins before the last one's end
 * is left out. */
void edits_apply(const struct edit *edits, size_t n, str text, struct buf *out);

#endif
