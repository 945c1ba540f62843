/* Signs that HTML and XML give a meaning to. */
#ifndef BASE_MARKUP_H
#define BASE_MARKUP_H

#include "base/str.h"

/* Index of the first of & < > " ' from `from` on; the length of `s` when there is none. */
size_t markup_find(str s, size_t from);

#endif
