/*
 * The compressed forms of a file: `.gz` and `.br` beside it, and the sizes that
 * budgets are measured in. The same bytes and level always give the same
 * result: no time and no name in the gzip header.
 *
 * A compressor is one thread's, and keeps its memory for the next file: the tables of an
 * encoder are larger than a page, and to get them from the system, and give them back, took
 * longer than to compress it. A zeroed one is a valid one that has nothing yet.
 */
#ifndef PUBLISH_COMPRESSOR_H
#define PUBLISH_COMPRESSOR_H

#include "base/buf.h"

/* Good without being slow; the best are 12 and 11. */
#define COMPRESSOR_GZIP_LEVEL   6
#define COMPRESSOR_BROTLI_LEVEL 5

enum { COMPRESSOR_GZIP_LEVELS = 13, COMPRESSOR_SIZES = 48 };

struct compressor_piece;
struct libdeflate_compressor;

struct compressor {
	struct libdeflate_compressor *gzip[COMPRESSOR_GZIP_LEVELS]; /* NULL: not asked for */
	struct compressor_piece *idle[COMPRESSOR_SIZES];            /* by the power of two */
};

void compressor_release(struct compressor *compressor);

/* Append to `out`; false when its limit is reached (out->overflowed).
 * Levels: gzip 1 to 12 (RFC 1952; to 9 they weigh as zlib's do), brotli 0 to 11 (RFC 7932). */
bool compressor_gzip(struct compressor *compressor, str bytes, int level, struct buf *out);
bool compressor_brotli(struct compressor *compressor, str bytes, int level, struct buf *out);

#endif
