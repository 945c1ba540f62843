/*
 * Sets of paths that only ever move: from commit to commit, until the commit
 * that touched them is found. A path is in one set at a time; a whole set
 * moves in constant time. The paths belong to the caller.
 */
#ifndef SOURCE_PATHSET_H
#define SOURCE_PATHSET_H

#include "source/store.h"

struct path_set;

struct live_path {
	str path;                          /* in the head */
	str name;                          /* at the commit where it is: it may have moved since */
	struct live_path *namesake;        /* the next of that name, wherever it is */
	const struct store_commit *commit; /* NULL: not found yet */
	struct path_set *set;              /* NULL: in none */
	struct live_path *prev, *next;     /* the neighbours in the set */
};

/* A zeroed set is empty. */
struct path_set {
	struct live_path *first;
	size_t len;
};

/* The path must be in no set. */
void path_set_add(struct path_set *set, struct live_path *path);
/* The path must be in a set. */
void path_set_remove(struct live_path *path);

/* The union of two sets that share nothing; either may be NULL. Both are used
 * up; the result is one of them. Costs as much as the smaller one is long. */
struct path_set *path_set_union(struct path_set *a, struct path_set *b);

#endif
