#include <stdlib.h>

#include "source/store.h"

static int compare_path(const void *path, const void *dated)
{
	return str_cmp(*(const str *)path, ((const struct store_dated *)dated)->path);
}

const struct store_commit *store_history_find(const struct store_history *history, str path)
{
	size_t n = history->ndated;
	const struct store_dated *dated =
		n ? bsearch(&path, history->dated, n, sizeof(*dated), compare_path) : NULL;
	return dated ? dated->commit : NULL;
}
