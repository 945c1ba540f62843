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
		uint64_t head, tail; /* the first bytes and the last ones */
		size_t len;          /* 0: free */
		uintptr_t number;
	} slots[MEMO_SLOTS];
};

/* Up to eight bytes from each end: with the length that is the whole word. */
static inline struct memo_slot memo_word(str word)
{
	struct memo_slot slot = {.len = word.len};
	size_t n = word.len < 8 ? word.len : 8;
	if (n == 8) {
		memcpy(&slot.head, word.ptr, 8);
		memcpy(&slot.tail, word.ptr + word.len - 8, 8);
		return slot;
	}
	for (size_t i = 0; i < n; i++)
		slot.head = slot.head << 8 | (unsigned char)word.ptr[i];
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
