/*
 * What checks need of a job beside its files, packed for the next build: links whose goals are
 * looked for when all is made, and pictures that a page shows.
 */
#ifndef BUILD_NOTED_H
#define BUILD_NOTED_H

#include "base/pack.h"
#include "build/build.h"

/* How many a worker has noted. */
struct noted {
	size_t ndiags, nlinks, npictures;
};

struct noted noted_by(const struct worker *worker);

/* All links and pictures since then. */
void noted_pack(struct buf *out, const struct worker *worker, struct noted before);
/* Notes them once more. Targets of links are slices. */
void noted_carry(const struct build *build, struct worker *worker, struct unpack *unpack);

#endif
