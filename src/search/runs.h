/*
 * The runs of a text: the characters between those of ASCII that are never part of a word. A walk
 * marks the bytes of runs, sixty-four at a time.
 */
#ifndef SEARCH_RUNS_H
#define SEARCH_RUNS_H

#include "base/sixteen.h"
#include "base/str.h"

/* Of a longer run only the beginning is told, which is longer than this. */
#define RUN_MAX 96

#define RUNS_BLOCK ((size_t)64)

struct runs {
	str text;
	size_t block;  /* where the bytes at hand begin */
	uint64_t bits; /* of those that are of a run and not passed yet */
};

static inline uint64_t runs_bits(str text, size_t at)
{
	char last[RUNS_BLOCK] = {0};
	const char *bytes = text.ptr + at;
	uint64_t bits = 0;
	if (text.len - at < RUNS_BLOCK)
		bytes = memcpy(last, bytes, text.len - at);
	for (size_t i = 0; i < RUNS_BLOCK; i += sizeof(sixteen)) {
		sixteen of = sixteen_at(bytes + i);
		sixteen is = sixteen_alnum(of) | sixteen_is(of, '\'') | ~sixteen_below(of, 0x80);
		bits |= (uint64_t)sixteen_bits(is) << i;
	}
	return bits;
}

static inline struct runs runs_from(str text, size_t at)
{
	return (struct runs){text, at, at < text.len ? runs_bits(text, at) : 0};
}

/* The end of a run that goes on behind the bytes at hand. */
static inline size_t runs_far_end(struct runs *runs, size_t start)
{
	runs->bits = 0;
	do {
		runs->block += RUNS_BLOCK;
		if (runs->block >= runs->text.len)
			return runs->text.len;
		runs->bits = runs_bits(runs->text, runs->block);
	} while (runs->bits == UINT64_MAX && runs->block - start <= RUN_MAX);
	size_t n = runs->bits == UINT64_MAX ? 0 : (size_t)__builtin_ctzll(~runs->bits);
	runs->bits &= UINT64_MAX << n;
	return runs->block + n;
}

/* False: there is none any more. */
static inline bool runs_next(struct runs *runs, str *run)
{
	while (!runs->bits) {
		runs->block += RUNS_BLOCK;
		if (runs->block >= runs->text.len)
			return false;
		runs->bits = runs_bits(runs->text, runs->block);
	}
	uint64_t bits = runs->bits, others = bits & (bits + (bits & -bits));
	size_t start = runs->block + (size_t)__builtin_ctzll(bits), end;
	if ((bits ^ others) >> (RUNS_BLOCK - 1)) {
		end = runs_far_end(runs, start);
	} else {
		end = runs->block + RUNS_BLOCK - (size_t)__builtin_clzll(bits ^ others);
		runs->bits = others;
	}
	*run = (str){runs->text.ptr + start, end - start};
	return true;
}

#endif
