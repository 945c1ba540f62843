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

/*
 * Appends every file, link or submodule that is in one tree alone, or in both
 * with different bytes or of another kind (who may run it is no difference), in git's order;
 * nothing whose name or folder's name begins with '.'. NULL is a tree without files. 0 or git's
 * error number; more than a million paths, or folders deeper than 64, are an error too.
 */
int treediff(struct git_repository *git, const struct git_oid *before, const struct git_oid *after,
	struct arena *arena, difference_list *out);

#endif
