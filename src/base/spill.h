/*
 * Text that is handed on in pieces while it is made, so that the whole of it is never in
 * memory. Who makes it appends to `piece` and calls spill_some() after each part that is
 * small. Belongs to one thread at a time.
 */
#ifndef BASE_SPILL_H
#define BASE_SPILL_H

#include "base/buf.h"

/* Takes the bytes, which are borrowed for the call. */
typedef void spill_fn(void *ctx, str bytes);

/* In bytes: so much is in memory, and what is appended between two calls of spill_some(). Each
 * thread has such a piece; a larger one saves no time that could be measured. */
#define SPILL_PIECE ((size_t)1 << 16)

struct spill {
	struct buf piece;
	spill_fn *take;
	void *ctx;
};

void spill_init(struct spill *spill, spill_fn *take, void *ctx);
void spill_all(struct spill *spill);
/* What was not handed on yet is lost: spill_all() goes before. */
void spill_release(struct spill *spill);

static inline void spill_some(struct spill *spill)
{
	if (spill->piece.len >= SPILL_PIECE)
		spill_all(spill);
}

#endif
