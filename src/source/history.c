#include <git2.h> /* first: base.h bans a name that it uses */

/*
 * How a date is found. Every file begins in the set of the head commit. At a
 * commit, a file that is the same in a parent moves on to the first such
 * parent; one that differs from all parents was touched here. This is what
 * `git log -1 -- path` does, for all files at once: each file takes one line
 * through the graph, so the order in which commits are looked at changes
 * nothing but the time it takes.
 *
 * Unlike git, a new mode alone is no change, nor is a new place: readers see none. A file
 * that moved is sought on under the name it had. Where a shallow
 * clone is cut, nobody can know what a commit touched: what is not passed on
 * there has no date.
 *
 * The changes are those `git log --no-merges -- root` lists, newest first.
 *
 * What was found for an older head still holds for that commit: files that
 * come to it are answered from there.
 */
#include "source/history.h"

#include "base/hash.h"
#include "base/path.h"
#include "base/utf8.h"
#include "source/history_file.h"
#include "source/moves.h"
#include "source/repository.h"
#include "source/tree.h"
#include "source/treediff.h"
#include "source/walk.h"
#include "sys/file.h"

struct search {
	struct walk walk;
	struct treediff trees;
	struct arena *arena;        /* of the result */
	struct arena diff;          /* paths of one commit; reset for each */
	struct store_history saved; /* of an older head; head NULL: none */
	struct map index;           /* name -> the first struct live_path of that name */
	VEC(struct live_path) files;
	size_t nsought; /* files without a date yet */
	VEC(struct store_change) changes;
};

/* --- what is sought ----------------------------------------------------------------- */

static bool is_shown(str path)
{
	return path_is_plain(path) && utf8_invalid_at(path) == STR_NONE;
}

static void seek(void *ctx, str path, enum tree_kind kind, const struct git_oid *id)
{
	struct search *search = ctx;
	UNUSED(id);
	if (kind == TREE_FILE && is_shown(path))
		VEC_PUSH(&search->files, ((struct live_path){.path = path, .name = path}));
}

static int compare_paths(const void *a, const void *b)
{
	return str_cmp(((const struct live_path *)a)->path, ((const struct live_path *)b)->path);
}

/* All files of the head, in its set. */
static bool seek_all(struct search *search, struct walk_node *head)
{
	git_oid root;
	memcpy(root.id, head->root, sizeof(root.id));
	if (head->has_root &&
		tree_walk(search->walk.store->git, &root, search->arena, seek, search) != TREE_DONE)
		return false;
	VEC_SORT(&search->files, compare_paths);
	head->paths = ARENA_NEW(&search->walk.own, struct path_set);
	for (size_t i = 0; i < search->files.len; i++) {
		struct live_path *file = &search->files.items[i];
		map_put(&search->index, file->path, file);
		path_set_add(head->paths, file);
	}
	search->nsought = search->files.len;
	head->changes = true;
	walk_queue(&search->walk, head);
	return true;
}

static bool wants_changes(const struct search *search)
{
	return search->changes.len < STORE_CHANGES;
}

/* NULL for the commit: it lies behind the cut of a shallow clone. */
static void found(struct search *search, struct live_path *file, const struct store_commit *commit)
{
	path_set_remove(file);
	file->commit = commit;
	search->nsought--;
}

/* --- one commit --------------------------------------------------------------------- */

static const git_oid *root_of(const struct walk_node *node, git_oid *space)
{
	if (!node || !node->has_root)
		return NULL;
	memcpy(space->id, node->root, sizeof(space->id));
	return space;
}

static int differences(struct search *search, const struct walk_node *parent,
	const struct walk_node *node, difference_list *out)
{
	git_oid before, after;
	return treediff(&search->trees, root_of(parent, &before), root_of(node, &after),
		&search->diff, out);
}

static bool same_root(const struct walk_node *a, const struct walk_node *b)
{
	return a->has_root == b->has_root &&
	       (!a->has_root || memcmp(a->root, b->root, sizeof(a->root)) == 0);
}

/* `file` or the next of its name that is sought at the node. */
static struct live_path *among(struct live_path *file, const struct walk_node *node)
{
	while (file && (!node->paths || file->set != node->paths))
		file = file->namesake;
	return file;
}

/* The file of that name, when it is sought at the node. There may be several: two branches
 * can have kept and moved it. */
static struct live_path *sought(struct search *search, const struct walk_node *node, str name)
{
	return among(map_get(&search->index, name), node);
}

static void give(struct search *search, struct walk_node *parent, struct path_set *paths)
{
	if (!paths->len)
		return;
	parent->paths = path_set_union(parent->paths, paths);
	walk_queue(&search->walk, parent);
}

static void put_aside(struct path_set *set, struct live_path *file)
{
	path_set_remove(file);
	path_set_add(set, file);
}

/* Keeps in `touched` what is also in `others`; the rest goes on to the parent. */
static void keep_common(struct search *search, const struct walk_node *node,
	struct walk_node *parent, difference_list *touched, const difference_list *others)
{
	struct map differ = {0};
	size_t kept = 0;
	struct path_set *same = ARENA_NEW(&search->walk.own, struct path_set);
	for (size_t i = 0; i < others->len; i++)
		map_put(&differ, others->items[i].path, others->items);
	for (size_t i = 0; i < touched->len; i++) {
		str path = touched->items[i].path;
		if (map_has(&differ, path)) {
			touched->items[kept++] = touched->items[i];
			continue;
		}
		for (struct live_path *file; (file = sought(search, node, path));)
			put_aside(same, file);
	}
	touched->len = kept;
	give(search, parent, same);
	map_release(&differ);
}

/* Everything sought but what `touched` names goes on to the first parent. */
static void pass_on(struct search *search, struct walk_node *node, struct walk_node *parent,
	const difference_list *touched)
{
	struct path_set *rest = node->paths;
	if (!rest)
		return;
	struct path_set *stay = ARENA_NEW(&search->walk.own, struct path_set);
	for (size_t i = 0; i < touched->len; i++)
		for (struct live_path *file; (file = sought(search, node, touched->items[i].path));)
			put_aside(stay, file);
	node->paths = stay;
	give(search, parent, rest);
}

static void rename_to(struct search *search, struct live_path *file, str name)
{
	struct live_path *first = map_get(&search->index, file->name), **at = &first;
	while (*at != file)
		at = &(*at)->namesake;
	*at = file->namesake;
	map_put(&search->index, file->name, first);
	file->name = arena_str(&search->walk.own, name);
	file->namesake = map_get(&search->index, file->name);
	map_put(&search->index, file->name, file);
}

/* What lay elsewhere in the only parent is sought there, under its name of then. */
static void follow_moves(struct search *search, const struct walk_node *node,
	struct walk_node *parent, difference_list *touched)
{
	move_list moves = {0};
	struct path_set *moved = ARENA_NEW(&search->walk.own, struct path_set);
	moves_take(touched, &moves);
	for (size_t i = 0; i < moves.len; i++) {
		for (struct live_path *file; (file = sought(search, node, moves.items[i].to));) {
			put_aside(moved, file);
			rename_to(search, file, moves.items[i].from);
		}
	}
	give(search, parent, moved);
	VEC_FREE(&moves);
}

/* 0 or git's error number. Only here, and for a change that is listed, is a commit described. */
static int date_touched(
	struct search *search, struct walk_node *node, const difference_list *touched)
{
	for (size_t i = 0; i < touched->len; i++)
		for (struct live_path *file;
			(file = sought(search, node, touched->items[i].path));) {
			if (!walk_describe(&search->walk, node))
				return GIT_ERROR;
			found(search, file, node->is_cut ? NULL : node->commit);
		}
	return 0;
}

static int compare_strs(const void *a, const void *b)
{
	return str_cmp(*(const str *)a, *(const str *)b);
}

static int list_change(
	struct search *search, struct walk_node *node, const difference_list *touched)
{
	struct store_change change = {.commit = walk_describe(&search->walk, node)};
	VEC(str) paths = {0};
	if (!change.commit)
		return GIT_ERROR;
	for (size_t i = 0; i < touched->len; i++)
		if (is_shown(touched->items[i].path))
			VEC_PUSH(&paths, touched->items[i].path);
	VEC_SORT(&paths, compare_strs);
	change.ntouched = paths.len;
	change.npaths = paths.len < STORE_CHANGE_PATHS ? paths.len : STORE_CHANGE_PATHS;
	change.paths = ARENA_ARRAY(search->arena, str, change.npaths);
	for (size_t i = 0; i < change.npaths; i++)
		change.paths[i] = arena_str(search->arena, paths.items[i]);
	if (paths.len)
		VEC_PUSH(&search->changes, change);
	VEC_FREE(&paths);
	return 0;
}

/* What is like none of the parents was touched here; the rest moves on. */
static int compare_with_parents(
	struct search *search, struct walk_node *node, difference_list *touched)
{
	difference_list others = {0};
	int code = differences(search, node->nparents ? node->parents[0] : NULL, node, touched);
	if (code == 0 && node->nparents)
		pass_on(search, node, node->parents[0], touched);
	if (code == 0 && node->nparents == 1)
		follow_moves(search, node, node->parents[0], touched);
	for (size_t i = 1; i < node->nparents && code == 0; i++) {
		others.len = 0;
		code = differences(search, node->parents[i], node, &others);
		if (code == 0)
			keep_common(search, node, node->parents[i], touched, &others);
	}
	VEC_FREE(&others);
	return code;
}

/* The parent that has the same content root: changes lie behind it alone. */
static struct walk_node *same_parent(const struct walk_node *node)
{
	for (size_t i = 0; i < node->nparents; i++)
		if (same_root(node->parents[i], node))
			return node->parents[i];
	return NULL;
}

static void want_changes(struct search *search, struct walk_node *node)
{
	node->changes = true;
	walk_queue(&search->walk, node);
}

static int take_change(
	struct search *search, struct walk_node *node, const difference_list *touched)
{
	struct walk_node *same = same_parent(node);
	if (same) {
		want_changes(search, same);
		return 0;
	}
	int code = node->is_cut ? 0 : list_change(search, node, touched);
	for (size_t i = 0; i < node->nparents; i++)
		want_changes(search, node->parents[i]);
	return code;
}

static int visit(struct search *search, struct walk_node *node)
{
	difference_list touched = {0};
	bool changes = node->changes && !node->was_taken && wants_changes(search);
	if (!changes && (!node->paths || !node->paths->len))
		return 0;
	int code = walk_parents(&search->walk, node);
	if (code == 0)
		code = compare_with_parents(search, node, &touched);
	if (code == 0)
		code = date_touched(search, node, &touched);
	if (code == 0 && changes)
		code = take_change(search, node, &touched);
	node->was_taken |= changes;
	VEC_FREE(&touched);
	arena_reset(&search->diff);
	return code;
}

/* --- what was found before ---------------------------------------------------------- */

static const char *saved_path(const struct store *store, struct arena *arena)
{
	uint64_t key = hash64(str_of(git_repository_commondir(store->git)));
	key = hash64_mix(key, store->prefix);
	return arena_printf(arena, "%.*s/history/%016llx.txt", STR_ARGS(store->cache_dir),
		(unsigned long long)key)
		.ptr;
}

static bool is_saved_head(const struct search *search, const struct walk_node *node)
{
	char id[GIT_OID_HEXSZ + 1];
	git_oid oid;
	if (!search->saved.head)
		return false;
	memcpy(oid.id, node->id, sizeof(oid.id));
	git_oid_tostr(id, sizeof(id), &oid);
	return str_eq(search->saved.head->id, str_of(id));
}

/* Dates for the files that came to the saved head. What it lacks stays. */
static void date_from_saved(struct search *search, const struct walk_node *node)
{
	struct live_path *next = node->paths ? node->paths->first : NULL;
	for (struct live_path *file; (file = next);) {
		const struct store_commit *commit = store_history_find(&search->saved, file->name);
		next = file->next;
		if (commit)
			found(search, file, commit);
	}
}

static bool is_listed(const struct search *search, str id)
{
	for (size_t i = 0; i < search->changes.len; i++)
		if (str_eq(search->changes.items[i].commit->id, id))
			return true;
	return false;
}

/* When every line of the walk has come together here, the saved changes are
 * the rest; unless a wrong clock had some of them looked at already. */
static bool append_saved_changes(struct search *search)
{
	const struct store_history *saved = &search->saved;
	for (size_t i = 0; i < saved->nchanges; i++)
		if (is_listed(search, saved->changes[i].commit->id))
			return false;
	for (size_t i = 0; i < saved->nchanges && wants_changes(search); i++)
		VEC_PUSH(&search->changes, saved->changes[i]);
	return true;
}

/* --- the walk ----------------------------------------------------------------------- */

static int walk_all(struct search *search)
{
	int code = 0;
	struct walk_node *node;
	while (code == 0 && (node = walk_next(&search->walk))) {
		bool alone = search->walk.queue.len == 0;
		if (!search->nsought && !wants_changes(search))
			break;
		if (is_saved_head(search, node)) {
			date_from_saved(search, node);
			if (alone && node->changes && !search->nsought &&
				append_saved_changes(search))
				break;
		}
		code = visit(search, node);
	}
	return code;
}

static void write_result(struct search *search, struct walk_node *head, struct store_history *out)
{
	struct arena *arena = search->arena;
	*out = (struct store_history){.head = walk_describe(&search->walk, head)};
	out->dated = ARENA_ARRAY(arena, struct store_dated, search->files.len);
	for (size_t i = 0; i < search->files.len; i++) {
		const struct live_path *file = &search->files.items[i];
		if (file->commit)
			out->dated[out->ndated++] = (struct store_dated){file->path, file->commit};
	}
	out->changes = ARENA_ARRAY(arena, struct store_change, search->changes.len);
	for (; out->nchanges < search->changes.len; out->nchanges++)
		out->changes[out->nchanges] = search->changes.items[out->nchanges];
}

static bool search_all(struct search *search, struct walk_node *head, struct store_history *out)
{
	if (is_saved_head(search, head)) {
		*out = search->saved;
		return true;
	}
	if (!seek_all(search, head) || walk_all(search) < 0)
		return false;
	write_result(search, head, out);
	return out->head != NULL;
}

static void save(const struct search *search, const char *path, const struct store_history *out)
{
	str folder = path_dir(str_of(path));
	bool known = search->saved.head && str_eq(search->saved.head->id, out->head->id);
	if (!known && !search->walk.cut &&
		file_make_folders(arena_cstr(search->arena, folder)) == 0)
		history_file_save(path, out);
}

bool history_walk(struct store *store, struct arena *arena, struct store_history *out, bool *cut)
{
	int code;
	git_oid id;
	struct search search = {.arena = arena};
	const char *path = store->cache_dir.len ? saved_path(store, arena) : NULL;
	memcpy(id.id, store->head, sizeof(id.id));
	arena_init(&search.diff);
	if (path && !history_file_load(path, arena, &search.saved))
		search.saved = (struct store_history){0};
	bool ok = treediff_open(&search.trees, store->git) == 0;
	walk_init(&search.walk, store, search.trees.objects, arena);
	struct walk_node *head = ok ? walk_node(&search.walk, &id, &code) : NULL;
	ok = head && search_all(&search, head, out);
	if (ok && path)
		save(&search, path, out);
	*cut = search.walk.cut;
	treediff_close(&search.trees);
	map_release(&search.index);
	VEC_FREE(&search.files);
	VEC_FREE(&search.changes);
	arena_release(&search.diff);
	walk_release(&search.walk);
	return ok;
}
