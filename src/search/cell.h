/* Texts in the lines of a d<N> (form.h): no tabs and ends of lines of their own. */
#ifndef SEARCH_CELL_H
#define SEARCH_CELL_H

#include "base/buf.h"

void cell_text(struct buf *out, str text);

/* Behind a tab. */
void cell_add(struct buf *out, str text);

#endif
