/*
 * Values in few bytes (base/pack.h), for files that only tilts itself reads again: what
 * was read from a file once need not be scanned and parsed a second time. Places are
 * kept, but not which source they are in: all are in one.
 */
#ifndef VALUE_PACKED_H
#define VALUE_PACKED_H

#include "base/pack.h"
#include "value/value.h"

/* No views. */
void value_pack(struct buf *out, struct value v);

/* Texts are slices of what is unpacked; lists and maps live in the arena. */
struct value value_unpack(struct unpack *unpack, uint32_t source, struct arena *arena);

/* The whole tree once more, in no more memory than it needs: its texts are slices of one piece.
 * No views, and all of it from one file. */
struct value value_copy(struct value v, struct arena *arena);

#endif
