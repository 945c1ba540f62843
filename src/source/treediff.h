/* Which files differ between two trees; looks only into folders that differ. */
#ifndef SOURCE_TREEDIFF_H
#define SOURCE_TREEDIFF_H

#include "base/arena.h"
#include "base/vec.h"

struct git_repository;
struct git_oid;

struct difference {
	str path;           /* lives in the arena given to treediff() */
	uint8_t id[20];     /* of the bytes after, or before when there are none after */
	bool before, after; /* it is in these trees */
};
typedef VEC(struct difference) difference_list;

/* Trees as they lie in a repository. History asks for each twice, as what came and as what was
 * before: those read last are kept, unless they are large. */
enum { TREEDIFF_KEPT = 64 }; /* a power of two */
struct treediff {
	struct git_odb *objects;
	struct git_odb_object *kept[TREEDIFF_KEPT]; /* by the first bits of the id */
};

/* 0 or git's error number; to be closed after either. The repository must live as long. */
int treediff_open(struct treediff *diff, struct git_repository *git);
void treediff_close(struct treediff *diff);

/*
 * Appends every file, link or submodule that is in one tree alone, or in both
 * with different bytes or of another kind (who may run it is no difference), in git's order;
 * nothing whose name or folder's name begins with '.'. NULL is a tree without files. 0 or git's
 * error number; more than a million paths, or folders deeper than 64, are an error too.
 */
int treediff(struct treediff *diff, const struct git_oid *before, const struct git_oid *after,
	struct arena *arena, difference_list *out);

#endif
