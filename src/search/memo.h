/*
 * Numbers of short words, by their very bytes: what a text says most is said again
 * and again, and is found here without a hash of its bytes or a look into a larger
 * table. A word that is not here may have been pushed out by another. A memo belongs
 * to one thread; a zeroed one is valid and empty.
 */
#ifndef SEARCH_MEMO_H
#define SEARCH_MEMO_H

#include <string.h>

#include "base/str.h"

/* The longest word that it takes, in bytes. */
#define MEMO_WORD_MAX 16
#define MEMO_SLOTS    1024

struct memo {
	struct memo_slot {
		uint64_t head, tail;
		uint32_t len; /* 0: free */
		uint32_t number;
	} slots[MEMO_SLOTS];
};

static inline uint64_t memo_take(const char *bytes, size_t n)
{
	uint64_t taken = 0;
	memcpy(&taken, bytes, n);
	return taken;
}

/* The first bytes and the last ones: with the length that is the whole word. */
static inline struct memo_slot memo_word(str word)
{
	const char *bytes = word.ptr;
	struct memo_slot slot = {.len = (uint32_t)word.len};
	if (word.len >= 8) {
		slot.head = memo_take(bytes, 8);
		slot.tail = memo_take(bytes + word.len - 8, 8);
	} else if (word.len >= 4) {
		slot.head = memo_take(bytes, 4) << 32 | memo_take(bytes + word.len - 4, 4);
	} else {
		slot.head = memo_take(bytes, 1) << 16 | memo_take(bytes + word.len / 2, 1) << 8 |
			    memo_take(bytes + word.len - 1, 1);
	}
	return slot;
}

/* Where a word of 1 to MEMO_WORD_MAX bytes stands, or another that would give way to it. */
static inline struct memo_slot *memo_place(struct memo *memo, const struct memo_slot *word)
{
	uint64_t mixed = (word->head ^ word->tail * 0x9e3779b97f4a7c15U) * 0xff51afd7ed558ccdU;
	return &memo->slots[(mixed ^ mixed >> 29) >> 20 & (MEMO_SLOTS - 1)];
}

static inline bool memo_is(const struct memo_slot *slot, const struct memo_slot *word)
{
	return slot->head == word->head && slot->tail == word->tail && slot->len == word->len;
}

#endif
