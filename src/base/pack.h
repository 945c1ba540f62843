/*
 * Numbers and texts in few bytes, for files that only tilts itself reads again:
 * seven bits a byte, the lowest first (LEB128); a text has its length before it.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include "base/buf.h"

void pack_number(struct buf *out, uint64_t n);
void pack_text(struct buf *out, str text);
void pack_hash(struct buf *out, uint64_t hash); /* eight bytes */

/* What is left to read. Once something was wrong all numbers are 0 and all texts empty. */
struct unpack {
	str rest;
	bool failed;
};

uint64_t unpack_number(struct unpack *unpack);
/* At most `most`. */
size_t unpack_count(struct unpack *unpack, size_t most);
str unpack_text(struct unpack *unpack); /* a slice */
uint64_t unpack_hash(struct unpack *unpack);
str unpack_bytes(struct unpack *unpack, uint64_t len); /* the next, as they are */

#endif
