#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/treediff.h"

enum { MAX_DEPTH = 64, MAX_PATHS = 1000000, KEPT_BYTES = 64 << 10 };
enum { KIND = 0170000, MODE_MAX = 7 }; /* of a mode: the bits that tell file from folder; digits */

struct diff {
	struct treediff *trees;
	struct arena *arena;
	difference_list *out;
};

/*
 * Trees are read as git keeps them: mode, space, name, NUL, the 20 bytes of the id, one
 * behind the other in the order of their names. Nearly all of two that follow each other
 * is the same, and is passed by without being taken apart, as git_tree_lookup() would.
 */
struct entry {
	const char *name; /* NUL stands behind it, then the id */
	size_t name_len;
	unsigned mode;
	const uint8_t *id;
	size_t len; /* of the whole entry */
};

/* What is left of a tree. */
struct tree {
	git_odb_object *object; /* NULL: there is none */
	str rest;
};

static git_odb_object **kept_place(struct treediff *trees, const git_oid *id)
{
	return &trees->kept[id->id[0] % TREEDIFF_KEPT];
}

static void keep(git_odb_object **place, git_odb_object *object)
{
	if (git_odb_object_size(object) > KEPT_BYTES)
		return;
	git_odb_object_free(*place);
	git_odb_object_dup(place, object);
}

static int read_object(struct treediff *trees, const git_oid *id, git_odb_object **out)
{
	git_odb_object **place = kept_place(trees, id);
	if (*place && git_oid_equal(git_odb_object_id(*place), id))
		return git_odb_object_dup(out, *place);
	int code = git_odb_read(out, trees->objects, id);
	if (code == 0)
		keep(place, *out);
	return code;
}

static int open_tree(struct diff *diff, const git_oid *id, struct tree *tree)
{
	*tree = (struct tree){NULL, S("")};
	int code = id ? read_object(diff->trees, id, &tree->object) : 0;
	if (code < 0 || !id)
		return code;
	if (git_odb_object_type(tree->object) != GIT_OBJECT_TREE) {
		git_error_set_str(GIT_ERROR_TREE, "a folder is no tree");
		return GIT_ERROR;
	}
	tree->rest = str_n(git_odb_object_data(tree->object), git_odb_object_size(tree->object));
	return 0;
}

static int broken(void)
{
	git_error_set_str(GIT_ERROR_TREE, "a broken tree");
	return GIT_ERROR;
}

/* The first entry of what is left, which is not empty. */
static int read_entry(str rest, struct entry *out)
{
	size_t at = 0;
	*out = (struct entry){.mode = 0};
	while (at < rest.len && rest.ptr[at] >= '0' && rest.ptr[at] <= '7' && at < MODE_MAX)
		out->mode = out->mode << 3 | (unsigned)(rest.ptr[at++] - '0');
	if (at == 0 || at == rest.len || rest.ptr[at] != ' ')
		return broken();
	out->name = rest.ptr + at + 1;
	out->name_len = str_find_char(str_from(rest, at + 1), '\0');
	if (out->name_len == 0 || out->name_len > rest.len - at - 1)
		return broken();
	out->id = (const uint8_t *)out->name + out->name_len + 1;
	out->len = at + 1 + out->name_len + 1 + GIT_OID_RAWSZ;
	return out->len > rest.len ? broken() : 0;
}

/* How many bytes begin both. */
static size_t common_length(str a, str b)
{
	uint64_t x, y;
	size_t at = 0, len = a.len < b.len ? a.len : b.len;
	for (; at + sizeof(x) <= len; at += sizeof(x)) {
		memcpy(&x, a.ptr + at, sizeof(x));
		memcpy(&y, b.ptr + at, sizeof(y));
		if (x != y)
			break;
	}
	while (at < len && a.ptr[at] == b.ptr[at])
		at++;
	return at;
}

/* Passes by the entries that begin both; what is broken is left for read_entry(). */
static void pass_same(struct tree *before, struct tree *after)
{
	size_t passed = 0;
	str same = str_sub(before->rest, 0, common_length(before->rest, after->rest));
	if (same.len == before->rest.len && same.len == after->rest.len) {
		before->rest = after->rest = S("");
		return;
	}
	for (size_t len; (len = str_find_char(same, '\0')) != STR_NONE;) {
		len += 1 + GIT_OID_RAWSZ;
		if (len > same.len)
			break;
		same = str_from(same, len);
		passed += len;
	}
	before->rest = str_from(before->rest, passed);
	after->rest = str_from(after->rest, passed);
}

static bool is_tree(const struct entry *entry)
{
	return (entry->mode & KIND) == GIT_FILEMODE_TREE;
}

/* Who may run a file is nothing its readers see. */
static unsigned kind(const struct entry *entry)
{
	unsigned kind = entry->mode & KIND;
	bool known = kind == GIT_FILEMODE_TREE || kind == GIT_FILEMODE_LINK ||
		     kind == GIT_FILEMODE_COMMIT;
	return known ? kind : 0;
}

/* Git sorts a folder as if its name ended in '/'. */
static int compare(const struct entry *a, const struct entry *b)
{
	size_t len = a->name_len < b->name_len ? a->name_len : b->name_len;
	int order = memcmp(a->name, b->name, len);
	if (order)
		return order;
	unsigned char next_a =
		(unsigned char)(a->name_len == len && is_tree(a) ? '/' : a->name[len]);
	unsigned char next_b =
		(unsigned char)(b->name_len == len && is_tree(b) ? '/' : b->name[len]);
	return next_a - next_b;
}

static bool same(const struct entry *a, const struct entry *b)
{
	return a && b && memcmp(a->id, b->id, GIT_OID_RAWSZ) == 0 && kind(a) == kind(b);
}

static int diff_ids(
	struct diff *diff, const git_oid *before, const git_oid *after, str below, unsigned depth);

/* The tree an entry names; NULL for a file, or for nothing. */
static const git_oid *tree_id(const struct entry *entry, git_oid *space)
{
	if (!entry || !is_tree(entry))
		return NULL;
	memcpy(space->id, entry->id, sizeof(space->id));
	return space;
}

/* One of the two may be NULL; else both have the same name and are both
 * folders or both none. */
static int diff_entry(struct diff *diff, const struct entry *before, const struct entry *after,
	str below, unsigned depth)
{
	git_oid old, new;
	const struct entry *any = after ? after : before;
	if (any->name[0] == '.' || same(before, after))
		return 0;
	str path = arena_join(
		diff->arena, below, below.len ? S("/") : S(""), str_n(any->name, any->name_len));
	if (is_tree(any))
		return diff_ids(diff, tree_id(before, &old), tree_id(after, &new), path, depth + 1);
	struct difference found = {.path = path, .before = before, .after = after};
	memcpy(found.id, any->id, sizeof(found.id));
	VEC_PUSH(diff->out, found);
	return 0;
}

/* Takes the next entry of one tree or of both, by the order of their names. */
static int diff_next(
	struct diff *diff, struct tree *before, struct tree *after, str below, unsigned depth)
{
	struct entry old, new;
	bool has_old = before->rest.len > 0, has_new = after->rest.len > 0;
	if ((has_old && read_entry(before->rest, &old) < 0) ||
		(has_new && read_entry(after->rest, &new) < 0))
		return GIT_ERROR;
	int order = has_old && has_new ? compare(&old, &new) : has_old ? -1 : 1;
	if (order <= 0)
		before->rest = str_from(before->rest, old.len);
	if (order >= 0)
		after->rest = str_from(after->rest, new.len);
	return diff_entry(diff, order <= 0 ? &old : NULL, order >= 0 ? &new : NULL, below, depth);
}

static int diff_trees(
	struct diff *diff, struct tree *before, struct tree *after, str below, unsigned depth)
{
	int code = 0;
	pass_same(before, after);
	while (code == 0 && (before->rest.len || after->rest.len)) {
		code = diff_next(diff, before, after, below, depth);
		pass_same(before, after);
	}
	return code;
}

static int diff_ids(
	struct diff *diff, const git_oid *before, const git_oid *after, str below, unsigned depth)
{
	struct tree old = {NULL, S("")}, new = {NULL, S("")};
	if (before && after && git_oid_equal(before, after))
		return 0;
	if (depth > MAX_DEPTH || diff->out->len > MAX_PATHS) {
		git_error_set_str(GIT_ERROR_TREE, "a commit holds too many files");
		return GIT_ERROR;
	}
	int code = open_tree(diff, before, &old);
	if (code == 0)
		code = open_tree(diff, after, &new);
	if (code == 0)
		code = diff_trees(diff, &old, &new, below, depth);
	git_odb_object_free(old.object);
	git_odb_object_free(new.object);
	return code;
}

int treediff(struct treediff *trees, const struct git_oid *before, const struct git_oid *after,
	struct arena *arena, difference_list *out)
{
	struct diff diff = {trees, arena, out};
	return diff_ids(&diff, before, after, S(""), 1);
}

int treediff_open(struct treediff *trees, struct git_repository *git)
{
	*trees = (struct treediff){NULL};
	return git_repository_odb(&trees->objects, git);
}

void treediff_close(struct treediff *trees)
{
	for (size_t i = 0; i < TREEDIFF_KEPT; i++)
		git_odb_object_free(trees->kept[i]);
	git_odb_free(trees->objects);
}
