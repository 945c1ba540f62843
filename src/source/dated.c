#include "source/store.h"

const struct store_commit *store_history_find(const struct store_history *history, str path)
{
	size_t low = 0, high = history->ndated;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(path, history->dated[middle].path);
		if (order == 0)
			return history->dated[middle].commit;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
