/* Other ways in which people type a language's words (ways.def). */
#ifndef SEARCH_WAY_H
#define SEARCH_WAY_H

#include "base/buf.h"

/* How many ways there are. */
size_t way_count(void);

/* Is this one of the ways of a language, and is it one for whole questions? */
bool way_fits(size_t way, str tag, bool whole);

/* Writes `text` the other way; false when nothing of it changes. Replaces `out`. */
bool way_apply(size_t way, str text, struct buf *out);

/* "way NAME|FROM|TO" a line, for the index. */
void way_write(str tag, struct buf *out);

#endif
