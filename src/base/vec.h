/*
 * A growable array: VEC(struct page *) pages; then VEC_PUSH(&pages, p) and
 * pages.items[i], pages.len. The items belong to the vector and move when it
 * grows: keep indexes, not pointers. VEC_FREE() accepts a zeroed vector.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/base.h"

#define VEC(type)                                                                                  \
	struct {                                                                                   \
		type *items;                                                                       \
		size_t len;                                                                        \
		size_t cap;                                                                        \
	}

#define VEC_PUSH(vec, item)                                                                        \
	((vec)->len == (vec)->cap ? (void)((vec)->items = vec_grow((vec)->items, &(vec)->cap,      \
						   sizeof(*(vec)->items)))                         \
				  : (void)0,                                                       \
		(void)((vec)->items[(vec)->len++] = (item)))

/* Room for `n` more items: what VEC_PUSH() would take one at a time. */
#define VEC_RESERVE(vec, n)                                                                        \
	while ((vec)->cap - (vec)->len < (n))                                                      \
	((vec)->items = vec_grow((vec)->items, &(vec)->cap, sizeof(*(vec)->items)))

#define VEC_FREE(vec) (free((vec)->items), (vec)->items = NULL, (vec)->len = 0, (vec)->cap = 0)

#define VEC_SORT(vec, compare) vec_sort((vec)->items, (vec)->len, sizeof(*(vec)->items), (compare))

/* Returns the moved items with room for at least one more; sets *cap. */
void *vec_grow(void *items, size_t *cap, size_t item_size);

/* Stable merge sort. `compare` as for qsort(). */
void vec_sort(
	void *items, size_t len, size_t item_size, int (*compare)(const void *, const void *));

#endif
