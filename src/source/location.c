#include "source/location.h"

str store_display_path(const struct store *store, struct arena *arena, str path)
{
	return arena_join(arena, store->shown, path, S(""));
}
