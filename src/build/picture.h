/* One picture of media/ that goes out in several sizes. */
#ifndef BUILD_PICTURE_H
#define BUILD_PICTURE_H

#include "build/build.h"

/* When it is read, its size in document->measures: what will be made of it. False: it goes
 * out as it is, or it was reported. */
bool picture_plan(struct worker *worker, struct document *document);

/* Hands over all of its files, under `id`; those that stand from before are not made again. Sets
 * *load, the bytes that a telephone loads to show it. */
void picture_copy(struct build *build, struct worker *worker, const struct medium *medium,
	uint64_t id, size_t *load);

#endif
