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
static struct map_slot *find_slot(const struct map *map, uint32_t hash, str key)
{
	size_t mask = map->nslots - 1, at = hash & mask;
	for (struct map_slot *slot;; at = (at + 1) & mask) {
		slot = &map->slots[at];
		if (!slot->entry ||
			(slot->hash == hash && str_eq(map->entries[slot->entry - 1].key, key)))
			return slot;
	}
}

static struct map_slot *find_free(const struct map *map, uint32_t hash)
{
	size_t mask = map->nslots - 1, at = hash & mask;
	while (map->slots[at].entry)
		at = (at + 1) & mask;
	return &map->slots[at];
}

/* The entry's index + 1; 0 when the key is not there. */
static uint32_t find(const struct map *map, str key)
{
	return map->len ? find_slot(map, (uint32_t)hash64(key), key)->entry : 0;
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

/* A power of two. */
static void set_slots(struct map *map, size_t nslots)
{
	struct map old = *map;
	map->nslots = nslots;
	map->slots = xzeroed(map->nslots, sizeof(*map->slots));
	for (size_t i = 0; i < old.nslots; i++)
		if (old.slots[i].entry)
			*find_free(map, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

static void make_room(struct map *map)
{
	if (map->len == map->cap)
		map->entries = vec_grow(map->entries, &map->cap, sizeof(*map->entries));
	if (map->len * 2 >= map->nslots)
		set_slots(map, map->nslots ? map->nslots * 2 : 16);
}

void map_reserve(struct map *map, size_t n)
{
	size_t nslots = map->nslots ? map->nslots : 16;
	while (nslots < n * 2)
		nslots *= 2;
	if (nslots > map->nslots)
		set_slots(map, nslots);
	if (n > map->cap) {
		map->entries = xrealloc(map->entries, n * sizeof(*map->entries));
		map->cap = n;
	}
}

void *map_put(struct map *map, str key, void *value)
{
	uint32_t hash = (uint32_t)hash64(key);
	uint32_t found = map->len ? find_slot(map, hash, key)->entry : 0;
	if (found) {
		void *before = map->entries[found - 1].value;
		map->entries[found - 1].value = value;
		return before;
	}
	make_room(map);
	map->entries[map->len++] = (struct map_entry){key, value};
	*find_free(map, hash) = (struct map_slot){(uint32_t)map->len, hash};
	return NULL;
}
