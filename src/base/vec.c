#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

void *vec_grow(void *items, size_t *cap, size_t item_size)
{
	size_t grown = *cap ? *cap * 2 : 8;
	if (grown > SIZE_MAX / 2 / item_size)
		die("out of memory (%zu items wanted)", grown);
	*cap = grown;
	return xrealloc(items, grown * item_size);
}

struct sorter {
	char *scratch;
	size_t size;
	int (*compare)(const void *, const void *);
};

static void merge(const struct sorter *s, char *items, size_t left, size_t right)
{
	char *a = s->scratch, *a_end = a + left * s->size;
	char *b = items + left * s->size, *b_end = b + right * s->size;
	memcpy(a, items, left * s->size);
	while (a < a_end && b < b_end) {
		char **from = s->compare(a, b) <= 0 ? &a : &b;
		memcpy(items, *from, s->size);
		*from += s->size;
		items += s->size;
	}
	memcpy(items, a, (size_t)(a_end - a));
}

static void sort_part(const struct sorter *s, char *items, size_t len)
{
	if (len < 2)
		return;
	size_t left = len / 2;
	sort_part(s, items, left);
	sort_part(s, items + left * s->size, len - left);
	char *middle = items + left * s->size;
	if (s->compare(middle - s->size, middle) > 0)
		merge(s, items, left, len - left);
}

void vec_sort(void *items, size_t len, size_t item_size, int (*compare)(const void *, const void *))
{
	if (len < 2)
		return;
	struct sorter s = {xmalloc(len / 2 * item_size), item_size, compare};
	sort_part(&s, items, len);
	free(s.scratch);
}
