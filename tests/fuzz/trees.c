/*
 * Two trees in memory: treediff() finds what libgit2's own difference finds, but for
 * hidden names and new modes, and tree_walk() each file. A line of the input is a file:
 * one letter (f file, x program, l link, s submodule), its path, a tab, its bytes; an
 * empty line parts the two trees.
 */
#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/repository.h>

#include "frame.h"
#include "source/tree.h"
#include "source/treediff.h"

struct world {
	git_odb *odb;
	git_repository *git;
	struct treediff trees;
};

static void world_open(struct world *world)
{
	git_odb_backend *memory = NULL;
	git_libgit2_init();
	if (git_odb_new(&world->odb) || git_mempack_new(&memory) ||
		git_odb_add_backend(world->odb, memory, 1) ||
		git_repository_wrap_odb(&world->git, world->odb) ||
		treediff_open(&world->trees, world->git))
		BUG("no memory for a repository");
}

static void world_close(struct world *world)
{
	treediff_close(&world->trees);
	git_repository_free(world->git);
	git_odb_free(world->odb);
}

/* --- from text to trees --------------------------------------------------------------- */

static uint32_t mode_of(char letter)
{
	return letter == 'x'   ? GIT_FILEMODE_BLOB_EXECUTABLE
	       : letter == 'l' ? GIT_FILEMODE_LINK
	       : letter == 's' ? GIT_FILEMODE_COMMIT
			       : GIT_FILEMODE_BLOB;
}

/* What the index would refuse is not asked of it: libgit2 1.5.1 loses some bytes by each. */
static bool is_path(str path)
{
	str name;
	bool good = str_find_char(path, '\0') == STR_NONE;
	while (good && str_cut(&path, '/', &name))
		good = name.len && !str_eq(name, S(".")) && !str_eq(name, S("..")) &&
		       !str_eq_nocase(str_sub(name, 0, 4), S(".git")) &&
		       !str_eq_nocase(str_sub(name, 0, 4), S("git~"));
	return good;
}

/* A name that is there already, or as a folder of files, or the other way round. */
static bool collides(git_index *index, str path)
{
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		str other = str_of(git_index_get_byindex(index, i)->path);
		str longer = other.len > path.len ? other : path;
		str shorter = other.len > path.len ? path : other;
		if (str_starts(longer, shorter) &&
			(longer.len == shorter.len || longer.ptr[shorter.len] == '/'))
			return true;
	}
	return false;
}

static void add_file(struct world *world, git_index *index, str line, struct arena *arena)
{
	str path, bytes = str_from(line, 1);
	git_index_entry entry = {0};
	str_cut(&bytes, '\t', &path);
	bytes = bytes.ptr ? bytes : S("");
	if (!line.len || !path.len || !is_path(path) || collides(index, path))
		return;
	entry.path = arena_cstr(arena, path);
	entry.mode = mode_of(line.ptr[0]);
	if (git_blob_create_from_buffer(&entry.id, world->git, bytes.ptr, bytes.len) == 0)
		git_index_add(index, &entry);
}

/* Reads up to an empty line. */
static bool make_tree(struct world *world, str *rest, struct arena *arena, git_oid *tree)
{
	git_index *index;
	str line;
	if (git_index_new(&index))
		BUG("no memory for an index");
	while (str_cut(rest, '\n', &line) && line.len)
		add_file(world, index, line, arena);
	bool ok = git_index_write_tree_to(tree, index, world->git) == 0;
	git_index_free(index);
	return ok;
}

/* --- the oracle ----------------------------------------------------------------------- */

static bool is_hidden(str path)
{
	return str_starts(path, S(".")) || str_find(path, S("/.")) != STR_NONE;
}

/* A new mode of the same bytes, both files. */
static bool is_mode_alone(const git_diff_delta *delta)
{
	return delta->status == GIT_DELTA_MODIFIED &&
	       git_oid_equal(&delta->old_file.id, &delta->new_file.id);
}

struct wanted {
	str path;
	bool before, after;
	uint8_t id[20];
};
typedef VEC(struct wanted) wanted_list;

static int compare_wanted(const void *left, const void *right)
{
	const struct wanted *a = left, *b = right;
	int order = str_cmp(a->path, b->path);
	return order ? order : a->after - b->after;
}

static int compare_found(const void *left, const void *right)
{
	const struct difference *a = left, *b = right;
	int order = str_cmp(a->path, b->path);
	return order ? order : a->after - b->after;
}

static void add_wanted(wanted_list *list, const git_diff_delta *delta, struct arena *arena)
{
	bool before = delta->status != GIT_DELTA_ADDED, after = delta->status != GIT_DELTA_DELETED;
	const git_diff_file *file = after ? &delta->new_file : &delta->old_file;
	struct wanted wanted = {arena_str(arena, str_of(file->path)), before, after, {0}};
	memcpy(wanted.id, file->id.id, sizeof(wanted.id));
	if (!is_hidden(wanted.path) && !is_mode_alone(delta))
		VEC_PUSH(list, wanted);
}

static void collect_wanted(
	struct world *world, const git_oid ids[2], struct arena *arena, wanted_list *list)
{
	git_tree *trees[2];
	git_diff *diff;
	git_diff_options options;
	git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	options.flags = GIT_DIFF_INCLUDE_TYPECHANGE;
	if (git_tree_lookup(&trees[0], world->git, &ids[0]) ||
		git_tree_lookup(&trees[1], world->git, &ids[1]) ||
		git_diff_tree_to_tree(&diff, world->git, trees[0], trees[1], &options))
		BUG("libgit2 finds no difference");
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++)
		add_wanted(list, git_diff_get_delta(diff, i), arena);
	VEC_SORT(list, compare_wanted);
	git_diff_free(diff);
	git_tree_free(trees[0]);
	git_tree_free(trees[1]);
}

static void check_difference(struct world *world, const git_oid ids[2], struct arena *arena)
{
	wanted_list wanted = {0};
	difference_list found = {0};
	collect_wanted(world, ids, arena, &wanted);
	if (treediff(&world->trees, &ids[0], &ids[1], arena, &found))
		BUG("no difference");
	VEC_SORT(&found, compare_found);
	if (found.len != wanted.len)
		BUG("another number of differences");
	for (size_t i = 0; i < found.len; i++) {
		const struct difference *a = &found.items[i];
		const struct wanted *b = &wanted.items[i];
		if (!str_eq(a->path, b->path) || a->before != b->before || a->after != b->after ||
			memcmp(a->id, b->id, sizeof(a->id)) != 0)
			BUG("another difference");
	}
	VEC_FREE(&wanted);
	VEC_FREE(&found);
}

/* --- the walk ------------------------------------------------------------------------- */

static void count_file(void *ctx, str path, enum tree_kind kind, const struct git_oid *id)
{
	UNUSED(kind);
	UNUSED(id);
	if (is_hidden(path))
		BUG("a hidden file is visited");
	(*(size_t *)ctx)++;
}

/* All files are what differs from a tree without any. */
static void check_walk(struct world *world, const git_oid *tree, struct arena *arena)
{
	size_t n = 0;
	difference_list all = {0};
	if (tree_walk(world->git, tree, arena, count_file, &n) != TREE_DONE ||
		treediff(&world->trees, NULL, tree, arena, &all) || n != all.len)
		BUG("a file is not visited");
	VEC_FREE(&all);
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct world world;
	git_oid trees[2];
	UNUSED(diags);
	world_open(&world);
	if (make_tree(&world, &text, arena, &trees[0]) &&
		make_tree(&world, &text, arena, &trees[1])) {
		check_difference(&world, trees, arena);
		check_walk(&world, &trees[0], arena);
		check_walk(&world, &trees[1], arena);
	}
	world_close(&world);
}
