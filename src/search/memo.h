/*
 * Numbers of short words, by their very bytes: what a text says most is said again
 * and again, and is found here without a hash of its bytes or a look into a larger
 * table. A word that is not here may have been pushed out by another. A memo belongs
 * to one thread; a zeroed one is valid and empty.
 */
#ifndef SEARCH_MEMO_H
#define SEARCH_MEMO_H

#include "base/sixteen.h"
#include "base/str.h"

/* The longest word that it takes, in bytes. */
#define MEMO_WORD_MAX sizeof(sixteen)
/* More than there are words that a page says: of a portal's words, one in five is not here, and one
 * in three when there are 1024. */
#define MEMO_SLOTS 4096

#define CACHE_LINE 64 /* bytes */

struct memo_word {
	uint64_t head, tail; /* its bytes, and zeros behind them */
};

struct memo_slot {
	struct memo_word word;
	uint32_t number;
	uint32_t unused[3]; /* so that no slot lies on two lines of the cache */
};

_Static_assert(CACHE_LINE % sizeof(struct memo_slot) == 0, "several fill a line");

/* Whoever allocates one asks for its alignment: xcalloc_aligned(). */
struct memo {
	_Alignas(CACHE_LINE) struct memo_slot slots[MEMO_SLOTS];
};

/* A word of 1 to MEMO_WORD_MAX bytes, none of them zero. What is read behind it, as far as `end`,
 * is not looked at: how long a word is can't be foretold, and would be asked of each. */
static inline struct memo_word memo_word(str word, const char *end)
{
	static const char kept[2 * MEMO_WORD_MAX] = "\xff\xff\xff\xff\xff\xff\xff\xff"
						    "\xff\xff\xff\xff\xff\xff\xff\xff";
	char last[MEMO_WORD_MAX];
	const char *bytes = word.ptr;
	struct memo_word taken;
	if ((size_t)(end - bytes) < MEMO_WORD_MAX) {
		memset(last, 0, sizeof(last));
		bytes = memcpy(last, bytes, word.len);
	}
	sixteen all = sixteen_at(bytes) & sixteen_at(kept + MEMO_WORD_MAX - word.len);
	memcpy(&taken, &all, sizeof(taken));
	return taken;
}

/* Where a word stands, or another that would give way to it. */
static inline struct memo_slot *memo_place(struct memo *memo, struct memo_word word)
{
	uint64_t mixed = (word.head ^ word.tail * 0x9e3779b97f4a7c15U) * 0xff51afd7ed558ccdU;
	return &memo->slots[mixed >> 32 & (MEMO_SLOTS - 1)];
}

static inline bool memo_is(const struct memo_slot *slot, struct memo_word word)
{
	return !((slot->word.head ^ word.head) | (slot->word.tail ^ word.tail));
}

#endif
