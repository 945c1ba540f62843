/*
 * Where a content root lies: the inside of struct store, known to the files of
 * source/ alone. Git's types stay behind forward declarations, so that only
 * the files that work with them need its header.
 */
#ifndef SOURCE_LOCATION_H
#define SOURCE_LOCATION_H

#include "source/store.h"

struct git_repository;

struct store {
	str location;               /* as it was given */
	str ref;                    /* of a commit: as it was given, or HEAD */
	str shown;                  /* stands before a path in messages: "content/", "HEAD:" */
	const char *path;           /* the location on disk; a remote's: that of its copy */
	int folder;                 /* the content root on disk; -1: it is in a commit */
	struct git_repository *git; /* NULL: a folder outside any repository */
	bool uses_git;              /* libgit2 was begun for it */
	bool has_head;              /* false: no commit, so no history */
	uint8_t head[20];           /* the commit read, or HEAD for a folder */
	str above;                  /* what --source is below the repository's top; "" is the top */
	str prefix;                 /* the content root below the repository's top; "" is the top */
	str cache_dir;              /* where copies and histories are kept; "" when there is none */
	str copy_marker;            /* of a remote's copy: the file that calls it good; else "" */
	struct arena *arena;
};

#endif
