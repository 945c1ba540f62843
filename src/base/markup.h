/* Signs that HTML and XML give a meaning to. */
#ifndef BASE_MARKUP_H
#define BASE_MARKUP_H

#include "base/sixteen.h"
#include "base/buf.h"

/* Marks & < > " ': of these, two and two differ in a bit. */
static inline sixteen markup_signs(sixteen bytes)
{
	return (sixteen)((bytes == '"') | ((bytes | 1) == '\'') | ((bytes | 2) == '>'));
}

/* Index of the first of & < > " ' from `from` on; the length of `s` when there is none. */
size_t markup_find(str s, size_t from);

/* Appends `s` with & < > " as entities, and each apostrophe as `apostrophe`. */
void markup_escape(struct buf *out, str s, str apostrophe);

/* Where a comment of HTML ends, or what browsers pass over as they do a comment: <!doctype>, <!x>
 * and <?x>. `at` is behind the '<' (HTML Living Standard, 13.2.5.41 to 53). */
size_t markup_remark_end(str html, size_t at);

#endif
