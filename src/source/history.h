/*
 * Which commit touched each file last, and what the newest commits touched.
 * The store needs a repository and a head.
 */
#ifndef SOURCE_HISTORY_H
#define SOURCE_HISTORY_H

#include "source/location.h"

/* Walks the commits from the store's head. False: an object is missing or
 * damaged; git_why() tells. *cut: the repository is shallow, and the walk came
 * to where it ends. */
bool history_walk(struct store *store, struct arena *arena, struct store_history *out, bool *cut);

#endif
