/*
 * The stands of a page in few bytes: a large site has millions, nearly all of a word that stands
 * once, in the place of the one before.
 */
#ifndef SEARCH_STANDS_H
#define SEARCH_STANDS_H

#include "base/pack.h"

/* A word in one field and section of a page. */
struct stand {
	uint32_t form; /* number of the word */
	uint16_t
		place; /* field and section, one number: that is compared for each word of a text */
	uint16_t times; /* how often, at most TIMES_MAX */
};

#define TIMES_MAX 255

struct stands_packing {
	struct buf *out;
	uint16_t place; /* of the last; 0 at the beginning */
};

void stands_put(struct stands_packing *packing, struct stand stand);

struct stands_walk {
	struct unpack unpack;
	uint16_t place; /* of the last */
};

static inline struct stands_walk stands_begin(str packed)
{
	return (struct stands_walk){.unpack = {.rest = packed}};
}

/* False at the end, or where something is wrong: unpack.failed. */
bool stands_next(struct stands_walk *walk, struct stand *out);

#endif
