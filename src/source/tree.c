#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/tree.h"

/* A few small trees that name each other can stand for more files than there
 * are atoms; a real content root is far below both. */
enum { MAX_DEPTH = 64, MAX_ENTRIES = 1000000 };

struct walk {
	git_repository *git;
	struct arena *arena;
	tree_visit_fn *visit;
	void *ctx;
	size_t nentries;
};

static enum tree_kind kind_of(const git_tree_entry *entry)
{
	switch (git_tree_entry_filemode(entry)) {
	case GIT_FILEMODE_BLOB:
	case GIT_FILEMODE_BLOB_EXECUTABLE:
		return TREE_FILE;
	case GIT_FILEMODE_LINK:
		return TREE_LINK;
	case GIT_FILEMODE_COMMIT:
		return TREE_SUBMODULE;
	default:
		return TREE_OTHER;
	}
}

static enum tree_result walk_tree(struct walk *walk, const git_oid *id, str below, unsigned depth);

static enum tree_result walk_entry(
	struct walk *walk, const git_tree_entry *entry, str below, unsigned depth)
{
	const char *name = git_tree_entry_name(entry);
	if (++walk->nentries > MAX_ENTRIES)
		return TREE_TOO_LARGE;
	if (name[0] == '.')
		return TREE_DONE;
	str path = arena_join(walk->arena, below, below.len ? S("/") : S(""), str_of(name));
	const git_oid *id = git_tree_entry_id(entry);
	if (git_tree_entry_type(entry) == GIT_OBJECT_TREE)
		return walk_tree(walk, id, path, depth + 1);
	walk->visit(walk->ctx, path, kind_of(entry), id);
	return TREE_DONE;
}

static enum tree_result walk_tree(struct walk *walk, const git_oid *id, str below, unsigned depth)
{
	git_tree *tree;
	enum tree_result result = TREE_DONE;
	if (depth > MAX_DEPTH)
		return TREE_TOO_LARGE;
	if (git_tree_lookup(&tree, walk->git, id) < 0)
		return TREE_BROKEN;
	for (size_t i = 0; i < git_tree_entrycount(tree) && result == TREE_DONE; i++)
		result = walk_entry(walk, git_tree_entry_byindex(tree, i), below, depth);
	git_tree_free(tree);
	return result;
}

enum tree_result tree_walk(struct git_repository *git, const struct git_oid *tree,
	struct arena *arena, tree_visit_fn *visit, void *ctx)
{
	struct walk walk = {git, arena, visit, ctx, 0};
	return walk_tree(&walk, tree, S(""), 1);
}
