#include "source/moves.h"

/* By bytes, then those that went before those that came, then by path. */
static int compare(const void *left, const void *right)
{
	const struct difference *a = left, *b = right;
	int order = memcmp(a->id, b->id, sizeof(a->id));
	if (order == 0)
		order = a->after - b->after;
	return order ? order : str_cmp(a->path, b->path);
}

/* Those that are in one of the trees alone, sorted. */
static void collect(const difference_list *list, difference_list *out)
{
	for (size_t i = 0; i < list->len; i++)
		if (list->items[i].before != list->items[i].after)
			VEC_PUSH(out, list->items[i]);
	VEC_SORT(out, compare);
}

/* The files with the same bytes from `at` on: the first that went with the first that came. */
static size_t pair(const difference_list *list, size_t at, move_list *out)
{
	size_t came = at, end = at;
	const uint8_t *id = list->items[at].id;
	while (end < list->len && memcmp(list->items[end].id, id, sizeof(list->items[end].id)) == 0)
		came += !list->items[end++].after;
	for (size_t went = at, i = came; went < came && i < end; went++, i++)
		VEC_PUSH(out, ((struct move){list->items[went].path, list->items[i].path}));
	return end;
}

static int compare_strs(const void *a, const void *b)
{
	return str_cmp(*(const str *)a, *(const str *)b);
}

static bool has(const str *sorted, size_t n, str path)
{
	return n && bsearch(&path, sorted, n, sizeof(*sorted), compare_strs);
}

static void remove_moved(difference_list *list, const move_list *moves)
{
	size_t kept = 0;
	VEC(str) moved = {0};
	for (size_t i = 0; i < moves->len; i++) {
		VEC_PUSH(&moved, moves->items[i].from);
		VEC_PUSH(&moved, moves->items[i].to);
	}
	VEC_SORT(&moved, compare_strs);
	for (size_t i = 0; i < list->len; i++)
		if (!has(moved.items, moved.len, list->items[i].path))
			list->items[kept++] = list->items[i];
	list->len = kept;
	VEC_FREE(&moved);
}

void moves_take(difference_list *list, move_list *out)
{
	difference_list alone = {0};
	size_t before = out->len;
	collect(list, &alone);
	for (size_t at = 0; at < alone.len;)
		at = pair(&alone, at, out);
	if (out->len > before)
		remove_moved(list, out);
	VEC_FREE(&alone);
}
