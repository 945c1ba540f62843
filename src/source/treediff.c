#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/treediff.h"

enum { MAX_DEPTH = 64, MAX_PATHS = 1000000 };

struct diff {
	git_repository *git;
	struct arena *arena;
	difference_list *out;
};

static int diff_ids(
	struct diff *diff, const git_oid *before, const git_oid *after, str below, unsigned depth);

static bool is_tree(const git_tree_entry *entry)
{
	return entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

/* The tree an entry names; NULL for a file, or for nothing. */
static const git_oid *tree_id(const git_tree_entry *entry)
{
	return is_tree(entry) ? git_tree_entry_id(entry) : NULL;
}

/* Git sorts a folder as if its name ended in '/'. */
static int compare(const git_tree_entry *a, const git_tree_entry *b)
{
	if (!a || !b)
		return a ? -1 : 1;
	return git_tree_entry_cmp(a, b);
}

/* Who may run a file is nothing its readers see. */
static bool same(const git_tree_entry *a, const git_tree_entry *b)
{
	const git_filemode_t may_run = 0111;
	return a && b && git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
	       (git_tree_entry_filemode(a) & ~may_run) == (git_tree_entry_filemode(b) & ~may_run);
}

/* One of the two may be NULL; else both have the same name and are both
 * folders or both none. */
static int diff_entry(struct diff *diff, const git_tree_entry *before, const git_tree_entry *after,
	str below, unsigned depth)
{
	const git_tree_entry *any = after ? after : before;
	const char *name = git_tree_entry_name(any);
	if (name[0] == '.' || same(before, after))
		return 0;
	str path = arena_join(diff->arena, below, below.len ? S("/") : S(""), str_of(name));
	if (is_tree(any))
		return diff_ids(diff, tree_id(before), tree_id(after), path, depth + 1);
	struct difference found = {.path = path, .before = before, .after = after};
	memcpy(found.id, git_tree_entry_id(any)->id, sizeof(found.id));
	VEC_PUSH(diff->out, found);
	return 0;
}

static const git_tree_entry *entry_at(const git_tree *tree, size_t i)
{
	return tree ? git_tree_entry_byindex(tree, i) : NULL;
}

static int diff_trees(
	struct diff *diff, const git_tree *before, const git_tree *after, str below, unsigned depth)
{
	int code = 0;
	for (size_t i = 0, k = 0; code == 0;) {
		const git_tree_entry *old = entry_at(before, i), *new = entry_at(after, k);
		if (!old && !new)
			return 0;
		int order = compare(old, new);
		if (order <= 0)
			i++;
		if (order >= 0)
			k++;
		code = diff_entry(
			diff, order <= 0 ? old : NULL, order >= 0 ? new : NULL, below, depth);
	}
	return code;
}

static int diff_ids(
	struct diff *diff, const git_oid *before, const git_oid *after, str below, unsigned depth)
{
	git_tree *old = NULL, *new = NULL;
	if (before && after && git_oid_equal(before, after))
		return 0;
	if (depth > MAX_DEPTH || diff->out->len > MAX_PATHS) {
		git_error_set_str(GIT_ERROR_TREE, "a commit holds too many files");
		return GIT_ERROR;
	}
	int code = before ? git_tree_lookup(&old, diff->git, before) : 0;
	if (code == 0 && after)
		code = git_tree_lookup(&new, diff->git, after);
	if (code == 0)
		code = diff_trees(diff, old, new, below, depth);
	git_tree_free(old);
	git_tree_free(new);
	return code;
}

int treediff(struct git_repository *git, const struct git_oid *before, const struct git_oid *after,
	struct arena *arena, difference_list *out)
{
	struct diff diff = {git, arena, out};
	return diff_ids(&diff, before, after, S(""), 1);
}
