#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/repository.h"

#include "base/messages.h"
#include "base/path.h"
#include "source/cause.h"
#include "sys/file.h"

const char *git_why(void)
{
	const git_error *error = git_error_last();
	return error && error->message ? error->message : _("no reason given");
}

static bool has(const char *folder, const char *name, enum file_type type)
{
	struct buf path;
	struct file_info info;
	buf_init(&path);
	buf_printf(&path, "%s/%s", folder, name);
	int error = file_info(path.data, &info);
	buf_release(&path);
	return !error && info.type == type;
}

/* By git's own rule, and without opening: it may be another user's. */
bool repository_is_at(const char *path)
{
	return has(path, "HEAD", FILE_REGULAR) && has(path, "objects", FILE_FOLDER) &&
	       has(path, "refs", FILE_FOLDER);
}

static bool is_in(const char *folder, struct arena *arena)
{
	struct file_info info;
	str git = arena_join(arena, str_of(folder), S("/.git"), S(""));
	return repository_is_at(folder) ||
	       (file_info(arena_cstr(arena, git), &info) == 0 && info.type != FILE_NONE);
}

bool repository_is_around(const char *path, struct arena *arena)
{
	str folder = file_real_path(path, arena);
	for (; folder.len; folder = path_dir(folder))
		if (is_in(arena_cstr(arena, folder), arena))
			return true;
	return is_in("", arena);
}

/* libgit2 1.5 calls a repository of another user not found, when no
 * safe.directory is set at all. */
static bool is_hidden(const char *path)
{
	git_buf found = GIT_BUF_INIT;
	bool hidden = git_repository_discover(&found, path, 0, NULL) == 0;
	git_buf_dispose(&found);
	return hidden;
}

struct git_repository *repository_open(const char *path, int *code)
{
	git_repository *git = NULL;
	*code = git_repository_open_ext(&git, path, 0, NULL);
	if (*code == GIT_ENOTFOUND && is_hidden(path))
		*code = GIT_EOWNER;
	return *code == 0 ? git : NULL;
}

static void report_cause(enum diag_id id, const char *path, struct diags *diags)
{
	struct arena arena;
	arena_init(&arena);
	struct cause cause = cause_of(str_of(git_why()), str_of(path), &arena);
	diag_add(diags, id, SPAN_NONE, "can't open the repository of '%s': %.*s", path,
		STR_ARGS(cause.why));
	if (cause.hint.len)
		diag_note(diags, SPAN_NONE, "%.*s", STR_ARGS(cause.hint));
	arena_release(&arena);
}

void repository_allow(void)
{
	/* Settings of single work trees; bytes fetched when they are asked for; none thrown
	 * away: who only reads objects need not know of these. */
	static const char *harmless[] = {"worktreeconfig", "partialclone", "preciousobjects"};
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, ARRAY_LEN(harmless));
}

/* All settings are looked at: git_config_foreach_match() of libgit2 1.5.1 loses memory for each
 * that does not match. */
static int is_promisor(const git_config_entry *entry, void *ctx)
{
	int value = 0;
	str name = str_of(entry->name);
	UNUSED(ctx);
	if (str_starts(name, S("remote.")) && str_ends(name, S(".promisor")))
		git_config_parse_bool(&value, entry->value);
	return value;
}

bool repository_is_partial(struct git_repository *git)
{
	git_config *config;
	if (git_repository_config_snapshot(&config, git) < 0)
		return false;
	int found = git_config_foreach(config, is_promisor, NULL);
	git_config_free(config);
	return found > 0;
}

void repository_damage_note(const struct store *store, struct diags *diags)
{
	if (repository_is_partial(store->git))
		diag_note(diags, SPAN_NONE,
			"it is a partial clone (--filter): `git -C %s fetch --refetch "
			"--no-filter` brings what it left out",
			store->path);
	else
		diag_note(diags, SPAN_NONE, "`git fsck` in the repository lists what is broken");
}

void repository_report(enum diag_id id, const char *path, int code, struct diags *diags)
{
	if (code == GIT_EOWNER) {
		diag_add(diags, id, SPAN_NONE,
			"the repository of '%s' belongs to another user, so git refuses it", path);
		diag_note(diags, SPAN_NONE,
			"if you trust it: git config --global --add safe.directory \"$(realpath "
			"'%s')\"",
			path);
	} else if (code == GIT_ENOTFOUND) {
		diag_add(diags, id, SPAN_NONE, "there is no git repository at '%s'", path);
		diag_note(diags, SPAN_NONE, "without --ref the folder is read as it lies on disk");
	} else {
		report_cause(id, path, diags);
	}
}

str repository_prefix(struct git_repository *git, const char *folder, struct arena *arena)
{
	const char *top = git_repository_workdir(git);
	if (!top || repository_is_at(folder))
		return S("");
	str real = file_real_path(folder, arena), real_top = file_real_path(top, arena);
	if (!str_starts(real, real_top) || real.len <= real_top.len)
		return S("");
	str below = str_from(real, real_top.len);
	if (below.ptr[0] == '/')
		return str_from(below, 1);
	return str_eq(real_top, S("/")) ? below : S("");
}

/* --- refs --------------------------------------------------------------------------- */

static str short_name(str ref)
{
	const str folders[] = {S("refs/heads/"), S("refs/tags/"), S("refs/remotes/")};
	for (size_t i = 0; i < ARRAY_LEN(folders); i++)
		if (str_starts(ref, folders[i]))
			return str_from(ref, folders[i].len);
	return ref;
}

static void suggest_ref(git_repository *git, str wanted, struct diags *diags)
{
	git_strarray names = {0};
	VEC(str) candidates = {0};
	if (git_reference_list(&names, git) == 0)
		for (size_t i = 0; i < names.count; i++)
			VEC_PUSH(&candidates, short_name(str_of(names.strings[i])));
	diag_suggest(diags, wanted, candidates.items, candidates.len);
	VEC_FREE(&candidates);
	git_strarray_dispose(&names);
}

bool repository_is_damage(int code)
{
	return code < 0 && code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && code != GIT_EPEEL &&
	       code != GIT_EAMBIGUOUS;
}

static void report_ref(struct store *store, int code, str ref, struct diags *diags)
{
	if (repository_is_damage(code)) {
		diag_add(diags, DIAG_SOURCE_DAMAGED, SPAN_NONE, "can't read the commit '%.*s': %s",
			STR_ARGS(ref), git_why());
	} else if (code == GIT_EPEEL) {
		diag_add(diags, DIAG_REF_UNKNOWN, SPAN_NONE,
			"'%.*s' is a folder or a file, not a commit", STR_ARGS(ref));
		diag_note(diags, SPAN_NONE,
			"--ref takes a branch, a tag or the id of a commit, --subdir a folder in "
			"it");
	} else if (code == GIT_EAMBIGUOUS) {
		diag_add(diags, DIAG_REF_UNKNOWN, SPAN_NONE,
			"more than one commit begins with '%.*s'", STR_ARGS(ref));
		diag_note(diags, SPAN_NONE, "give more digits of the commit's id");
	} else {
		diag_add(diags, DIAG_REF_UNKNOWN, SPAN_NONE,
			"no branch, tag or commit is called '%.*s'", STR_ARGS(ref));
		suggest_ref(store->git, ref, diags);
	}
}

static int take_commit(struct store *store, git_object *object)
{
	git_object *commit;
	int code = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
	if (code == GIT_EINVALIDSPEC) /* what libgit2 says of a tree */
		return GIT_EPEEL;
	if (code < 0)
		return code;
	memcpy(store->head, git_object_id(commit)->id, sizeof(store->head));
	store->has_head = true;
	git_object_free(commit);
	return 0;
}

/* A ref that exists but whose object does not is damage, not a wrong name. */
static int find_object(git_repository *git, const char *name, git_object **out)
{
	git_reference *ref;
	int code = git_reference_dwim(&ref, git, name);
	if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC)
		return git_revparse_single(out, git, name);
	if (code < 0)
		return code;
	code = git_object_lookup(out, git, git_reference_target(ref), GIT_OBJECT_ANY);
	git_reference_free(ref);
	return code == GIT_ENOTFOUND ? GIT_ERROR : code;
}

int repository_find(struct store *store, str ref)
{
	git_object *object;
	const char *name = ref.len ? arena_cstr(store->arena, ref) : "HEAD";
	int code = find_object(store->git, name, &object);
	if (code < 0)
		return code;
	code = take_commit(store, object);
	git_object_free(object);
	return code;
}

/* git_repository_is_empty() wants HEAD to have the default name, too. */
static bool is_empty(git_repository *git)
{
	git_strarray names = {0};
	bool empty = git_repository_head_unborn(git) == 1 && git_reference_list(&names, git) == 0 &&
		     names.count == 0;
	git_strarray_dispose(&names);
	return empty;
}

bool repository_resolve(struct store *store, str ref, struct diags *diags)
{
	if (is_empty(store->git)) {
		diag_add(diags, DIAG_SOURCE_EMPTY, SPAN_NONE, "the repository has no commit yet");
		return false;
	}
	int code = repository_find(store, ref);
	if (code < 0)
		report_ref(store, code, ref.len ? ref : S("HEAD"), diags);
	return code == 0;
}

int repository_root_of(
	const struct store *store, const struct git_oid *all, struct git_oid *tree, bool *missing)
{
	git_tree *top = NULL;
	git_tree_entry *entry = NULL;
	*missing = false;
	git_oid_cpy(tree, all);
	if (!store->prefix.len)
		return 0;
	int code = git_tree_lookup(&top, store->git, all);
	if (code == 0) {
		code = git_tree_entry_bypath(&entry, top, arena_cstr(store->arena, store->prefix));
		*missing = code == GIT_ENOTFOUND ||
			   (code == 0 && git_tree_entry_type(entry) != GIT_OBJECT_TREE);
	}
	if (code == 0)
		git_oid_cpy(tree, git_tree_entry_id(entry));
	git_tree_entry_free(entry);
	git_tree_free(top);
	return *missing ? GIT_ENOTFOUND : code;
}

bool repository_root_tree(
	const struct store *store, const uint8_t id[20], struct git_oid *tree, bool *missing)
{
	git_oid oid;
	git_commit *commit;
	*missing = false;
	memcpy(oid.id, id, sizeof(oid.id));
	int code = git_commit_lookup(&commit, store->git, &oid);
	if (code < 0)
		return false;
	code = repository_root_of(store, git_commit_tree_id(commit), tree, missing);
	git_commit_free(commit);
	return code == 0;
}
