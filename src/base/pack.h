/*
 * Numbers and texts in few bytes, for files that only tilts itself reads again:
 * seven bits a byte, the lowest first (LEB128); a text has its length before it.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include "base/buf.h"

/* One that needs more than a byte. */
void pack_large(struct buf *out, uint64_t n);

static inline void pack_number(struct buf *out, uint64_t n)
{
	if (n < 0x80)
		buf_add_char(out, (char)n);
	else
		pack_large(out, n);
}

void pack_text(struct buf *out, str text);
void pack_hash(struct buf *out, uint64_t hash); /* eight bytes */

/* What is left to read. Once something was wrong all numbers are 0 and all texts empty. */
struct unpack {
	str rest;
	bool failed;
};

/* One that has more than a byte, or is missing. */
uint64_t unpack_large(struct unpack *unpack);
/* Gives 0. */
uint64_t unpack_fail(struct unpack *unpack);

static inline uint64_t unpack_number(struct unpack *unpack)
{
	if (!unpack->rest.len || unpack->rest.ptr[0] & 0x80)
		return unpack_large(unpack);
	uint64_t n = (unsigned char)unpack->rest.ptr[0];
	unpack->rest = (str){unpack->rest.ptr + 1, unpack->rest.len - 1};
	return n;
}

/* At most `most`. */
static inline size_t unpack_count(struct unpack *unpack, size_t most)
{
	uint64_t n = unpack_number(unpack);
	return n <= most ? (size_t)n : (size_t)unpack_fail(unpack);
}

str unpack_text(struct unpack *unpack); /* a slice */
uint64_t unpack_hash(struct unpack *unpack);
str unpack_bytes(struct unpack *unpack, uint64_t len); /* the next, as they are */

#endif
