/*
 * The compressed forms of a file: `.gz` and `.br` beside it, and the sizes that
 * budgets are measured in. The same bytes and level always give the same
 * result: no time and no name in the gzip header.
 */
#ifndef PUBLISH_COMPRESS_H
#define PUBLISH_COMPRESS_H

#include "base/buf.h"

/* Good without being slow; the best are 12 and 11. */
#define COMPRESS_GZIP_LEVEL   6
#define COMPRESS_BROTLI_LEVEL 5

/* Append to `out`; false when its limit is reached (out->overflowed).
 * Levels: gzip 1 to 12 (RFC 1952; to 9 they weigh as zlib's do), brotli 0 to 11 (RFC 7932). */
bool compress_gzip(str bytes, int level, struct buf *out);
bool compress_brotli(str bytes, int level, struct buf *out);

#endif
