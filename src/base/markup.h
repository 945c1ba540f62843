/* Signs that HTML and XML give a meaning to. */
#ifndef BASE_MARKUP_H
#define BASE_MARKUP_H

#include "base/buf.h"

/* Index of the first of & < > " ' from `from` on; the length of `s` when there is none. */
size_t markup_find(str s, size_t from);

/* Appends `s` with & < > " as entities, and each apostrophe as `apostrophe`. */
void markup_escape(struct buf *out, str s, str apostrophe);

#endif
