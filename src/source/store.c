#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/store.h"

#include <errno.h>

#include "base/ascii.h"
#include "base/messages.h"
#include "base/path.h"
#include "source/commit.h"
#include "source/folder.h"
#include "source/guard.h"
#include "source/history.h"
#include "source/location.h"
#include "source/memory.h"
#include "source/remote.h"
#include "source/repository.h"
#include "source/url.h"
#include "sys/file.h"

struct store_reader {
	const struct store *store;
	struct git_odb *objects; /* NULL: a folder */
};

bool store_is_commit(const struct store *store)
{
	return store->folder < 0;
}

/* "./content/" -> "content", "." -> ""; the root stays. */
static str tidy(str path)
{
	while (str_starts(path, S("./")))
		path = str_from(path, 2);
	while (path.len > 1 && str_ends(path, S("/")))
		path.len--;
	return str_eq(path, S(".")) ? S("") : path;
}

/* What stands before a file's path in messages. */
static str shown_before(struct arena *arena, str place, str folder)
{
	str path = arena_join(arena, place, folder, S(""));
	if (path.len == 0 || str_ends(path, S("/")) || str_ends(path, S(":")))
		return path;
	return arena_join(arena, path, S("/"), S(""));
}

static str default_cache_dir(struct arena *arena)
{
	str cache = str_of(getenv("XDG_CACHE_HOME")), home = str_of(getenv("HOME"));
	if (str_starts(cache, S("/")))
		return path_join(arena, cache, S("tilts"));
	return home.len ? path_join(arena, home, S(".cache/tilts")) : S("");
}

/* A folder needs none of it: libgit2 begins by reading all certificates of the machine. */
static void begin_git(struct store *store)
{
	store->uses_git = true;
	memory_give_git();
	git_libgit2_init();
	repository_allow();
	/* Nothing is asked for twice but by history, which keeps what it needs (treediff.h). */
	git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	/* SHA-1 over every blob would take half of the time of reading it; zlib's own
	 * checksum finds broken packs, and a fetch checks what it brings. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
}

static bool open_folder(struct store *store, str location, str subdir, struct diags *diags)
{
	str path = path_join(store->arena, location, subdir);
	store->path = arena_cstr(store->arena, path.len ? path : S("."));
	store->shown = shown_before(store->arena, tidy(path), S(""));
	return folder_open(store, str_of(store->path), diags);
}

static void show_commit(struct store *store)
{
	str place = arena_join(store->arena, store->ref, S(":"), S(""));
	store->shown = shown_before(store->arena, place, store->prefix);
}

/* `store->git` is open and store->prefix set. */
static bool open_commit(
	struct store *store, const struct store_options *options, str subdir, struct diags *diags)
{
	store->ref = options->ref.len ? options->ref : S("HEAD");
	show_commit(store);
	return repository_resolve(store, options->ref, diags) && commit_check(store, subdir, diags);
}

static bool open_local_commit(
	struct store *store, const struct store_options *options, str subdir, struct diags *diags)
{
	int code;
	begin_git(store);
	store->path = arena_cstr(store->arena, options->location);
	store->git = repository_open(store->path, &code);
	if (!store->git) {
		repository_report(DIAG_SOURCE_REPOSITORY, store->path, code, diags);
		return false;
	}
	store->above = repository_prefix(store->git, store->path, store->arena);
	store->prefix = path_join(store->arena, store->above, subdir);
	return open_commit(store, options, subdir, diags);
}

static bool open_remote(
	struct store *store, const struct store_options *options, str subdir, struct diags *diags)
{
	begin_git(store);
	store->prefix = subdir;
	return remote_open(store, options, diags) && open_commit(store, options, subdir, diags);
}

/* "host:path" may also be the name of something here. */
static bool is_remote(struct store *store, str location)
{
	struct file_info info;
	return url_is_remote(location) &&
	       file_info(arena_cstr(store->arena, location), &info) == 0 && info.type == FILE_NONE;
}

static bool exists(struct store *store, str location, struct diags *diags)
{
	int folder;
	const char *path = arena_cstr(store->arena, location);
	int error = file_open_folder(path, &folder);
	if (!error) {
		file_close(folder);
		return true;
	}
	diag_add(diags, DIAG_SOURCE_MISSING, SPAN_NONE, "can't open the folder '%s': %s", path,
		messages_of_error(error));
	return false;
}

static bool open_any(struct store *store, const struct store_options *options, struct diags *diags)
{
	str location = options->location.len ? options->location : S("."), subdir;
	if (!path_resolve(store->arena, S(""), options->subdir, &subdir)) {
		diag_add(diags, DIAG_SUBDIR_MISSING, SPAN_NONE, "'%.*s' leads out of the source",
			STR_ARGS(options->subdir));
		return false;
	}
	if (is_remote(store, location))
		return open_remote(store, options, subdir, diags);
	if (!exists(store, location, diags))
		return false;
	if (options->ref.len || repository_is_at(arena_cstr(store->arena, location)))
		return open_local_commit(store, options, subdir, diags);
	return open_folder(store, location, subdir, diags);
}

static struct store *new_store(struct arena *arena)
{
	struct store *store = ARENA_NEW(arena, struct store);
	store->arena = arena;
	store->folder = -1;
	store->shown = store->ref = store->above = store->prefix = store->copy_marker = S("");
	return store;
}

struct store *store_open(
	const struct store_options *options, struct arena *arena, struct diags *diags)
{
	struct store *store = new_store(arena);
	store->location = options->location.len ? options->location : S(".");
	store->cache_dir = options->cache_dir.len ? options->cache_dir : default_cache_dir(arena);
	if (open_any(store, options, diags))
		return store;
	store_close(store);
	return NULL;
}

static bool open_beside(
	struct store *store, const struct store *first, str subdir, struct diags *diags)
{
	int code;
	if (!store_is_commit(first))
		return open_folder(store, first->location, subdir, diags);
	begin_git(store);
	store->path = first->path;
	store->git = repository_open(first->path, &code);
	if (!store->git) {
		repository_report(DIAG_SOURCE_REPOSITORY, store->path, code, diags);
		return false;
	}
	store->prefix = path_join(store->arena, store->above, subdir);
	show_commit(store);
	return commit_check(store, subdir, diags);
}

struct store *store_open_beside(
	const struct store *first, str subdir, struct arena *arena, struct diags *diags)
{
	struct store *store = new_store(arena);
	store->ref = first->ref;
	store->above = first->above;
	store->location = first->location;
	store->copy_marker = first->copy_marker;
	store->cache_dir = first->cache_dir;
	store->has_head = first->has_head;
	memcpy(store->head, first->head, sizeof(store->head));
	if (open_beside(store, first, subdir, diags))
		return store;
	store_close(store);
	return NULL;
}

str store_commit_id(const struct store *store, struct arena *arena)
{
	char text[GIT_OID_HEXSZ + 1];
	git_oid id;
	if (!store_is_commit(store))
		return S("");
	memcpy(id.id, store->head, sizeof(id.id));
	return arena_str(arena, str_of(git_oid_tostr(text, sizeof(text), &id)));
}

void store_close(struct store *store)
{
	if (!store)
		return;
	if (store->folder >= 0)
		file_close(store->folder);
	git_repository_free(store->git);
	if (store->uses_git)
		git_libgit2_shutdown();
}

/* --- a look ------------------------------------------------------------------------- */

bool store_has_commits(const struct store_options *options)
{
	struct arena arena;
	arena_init(&arena);
	struct store none = {.arena = &arena};
	bool has = is_remote(&none, options->location) || options->ref.len ||
		   repository_is_at(arena_cstr(&arena, options->location));
	arena_release(&arena);
	return has;
}

/* A branch can be called "deadbeef", but then it was found. */
static bool is_fixed(str ref)
{
	for (size_t i = 0; i < ref.len; i++)
		if (strchr("~^@:", ref.ptr[i]))
			return true;
	for (size_t i = 0; i < ref.len; i++)
		if (ascii_hex(ref.ptr[i]) < 0)
			return false;
	return ref.len >= 7;
}

static str report_look(
	const struct store_options *options, const struct fetch *fetch, struct diags *diags)
{
	if (fetch->result == FETCH_NO_REF && is_fixed(options->ref))
		return options->ref;
	struct arena arena;
	arena_init(&arena);
	str shown = url_shown(&arena, options->location);
	if (fetch->result == FETCH_NO_REF)
		diag_add(diags, DIAG_REF_UNKNOWN, SPAN_NONE,
			"%.*s has no branch or tag called '%.*s'", STR_ARGS(shown),
			STR_ARGS(options->ref.len ? options->ref : S("HEAD")));
	else
		diag_add(diags, DIAG_SOURCE_UNREACHABLE, SPAN_NONE, "can't look at %.*s: %.*s",
			STR_ARGS(shown), STR_ARGS(fetch->why));
	if (fetch->hint.len)
		diag_note(diags, SPAN_NONE, "%.*s", STR_ARGS(fetch->hint));
	arena_release(&arena);
	return S("");
}

str store_look(const struct store_options *options, struct arena *arena, struct diags *diags)
{
	struct store none = {.arena = arena};
	struct store_options absolute = *options;
	if (is_remote(&none, options->location)) {
		if (!url_check(options->location, diags))
			return S("");
	} else {
		absolute.location = file_real_path(arena_cstr(arena, options->location), arena);
		if (!absolute.location.len)
			absolute.location = options->location;
	}
	struct fetch fetch = guard_look(&absolute, arena);
	return fetch.result == FETCH_DONE ? fetch.id : report_look(options, &fetch, diags);
}

void store_prepare(void)
{
	memory_give_git();
	git_libgit2_init();
}

void store_let_go(void)
{
	git_libgit2_shutdown();
}

bool store_list(struct store *store, struct sources *sources, struct arena *arena,
	store_entries *out, struct diags *diags)
{
	struct listing listing = {store, sources, arena, out, diags};
	bool whole = store_is_commit(store) ? commit_list(&listing) : folder_list(&listing);
	listing_finish(&listing);
	return whole;
}

struct store_reader *store_reader_new(const struct store *store, struct diags *diags)
{
	struct store_reader *reader = xcalloc(1, sizeof(*reader));
	reader->store = store;
	if (!store_is_commit(store))
		return reader;
	reader->objects = commit_reader_new(store, diags);
	if (reader->objects)
		return reader;
	free(reader);
	return NULL;
}

void store_reader_free(struct store_reader *reader)
{
	if (reader)
		commit_reader_free(reader->objects);
	free(reader);
}

static void report_size(size_t limit, struct span span, struct diags *diags)
{
	if (limit >= (size_t)1 << 20)
		diag_add(diags, DIAG_FILE_TOO_BIG, span, "the file is larger than %zu MiB",
			limit >> 20);
	else
		diag_add(
			diags, DIAG_FILE_TOO_BIG, span, "the file is larger than %zu bytes", limit);
}

static bool report_folder(int error, size_t limit, struct span span, struct diags *diags)
{
	if (error == EFBIG)
		report_size(limit, span, diags);
	else if (error)
		diag_add(diags, DIAG_FILE_READ, span, "can't read the file: %s",
			messages_of_error(error));
	return !error;
}

static void report_damage(const struct store *store, struct span span, struct diags *diags)
{
	diag_add(diags, DIAG_FILE_READ, span, "can't read the file from the repository: %s",
		git_why());
	if (!store->copy_marker.len)
		return;
	remote_distrust(store);
	diag_note(diags, SPAN_NONE, "the copy is damaged: the next build fetches it anew");
}

static bool read_from_commit(struct store_reader *reader, const struct store_entry *entry,
	size_t limit, struct buf *out, struct span span, struct diags *diags)
{
	enum commit_read result = commit_read(reader->objects, entry, limit, out);
	if (result == COMMIT_TOO_BIG)
		report_size(limit, span, diags);
	if (result == COMMIT_DAMAGED)
		report_damage(reader->store, span, diags);
	return result == COMMIT_READ;
}

bool store_read(struct store_reader *reader, const struct store_entry *entry, size_t limit,
	struct buf *out, struct span span, struct diags *diags)
{
	size_t len = out->len;
	bool overflowed = out->overflowed;
	bool ok = reader->objects ? read_from_commit(reader, entry, limit, out, span, diags)
				  : report_folder(folder_read(reader->store, entry, limit, out),
					    limit, span, diags);
	if (!ok) {
		buf_truncate(out, len);
		out->overflowed = overflowed;
	}
	return ok;
}

/* git unpacks a blob whole, or not at all. */
bool store_read_head(struct store_reader *reader, const struct store_entry *entry, size_t most,
	struct buf *out, struct span span, struct diags *diags)
{
	size_t len = out->len;
	if (!reader->objects)
		return report_folder(
			folder_read_head(reader->store, entry, most, out), most, span, diags);
	if (!store_read(reader, entry, BUF_LIMIT_DEFAULT, out, span, diags))
		return false;
	if (out->len - len > most)
		buf_truncate(out, len + most);
	return true;
}

size_t store_size(struct store_reader *reader, const struct store_entry *entry)
{
	size_t size = 0;
	bool known = reader->objects ? commit_size(reader->objects, entry, &size) == COMMIT_READ
				     : folder_size(reader->store, entry, &size) == 0;
	return known ? size : 0;
}

/* A folder's repository is looked for only now: without one nothing is lost
 * but dates. False: there is none, or a warning says why it can't be read. */
static bool find_repository(struct store *store, struct diags *diags)
{
	int code;
	if (!repository_is_around(store->path, store->arena))
		return false;
	begin_git(store);
	store->git = repository_open(store->path, &code);
	if (!store->git) {
		if (code != GIT_ENOTFOUND)
			repository_report(DIAG_SOURCE_HISTORY, store->path, code, diags);
		return false;
	}
	store->prefix = repository_prefix(store->git, store->path, store->arena);
	return repository_find(store, S("")) == 0;
}

bool store_history(
	struct store *store, struct arena *arena, struct store_history *out, struct diags *diags)
{
	bool cut = false;
	*out = (struct store_history){0};
	if (!store->git && !find_repository(store, diags))
		return true;
	if (!store->has_head)
		return true;
	bool whole = history_walk(store, arena, out, &cut);
	if (cut)
		diag_add(diags, DIAG_SOURCE_SHALLOW, SPAN_NONE,
			"the repository is a shallow clone: dates before its cut are lost");
	if (whole)
		return true;
	diag_add(diags, store_is_commit(store) ? DIAG_SOURCE_DAMAGED : DIAG_SOURCE_HISTORY,
		SPAN_NONE, "can't read the history: %s", git_why());
	repository_damage_note(store, diags);
	*out = (struct store_history){0};
	return !store_is_commit(store);
}
