/*
 * What a walk through history needs of a commit: what stands above its message. Read as git
 * keeps it (gitformat: tree, parents, author, committer, a line each), since git_commit_lookup()
 * makes names, messages and times of all that nearly no commit is asked for.
 */
#ifndef SOURCE_HEADER_H
#define SOURCE_HEADER_H

#include "base/arena.h"

struct git_odb;
struct git_oid;

struct header {
	uint8_t tree[20];
	uint8_t (*parents)[20]; /* in the arena, in order */
	size_t nparents;
	int64_t time; /* of its committer; seconds since 1970 */
};

/* 0 or git's error number: GIT_ENOTFOUND when there is no such object. */
int header_read(
	struct git_odb *objects, const struct git_oid *id, struct arena *arena, struct header *out);

#endif
