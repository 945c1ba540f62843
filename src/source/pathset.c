#include "source/pathset.h"

void path_set_add(struct path_set *set, struct live_path *path)
{
	path->set = set;
	path->prev = NULL;
	path->next = set->first;
	if (set->first)
		set->first->prev = path;
	set->first = path;
	set->len++;
}

void path_set_remove(struct live_path *path)
{
	if (path->prev)
		path->prev->next = path->next;
	else
		path->set->first = path->next;
	if (path->next)
		path->next->prev = path->prev;
	path->set->len--;
	path->set = NULL;
}

struct path_set *path_set_union(struct path_set *a, struct path_set *b)
{
	if (!a || !b)
		return a ? a : b;
	struct path_set *large = a->len >= b->len ? a : b, *small = large == a ? b : a;
	while (small->first) {
		struct live_path *path = small->first;
		path_set_remove(path);
		path_set_add(large, path);
	}
	return large;
}
