/* A walk over the files of a tree in git, bounded in depth and number. */
#ifndef SOURCE_TREE_H
#define SOURCE_TREE_H

#include "base/arena.h"

struct git_repository;
struct git_oid;

enum tree_kind { TREE_FILE, TREE_LINK, TREE_SUBMODULE, TREE_OTHER };

/* The path lives in the arena, the id until the call returns. */
typedef void tree_visit_fn(void *ctx, str path, enum tree_kind kind, const struct git_oid *id);

enum tree_result {
	TREE_DONE,
	TREE_BROKEN,   /* an object is missing or damaged: git_why() tells */
	TREE_TOO_LARGE /* more than a million files, or deeper than 64 */
};

/* Visits everything that is not itself a tree, but nothing whose name or
 * folder's name begins with '.'. */
enum tree_result tree_walk(struct git_repository *git, const struct git_oid *tree,
	struct arena *arena, tree_visit_fn *visit, void *ctx);

#endif
