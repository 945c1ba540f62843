/* One fetch of all branches and tags from a remote into a bare repository. */
#ifndef SOURCE_FETCH_H
#define SOURCE_FETCH_H

#include "source/store.h"

struct git_repository;

enum fetch_result {
	FETCH_DONE,
	FETCH_FAILED, /* the network, the server or our rights */
	FETCH_BROKEN  /* the repository fetched into took nothing: it may be damaged */
};

struct fetch {
	enum fetch_result result;
	bool received; /* new objects came */
	str why;       /* when it failed; never holds a password */
	str hint;      /* may be empty */
};

/* Branches and tags that are gone there go here, too; HEAD becomes the remote's.
 * Texts live in the arena. */
struct fetch fetch_all(
	struct git_repository *git, const struct store_options *options, struct arena *arena);

#endif
