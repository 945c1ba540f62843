/*
 * Texts that nobody thought of: pieces of what is to be read, in any order. The same for the same
 * seed, on each machine.
 */
#ifndef TESTS_JUMBLE_H
#define TESTS_JUMBLE_H

#include "base/buf.h"

/* Adds n of the pieces, each with `end` behind it; the seed goes on. By Knuth's MMIX, of which the
 * upper bits are the ones to draw from (The Art of Computer Programming, volume 2, 3.3.4). */
static inline void jumble(uint64_t *seed, const char *const *pieces, size_t npieces, int n,
	const char *end, struct buf *out)
{
	for (int i = 0; i < n; i++) {
		*seed = *seed * 6364136223846793005U + 1442695040888963407U;
		buf_printf(out, "%s%s", pieces[(*seed >> 33) % npieces], end);
	}
}

#endif
