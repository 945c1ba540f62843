/*
 * A table from slices to pointers. Keys are borrowed: they must outlive the
 * map. Entries are walked in the order they were first put, so whatever is
 * made from a walk is the same in every build. One writer, or many readers.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_entry {
	str key;
	void *value;
};

struct map_slot {
	uint32_t entry; /* its index + 1; 0 is free */
	uint32_t hash;  /* of its key: another key is told without a look at it */
};

struct map {
	struct map_entry *entries; /* in order of first put */
	size_t len;
	size_t cap;
	struct map_slot *slots;
	size_t nslots; /* a power of two */
};

/* A zeroed map is a valid empty map. */
void map_release(struct map *map);

/* Room for `n` keys, for whoever knows how many will come: growing moves all that are there. */
void map_reserve(struct map *map, size_t n);

/* NULL when the key is not there. */
void *map_get(const struct map *map, str key);
bool map_has(const struct map *map, str key);

/* Puts or replaces; gives back the value that stood there before, or NULL. */
void *map_put(struct map *map, str key, void *value);

#endif
