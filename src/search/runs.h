/*
 * The runs of a text: the characters between those of ASCII that are never part of a word.
 * Sixty-four bytes are marked at a time, and where runs turn is written down without a jump for
 * each: how long words are can't be foretold.
 */
#ifndef SEARCH_RUNS_H
#define SEARCH_RUNS_H

#include "base/sixteen.h"
#include "base/str.h"
#include "base/vec.h"

#define RUNS_BLOCK ((size_t)64)

/* Where runs begin and end, by turns. A zeroed one is valid and empty. */
struct runs {
	VEC(uint32_t) turns;
};

static inline void runs_release(struct runs *runs)
{
	VEC_FREE(&runs->turns);
}

/* A bit for each byte that is of a run, the first one lowest. */
static inline uint64_t runs_bits(str text, size_t at)
{
	char last[RUNS_BLOCK];
	const char *bytes = text.ptr + at;
	uint64_t bits = 0;
	if (text.len - at < RUNS_BLOCK) {
		memset(last, 0, sizeof(last));
		bytes = memcpy(last, bytes, text.len - at);
	}
	for (size_t i = 0; i < RUNS_BLOCK; i += sizeof(sixteen)) {
		sixteen of = sixteen_at(bytes + i);
		/* A byte that is not of ASCII is marked by its own highest bit. */
		sixteen is = sixteen_alnum(of) | sixteen_is(of, '\'') | of;
		bits |= (uint64_t)sixteen_bits(is) << i;
	}
	return bits;
}

/* So many turns are written down in one step, more than there are among them: how many a block has
 * can't be foretold, but whether that takes one step or two. */
#define RUNS_STEP 8

/* Replaces what was there with the runs of a text of less than 4 GB. */
static inline void runs_take(struct runs *runs, str text)
{
	const uint64_t last = (uint64_t)1 << (RUNS_BLOCK - 1);
	uint64_t inside = 0; /* 1: a run goes on from the block before */
	runs->turns.len = 0;
	for (size_t at = 0; at < text.len; at += RUNS_BLOCK) {
		uint64_t bits = runs_bits(text, at), turns = bits ^ (bits << 1 | inside);
		VEC_RESERVE(&runs->turns, RUNS_BLOCK + 1);
		uint32_t *to = runs->turns.items + runs->turns.len;
		runs->turns.len += (size_t)__builtin_popcountll(turns);
		inside = bits >> (RUNS_BLOCK - 1);
		for (; turns; to += RUNS_STEP)
			for (size_t i = 0; i < RUNS_STEP; i++, turns &= turns - 1)
				to[i] = (uint32_t)(at + (size_t)__builtin_ctzll(turns | last));
	}
	if (inside)
		VEC_PUSH(&runs->turns, (uint32_t)text.len);
	VEC_PUSH(&runs->turns, UINT32_MAX);
}

static inline size_t runs_count(const struct runs *runs)
{
	return runs->turns.len / 2;
}

/* Of the one behind the last: behind all texts. */
static inline size_t runs_begin(const struct runs *runs, size_t i)
{
	return runs->turns.items[2 * i];
}

static inline str runs_at(const struct runs *runs, str text, size_t i)
{
	const uint32_t *turns = runs->turns.items + 2 * i;
	return (str){text.ptr + turns[0], turns[1] - turns[0]};
}

#endif
