/*
 * What is done with a remote: fetching all its branches and tags into a bare
 * repository, or asking what it has. Runs in a process of its own: guard.h.
 */
#ifndef SOURCE_FETCH_H
#define SOURCE_FETCH_H

#include "source/credential.h"
#include "source/store.h"

enum fetch_result {
	FETCH_DONE,
	FETCH_FAILED, /* the network, the server or our rights */
	FETCH_BROKEN, /* the repository fetched into took nothing: it may be damaged */
	FETCH_NO_REF  /* a look: the remote has nothing of that name */
};

struct fetch {
	enum fetch_result result;
	bool received; /* new objects came */
	str why;       /* when it failed; never holds a password */
	str hint;      /* may be empty */
	str id;        /* a look: the commit asked for, 40 hexadecimal digits */
};

struct fetch_job {
	const struct store_options *options;
	const char *path; /* the repository fetched into; a look has none */
	credential_ask_fn *ask;
	void *ask_ctx;
};

/* Branches and tags that are gone there go here, too; HEAD becomes the remote's.
 * Texts live in the arena. */
struct fetch fetch_all(const struct fetch_job *job, struct arena *arena);

/* What options->ref is there now, annotated tags seen through; nothing is fetched. */
struct fetch fetch_look(const struct fetch_job *job, struct arena *arena);

#endif
