#include "publish/foreign.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#include "base/hash.h"
#include "base/path.h"
#include "sys/dir.h"

/* So many are named one by one. */
#define CONFLICTS_SHOWN 10

/* It was not read because it is no such file: no bytes to compare. Whatever else
 * may have happened, nobody knows what it is. */
static bool is_another(int error)
{
	return error == EFBIG || error == ENOENT || error == ENOTDIR || error == ELOOP ||
	       error == EISDIR || error == EINVAL || error == ENXIO || error == EACCES;
}

static int has_hash(int folder, str path, const struct manifest_entry *entry, bool *same)
{
	struct buf bytes;
	buf_init(&bytes);
	int error = file_read_at(folder, path, entry->size, &bytes);
	*same = !error && bytes.len == entry->size && hash64(buf_str(&bytes)) == entry->hash;
	buf_release(&bytes);
	return is_another(error) ? 0 : error;
}

/*
 * What is at a path of the manifest is ours, whoever changed it since. In a
 * folder that only looks like ours (copied, unpacked, or swapped by hand) it
 * is ours if its bytes are those we wrote.
 */
static int owns(const struct site_folder *site, str path, bool *ours)
{
	const struct manifest_entry *entry = manifest_find(site->manifest, path);
	*ours = entry && site->is_described;
	return !entry || *ours ? 0 : has_hash(site->fd, path, entry, ours);
}

struct carry {
	const struct site_folder *old;
	int fresh;
	const struct yard *yard;
	struct diags *diags;
	bool any;
	size_t nconflicts;
	char last[PATH_MAX]; /* the file carried over last */
	char at[PATH_MAX];   /* where the walk ended early */
};

static int has_same_bytes(int a, int b, str path, bool *same)
{
	struct buf a_bytes, b_bytes;
	buf_init(&a_bytes);
	buf_init(&b_bytes);
	int error = file_read_at(b, path, BUF_LIMIT_DEFAULT, &b_bytes);
	if (!error)
		error = file_read_at(a, path, b_bytes.len, &a_bytes);
	*same = !error && str_eq(buf_str(&a_bytes), buf_str(&b_bytes));
	buf_release(&a_bytes);
	buf_release(&b_bytes);
	return is_another(error) ? 0 : error;
}

static void report_conflict(struct carry *carry, str path)
{
	str shown = carry->yard->shown;
	if (++carry->nconflicts > CONFLICTS_SHOWN)
		return;
	diag_add(carry->diags, DIAG_PUBLISH_FOREIGN, SPAN_NONE,
		"'%.*s/%.*s' was not made by tilts and is in the way of the new site",
		STR_ARGS(shown), STR_ARGS(path));
	if (carry->nconflicts > 1)
		return;
	diag_note(carry->diags, SPAN_NONE,
		"move it away; if all of '%.*s' may go, remove that folder", STR_ARGS(shown));
	if (manifest_find(carry->old->manifest, path))
		diag_note(carry->diags, SPAN_NONE,
			"tilts made another file of that name: if '%.*s' or tilts' own folder "
			"beside "
			"it was brought back alone from a copy, remove both and build again",
			STR_ARGS(shown));
}

/* A new file is where this one wants to be. */
static int meet(struct carry *carry, str path)
{
	bool same = carry->old->is_damaged;
	int error = same ? 0 : has_same_bytes(carry->old->fd, carry->fresh, path, &same);
	if (!error && !same)
		report_conflict(carry, path);
	return error;
}

static int carry_file(struct carry *carry, const char *path)
{
	bool ours;
	str name = str_of(path);
	int error = owns(carry->old, name, &ours);
	if (error || ours)
		return error;
	carry->any = true;
	error = dir_link(carry->old->fd, path, carry->fresh);
	if (error == EEXIST || error == ENOTDIR)
		return meet(carry, name);
	if (error == ENOSPC || error == EDQUOT || error == EIO || error == EROFS)
		return error;
	/* No hard link to files of other people, or on this file system. What can't
	 * be copied either moves after the exchange; so does the original then. */
	if (error && (error = dir_copy(carry->old->fd, path, carry->fresh)) != 0)
		return error == ENOSPC || error == EDQUOT ? error : 0;
	memcpy(carry->last, path, name.len + 1);
	return 0;
}

static bool holds_carried(const struct carry *carry, str folder)
{
	str last = str_of(carry->last);
	return str_starts(last, folder) && str_starts(str_from(last, folder.len), S("/"));
}

/* Comes after everything in the folder, so it may lose its write bits now. */
static int carry_folder(struct carry *carry, const char *path, size_t nentries)
{
	struct file_info info;
	int error = dir_may_change(carry->old->fd, path);
	if (error)
		return error;
	carry->any |= nentries == 0;
	if (nentries == 0)
		dir_make(carry->fresh, path); /* fails where we have a file: then it goes */
	else if (!holds_carried(carry, str_of(path)))
		return 0;
	error = file_info_at(carry->fresh, path, &info);
	if (error || info.type != FILE_FOLDER)
		return error;
	return dir_copy_rights(carry->old->fd, path, carry->fresh, path);
}

static int carry_visit(void *ctx, const char *path, enum file_type type, size_t nentries)
{
	struct carry *carry = ctx;
	int error =
		type == FILE_FOLDER ? carry_folder(carry, path, nentries) : carry_file(carry, path);
	if (error)
		memcpy(carry->at, path, strlen(path) + 1);
	return error;
}

bool foreign_carry(const struct site_folder *old, int fresh, const struct yard *yard, bool *any,
	struct diags *diags)
{
	struct carry carry = {.old = old, .fresh = fresh, .yard = yard, .diags = diags};
	*any = false;
	if (old->fd < 0)
		return true;
	int error = dir_walk(old->fd, carry_visit, &carry);
	*any = carry.any;
	if (error)
		yard_failed(yard, str_of(carry.at), error, diags);
	if (carry.nconflicts > CONFLICTS_SHOWN)
		diag_note(diags, SPAN_NONE, "and %zu more", carry.nconflicts - CONFLICTS_SHOWN);
	return !error && !carry.nconflicts;
}

struct removal {
	const struct site_folder *old;
	int current;
	const struct manifest *published;
};

/* The output has another file there, which came later: it is the one that is meant. */
static int is_outdated(const struct removal *removal, const char *path, bool *outdated)
{
	struct file_info old, current;
	int error = file_info_at(removal->old->fd, path, &old);
	if (!error)
		error = file_info_at(removal->current, path, &current);
	*outdated = !error && current.changed_ns > old.changed_ns;
	return error;
}

/* A foreign file. */
static int move(const struct removal *removal, const char *path)
{
	bool outdated;
	int error = is_outdated(removal, path, &outdated);
	return error || outdated ? error : dir_carry(removal->old->fd, path, removal->current);
}

static int remove_visit(void *ctx, const char *path, enum file_type type, size_t nentries)
{
	const struct removal *removal = ctx;
	str name = str_of(path);
	bool ours;
	UNUSED(nentries);
	if (type == FILE_FOLDER)
		return dir_remove_empty(removal->old->fd, path);
	int error = owns(removal->old, name, &ours);
	if (!error && !ours && !manifest_find(removal->published, name))
		error = move(removal, path);
	if (error && error != EISDIR && error != ENOTDIR)
		return error;
	error = dir_remove(removal->old->fd, path);
	return error == ENOENT ? 0 : error;
}

int foreign_move_and_remove(
	const struct site_folder *old, int current, const struct manifest *published)
{
	struct removal removal = {old, current, published};
	return dir_walk(old->fd, remove_visit, &removal);
}
