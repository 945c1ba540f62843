/* The rules for what a content root may hold, the same for folders and commits. */
#ifndef SOURCE_LISTING_H
#define SOURCE_LISTING_H

#include "source/store.h"

/* All borrowed from the caller of store_list(). */
struct listing {
	const struct store *store;
	struct sources *sources;
	struct arena *arena;
	store_entries *out;
	struct diags *diags;
};

/* A regular file. The path must live in the listing's arena. */
void listing_add(struct listing *listing, struct store_entry entry);

/* Something that is never followed: `what` says in words what it is. */
void listing_refuse(struct listing *listing, str path, const char *what);

/* Puts the entries in order; reports names that stand twice. */
void listing_finish(struct listing *listing);

#endif
