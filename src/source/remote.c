#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/remote.h"

#include <errno.h>

#include "base/hash.h"
#include "base/messages.h"
#include "base/path.h"
#include "source/guard.h"
#include "source/repository.h"
#include "source/tree.h"
#include "source/url.h"
#include "sys/dir.h"
#include "sys/process.h"
#include "sys/process_lock.h"

/* Another build may be fetching for the first time. */
enum { LOCK_WAIT_MS = 15 * 60 * 1000 };

struct remote {
	struct store *store;
	const struct store_options *options;
	struct diags *diags;
	struct arena *arena;
	str shown;        /* the address, for messages */
	const char *name; /* HASH.git, HASH.new and HASH.lock, below folder */
	const char *fresh;
	const char *lock;
	int folder;
};

/* --- the copy ----------------------------------------------------------------------- */

static const char *path_of(const struct remote *remote, const char *name)
{
	return arena_printf(remote->arena, "%.*s/git/%s", STR_ARGS(remote->store->cache_dir), name)
		.ptr;
}

static const char *marker_of(const struct remote *remote, const char *name)
{
	return arena_printf(remote->arena, "%s/tilts-fetched", path_of(remote, name)).ptr;
}

static void close_copy(struct remote *remote)
{
	git_repository_free(remote->store->git);
	remote->store->git = NULL;
}

static bool open_copy(struct remote *remote)
{
	struct file_info marker;
	struct store *store = remote->store;
	store->path = path_of(remote, remote->name);
	store->copy_marker = str_of(marker_of(remote, remote->name));
	if (file_info(store->copy_marker.ptr, &marker) != 0 || marker.type != FILE_REGULAR)
		return false;
	return git_repository_open_bare(&store->git, store->path) == 0;
}

struct soundness {
	git_odb *objects;
	bool whole;
};

static void look_for(void *ctx, str path, enum tree_kind kind, const struct git_oid *id)
{
	struct soundness *soundness = ctx;
	UNUSED(path);
	if (kind == TREE_FILE && !git_odb_exists(soundness->objects, id))
		soundness->whole = false;
}

/* Does the copy hold every file of the commit asked for? A ref that isn't there,
 * or too many files, is another matter, reported later. */
static bool is_sound(struct remote *remote)
{
	git_oid tree;
	bool missing;
	struct arena paths;
	struct store *store = remote->store;
	struct soundness soundness = {.whole = true};
	int code = repository_find(store, remote->options->ref);
	if (code < 0)
		return !repository_is_damage(code);
	if (!repository_root_tree(store, store->head, &tree, &missing))
		return missing;
	if (git_repository_odb(&soundness.objects, store->git) < 0)
		return false;
	arena_init(&paths);
	enum tree_result result = tree_walk(store->git, &tree, &paths, look_for, &soundness);
	arena_release(&paths);
	git_odb_free(soundness.objects);
	return result != TREE_BROKEN && soundness.whole;
}

/* Each fetch leaves a pack; many of them make every read slow. git knows when. */
static void tidy_up(struct remote *remote)
{
	int status;
	struct buf nothing;
	const char *const argv[] = {"git", "-C", path_of(remote, remote->name), "-c",
		"gc.autoDetach=false", "gc", "--auto", "--quiet", NULL};
	buf_init(&nothing);
	process_run(argv, NULL, S(""), &nothing, &status);
	buf_release(&nothing);
}

/* --- making and refreshing it ------------------------------------------------------- */

static bool report_cache(struct remote *remote, int error)
{
	diag_add(remote->diags, DIAG_SOURCE_CACHE, SPAN_NONE, "can't keep a copy in '%.*s/git': %s",
		STR_ARGS(remote->store->cache_dir), messages_of_error(error));
	return false;
}

static void add_hint(struct remote *remote, const struct fetch *fetch)
{
	if (fetch->hint.len)
		diag_note(remote->diags, SPAN_NONE, "%.*s", STR_ARGS(fetch->hint));
}

static bool report_unreachable(struct remote *remote, const struct fetch *fetch)
{
	diag_add(remote->diags, DIAG_SOURCE_UNREACHABLE, SPAN_NONE, "can't fetch %.*s: %.*s",
		STR_ARGS(remote->shown), STR_ARGS(fetch->why));
	add_hint(remote, fetch);
	return false;
}

/* Makes a whole copy beside the old one, then puts it in its place. */
static bool clone(struct remote *remote)
{
	git_repository *git;
	int error = dir_remove_tree(remote->folder, remote->fresh);
	if (error)
		return report_cache(remote, error);
	if (git_repository_init(&git, path_of(remote, remote->fresh), 1) < 0) {
		diag_add(remote->diags, DIAG_SOURCE_CACHE, SPAN_NONE, "can't make a copy: %s",
			git_why());
		return false;
	}
	git_repository_free(git);
	struct fetch fetch =
		guard_fetch(remote->options, path_of(remote, remote->fresh), remote->arena);
	if (fetch.result != FETCH_DONE) {
		dir_remove_tree(remote->folder, remote->fresh);
		return report_unreachable(remote, &fetch);
	}
	error = file_write(marker_of(remote, remote->fresh), S(""));
	if (!error)
		error = dir_remove_tree(remote->folder, remote->name);
	if (!error)
		error = dir_rename(remote->folder, remote->fresh, remote->folder, remote->name);
	return error ? report_cache(remote, error) : true;
}

static str age_of_copy(struct remote *remote)
{
	struct file_info marker = {0};
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	file_info(remote->store->copy_marker.ptr, &marker);
	int64_t minutes = (now.tv_sec - marker.mtime_ns / 1000000000) / 60;
	unsigned long n = minutes > 0 ? (unsigned long)minutes : 0;
	if (n >= 24 * 60)
		return arena_printf(remote->arena, ngettext("%lu day", "%lu days", n / (24 * 60)),
			n / (24 * 60));
	if (n >= 60)
		return arena_printf(
			remote->arena, ngettext("%lu hour", "%lu hours", n / 60), n / 60);
	if (n > 0)
		return arena_printf(remote->arena, ngettext("%lu minute", "%lu minutes", n), n);
	return str_of(_("less than a minute"));
}

static void report_stale(struct remote *remote, const struct fetch *fetch)
{
	str age = age_of_copy(remote);
	diag_add(remote->diags, DIAG_SOURCE_STALE, SPAN_NONE,
		"can't fetch %.*s: %.*s; the copy is %.*s old", STR_ARGS(remote->shown),
		STR_ARGS(fetch->why), STR_ARGS(age));
	add_hint(remote, fetch);
}

/* False: the copy is of no use and must be made anew. Nothing is reported then. */
static bool refresh(struct remote *remote)
{
	if (!open_copy(remote))
		return false;
	struct fetch fetch = guard_fetch(remote->options, remote->store->path, remote->arena);
	if (fetch.result == FETCH_BROKEN || !is_sound(remote))
		return false;
	if (fetch.result == FETCH_FAILED)
		report_stale(remote, &fetch);
	else
		file_write(remote->store->copy_marker.ptr, S(""));
	if (fetch.received)
		tidy_up(remote);
	return true;
}

static bool open_locked(struct remote *remote)
{
	if (refresh(remote))
		return true;
	close_copy(remote);
	if (!clone(remote))
		return false;
	if (open_copy(remote))
		return true;
	diag_add(remote->diags, DIAG_SOURCE_CACHE, SPAN_NONE, "can't open the copy: %s", git_why());
	return false;
}

static bool open_in_folder(struct remote *remote)
{
	int64_t holder;
	struct process_lock lock;
	int error = process_lock_take(remote->folder, remote->lock, LOCK_WAIT_MS, &lock, &holder);
	if (error)
		return report_cache(remote, error);
	bool ok = open_locked(remote);
	process_lock_drop(&lock);
	return ok;
}

bool remote_open(struct store *store, const struct store_options *options, struct diags *diags)
{
	struct remote remote = {
		.store = store, .options = options, .diags = diags, .arena = store->arena};
	if (!url_check(options->location, diags))
		return false;
	if (!store->cache_dir.len) {
		diag_add(diags, DIAG_SOURCE_CACHE, SPAN_NONE,
			"there is no cache folder: neither XDG_CACHE_HOME nor HOME is set");
		return false;
	}
	str hash = hash_hex(store->arena, options->location, 32);
	remote.shown = url_shown(store->arena, options->location);
	remote.name = arena_join(store->arena, hash, S(".git"), S("")).ptr;
	remote.fresh = arena_join(store->arena, hash, S(".new"), S("")).ptr;
	remote.lock = arena_join(store->arena, hash, S(".lock"), S("")).ptr;
	const char *folder = path_of(&remote, "");
	int error = file_make_folders(folder);
	if (!error)
		error = file_open_folder(folder, &remote.folder);
	if (error)
		return report_cache(&remote, error);
	bool ok = open_in_folder(&remote);
	file_close(remote.folder);
	return ok;
}

void remote_distrust(const struct store *store)
{
	int folder;
	if (file_open_folder(store->path, &folder) != 0)
		return;
	dir_remove(folder, "tilts-fetched");
	file_close(folder);
}
