/*
 * Pictures as readers need them: in a few widths, as WebP, and under their own name no larger than
 * the widest of these. What a camera wrote is not in them, since only the dots go through.
 */
#ifndef MEDIA_SHRINK_H
#define MEDIA_SHRINK_H

#include "media/raster.h"

/* Dots of a picture that is read: the largest that telephones make have 50 million. */
#define SHRINK_DOTS_MAX ((uint64_t)64 << 20)

enum { SHRINK_SIZES = 3 };

struct shrink_size {
	uint32_t width, height;
};

/* What is made of one picture. */
struct shrink {
	struct shrink_size sizes[SHRINK_SIZES]; /* as WebP, the narrowest first */
	size_t nsizes;
	bool anew; /* too heavy: under its own name it goes out in the last of these sizes */
};

/* Its size is in dots when it stands upright. False: it goes out as it is, for it is small, or
 * moves, or is of another kind. */
bool shrink_plan(str bytes, uint32_t width, uint32_t height, struct shrink *out);

enum shrink_fault {
	SHRINK_FINE,
	SHRINK_BROKEN,
	SHRINK_PRINT, /* its colours are for paper */
	SHRINK_LARGE, /* more dots than SHRINK_DOTS_MAX */
	SHRINK_ENDED, /* the process that read it came to an end */
};

/* Into `files`, each empty before: one a size, then the one of its own name if it is made anew. Any
 * thread; the work is done by a process that can write nothing and has a minute. */
enum shrink_fault shrink_run(
	str bytes, const struct shrink *shrink, struct buf files[SHRINK_SIZES + 1]);

#endif
