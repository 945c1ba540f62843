#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/commit.h"

#include "base/messages.h"
#include "source/repository.h"
#include "source/tree.h"

/* The folders of the repository's top, as candidates for a mistyped --subdir. */
static void suggest_subdir(const struct store *store, str wanted, struct diags *diags)
{
	git_object *top;
	VEC(str) names = {0};
	char spec[GIT_OID_HEXSZ + sizeof("^{tree}")];
	git_oid_tostr(spec, GIT_OID_HEXSZ + 1, (const git_oid *)store->head);
	memcpy(spec + GIT_OID_HEXSZ, "^{tree}", sizeof("^{tree}"));
	if (git_revparse_single(&top, store->git, spec) < 0)
		return;
	for (size_t i = 0; i < git_tree_entrycount((git_tree *)top); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex((git_tree *)top, i);
		if (git_tree_entry_type(entry) == GIT_OBJECT_TREE)
			VEC_PUSH(&names, str_of(git_tree_entry_name(entry)));
	}
	diag_suggest(diags, wanted, names.items, names.len);
	VEC_FREE(&names);
	git_object_free(top);
}

static void report_damage(const struct store *store, struct diags *diags)
{
	diag_add(diags, DIAG_SOURCE_DAMAGED, SPAN_NONE, "can't read the repository: %s", git_why());
	repository_damage_note(store, diags);
}

bool commit_check(struct store *store, str subdir, struct diags *diags)
{
	git_oid tree;
	bool missing;
	if (repository_root_tree(store, store->head, &tree, &missing))
		return true;
	if (!missing) {
		report_damage(store, diags);
		return false;
	}
	diag_add(diags, DIAG_SUBDIR_MISSING, SPAN_NONE, "there is no folder '%.*s' at that commit",
		STR_ARGS(store->prefix));
	suggest_subdir(store, subdir.len ? subdir : store->prefix, diags);
	return false;
}

static void visit(void *ctx, str path, enum tree_kind kind, const struct git_oid *id)
{
	struct listing *listing = ctx;
	struct store_entry entry = {.path = path};
	switch (kind) {
	case TREE_FILE:
		memcpy(entry.object, id->id, sizeof(entry.object));
		memcpy(&entry.id, id->id, sizeof(entry.id));
		listing_add(listing, entry);
		break;
	case TREE_LINK:
		listing_refuse(listing, path, N_("a symbolic link"));
		break;
	case TREE_SUBMODULE:
		listing_refuse(listing, path, N_("a repository of its own (a submodule)"));
		break;
	case TREE_OTHER:
		listing_refuse(listing, path, N_("a file of unknown kind"));
		break;
	}
}

/* What a partial clone left out is told once, not file by file. */
static bool is_whole(const struct listing *listing)
{
	git_oid id;
	git_odb *objects;
	size_t nmissing = 0;
	struct git_repository *git = listing->store->git;
	if (!repository_is_partial(git) || git_repository_odb(&objects, git) < 0)
		return true;
	for (size_t i = 0; i < listing->out->len; i++) {
		memcpy(id.id, listing->out->items[i].object, sizeof(id.id));
		nmissing += !git_odb_exists(objects, &id);
	}
	git_odb_free(objects);
	if (!nmissing)
		return true;
	diag_add(listing->diags, DIAG_SOURCE_DAMAGED, SPAN_NONE,
		"%zu of %zu files of the commit are not in the repository", nmissing,
		listing->out->len);
	repository_damage_note(listing->store, listing->diags);
	return false;
}

bool commit_list(struct listing *listing)
{
	git_oid tree;
	bool missing;
	const struct store *store = listing->store;
	enum tree_result result = TREE_BROKEN;
	if (repository_root_tree(store, store->head, &tree, &missing))
		result = tree_walk(store->git, &tree, listing->arena, visit, listing);
	if (result == TREE_BROKEN)
		report_damage(listing->store, listing->diags);
	if (result == TREE_TOO_LARGE)
		diag_add(listing->diags, DIAG_SOURCE_TOO_LARGE, SPAN_NONE,
			"the commit holds too many files, or folders too deep");
	return result == TREE_DONE && is_whole(listing);
}

struct git_odb *commit_reader_new(const struct store *store, struct diags *diags)
{
	git_buf path = GIT_BUF_INIT;
	git_odb *objects = NULL;
	int code = git_repository_item_path(&path, store->git, GIT_REPOSITORY_ITEM_OBJECTS);
	if (code == 0)
		code = git_odb_open(&objects, path.ptr);
	git_buf_dispose(&path);
	if (code == 0)
		return objects;
	report_damage(store, diags);
	return NULL;
}

void commit_reader_free(struct git_odb *objects)
{
	git_odb_free(objects);
}

enum commit_read commit_size(struct git_odb *objects, const struct store_entry *entry, size_t *out)
{
	git_oid id;
	git_object_t type;
	memcpy(id.id, entry->object, sizeof(id.id));
	if (git_odb_read_header(out, &type, objects, &id) < 0)
		return COMMIT_DAMAGED;
	if (type == GIT_OBJECT_BLOB)
		return COMMIT_READ;
	git_error_set_str(GIT_ERROR_ODB, _("the object is not a file"));
	return COMMIT_DAMAGED;
}

enum commit_read commit_read(
	struct git_odb *objects, const struct store_entry *entry, size_t limit, struct buf *out)
{
	git_oid id;
	size_t size;
	git_odb_object *blob;
	memcpy(id.id, entry->object, sizeof(id.id));
	if (commit_size(objects, entry, &size) != COMMIT_READ)
		return COMMIT_DAMAGED;
	if (size > limit || !buf_reserve(out, size))
		return COMMIT_TOO_BIG;
	if (git_odb_read(&blob, objects, &id) < 0)
		return COMMIT_DAMAGED;
	buf_add(out, str_n(git_odb_object_data(blob), git_odb_object_size(blob)));
	git_odb_object_free(blob);
	return COMMIT_READ;
}
