#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/vec.h"

void map_release(struct map *map)
{
	free(map->entries);
	free(map->slots);
	*map = (struct map){0};
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t find_slot(const struct map *map, str key)
{
	size_t mask = map->nslots - 1;
	size_t slot = (size_t)hash64(key) & mask;
	while (map->slots[slot] && !str_eq(map->entries[map->slots[slot] - 1].key, key))
		slot = (slot + 1) & mask;
	return slot;
}

/* The entry's index + 1; 0 when the key is not there. */
static uint32_t find(const struct map *map, str key)
{
	return map->slots ? map->slots[find_slot(map, key)] : 0;
}

void *map_get(const struct map *map, str key)
{
	uint32_t found = find(map, key);
	return found ? map->entries[found - 1].value : NULL;
}

bool map_has(const struct map *map, str key)
{
	return find(map, key) != 0;
}

static void rehash(struct map *map)
{
	map->nslots = map->nslots ? map->nslots * 2 : 16;
	free(map->slots);
	map->slots = xcalloc(map->nslots, sizeof(*map->slots));
	for (size_t i = 0; i < map->len; i++)
		map->slots[find_slot(map, map->entries[i].key)] = (uint32_t)(i + 1);
}

void *map_put(struct map *map, str key, void *value)
{
	uint32_t found = find(map, key);
	if (found) {
		void *before = map->entries[found - 1].value;
		map->entries[found - 1].value = value;
		return before;
	}
	if (map->len * 2 >= map->nslots)
		rehash(map);
	if (map->len == map->cap)
		map->entries = vec_grow(map->entries, &map->cap, sizeof(*map->entries));
	map->entries[map->len++] = (struct map_entry){key, value};
	map->slots[find_slot(map, key)] = (uint32_t)map->len;
	return NULL;
}
