/*
 * Fetching in a process of its own. What a server answers is read by a library
 * that some answers can end, and that a hostile one may take over: the process
 * may write only into the repository fetched into, run no program, use bounded
 * memory and time. When it dies, that is a fetch that failed. Passwords are asked
 * for out here, since git's helpers write where they like.
 */
#ifndef SOURCE_GUARD_H
#define SOURCE_GUARD_H

#include "source/fetch.h"

/* As fetch_all() into the bare repository at `path`. */
struct fetch guard_fetch(
	const struct store_options *options, const char *path, struct arena *arena);

/* As fetch_look(). */
struct fetch guard_look(const struct store_options *options, struct arena *arena);

#endif
