#include "publish/settle.h"

#include <errno.h>

#include "publish/folders.h"
#include "publish/foreign.h"
#include "sys/dir.h"

int settle_read(const struct yard *yard, const char *name, struct buf *text, struct manifest *out,
	bool *is_damaged)
{
	*out = (struct manifest){0};
	*is_damaged = false;
	int error = file_read_at(yard->work, str_of(name), BUF_LIMIT_DEFAULT, text);
	if (!error)
		*is_damaged = !manifest_read(buf_str(text), out);
	return error == ENOENT ? 0 : error;
}

static int remove_if_there(int in, const char *path)
{
	int error = dir_remove(in, path);
	return error == ENOENT ? 0 : error;
}

static int rename_if_there(int in, const char *path, const char *to)
{
	int error = dir_rename(in, path, in, to);
	return error == ENOENT ? 0 : error;
}

static int remove_old(
	const struct yard *yard, const struct site_folder *site, const struct manifest *published)
{
	int current = -1;
	int error = remove_if_there(yard->work, YARD_MANIFEST_OLD);
	if (!error)
		error = dir_open(yard->parent, yard->name, &current);
	if (!error)
		error = foreign_move_and_remove(site, current, published);
	if (!error)
		error = dir_remove_empty(yard->work, YARD_NEW);
	if (current >= 0)
		file_close(current);
	return error;
}

/* new/ is the spare already: it was the manifest alone that a build renewed. */
static int is_spare(const struct yard *yard, bool *spare)
{
	struct file_info info;
	int error = file_info_at(yard->work, YARD_MANIFEST_OLD, &info);
	*spare = !error && info.type != FILE_NONE;
	return error;
}

/* The old site becomes the spare, if nobody has put anything into it since the build looked. */
static int keep_or_remove(const struct yard *yard, const struct site_folder *site,
	struct manifest *old, const struct manifest *published)
{
	bool of_use = false;
	int error = site->is_described ? folders_check(site->fd, old, 0, &of_use)
				       : is_spare(yard, &of_use);
	if (error)
		return error;
	if (!of_use)
		return remove_old(yard, site, published);
	return site->is_described ? rename_if_there(yard->work, YARD_MANIFEST, YARD_MANIFEST_OLD)
				  : 0;
}

static int settle_old(
	const struct yard *yard, struct manifest *old, const struct manifest *published)
{
	struct site_folder site = {.fd = -1, .manifest = old};
	struct folder_identity identity;
	int error = dir_open(yard->work, YARD_NEW, &site.fd);
	if (error)
		return error == ENOENT ? 0 : error;
	error = folder_identity(site.fd, ".", &identity);
	site.is_described = folder_identity_is(old->root, identity);
	if (!error)
		error = keep_or_remove(yard, &site, old, published);
	file_close(site.fd);
	return error;
}

int settle(const struct yard *yard, struct manifest *old, const struct manifest *published)
{
	/* Before anything goes: or the power fails, the exchange is undone, and
	 * the output is an old site with holes. */
	int error = dir_sync(yard->parent);
	if (!error)
		error = dir_sync(yard->work);
	if (!error)
		error = settle_old(yard, old, published);
	if (!error)
		error = dir_remove_tree(yard->work, YARD_MADE);
	if (!error)
		error = dir_rename(yard->work, YARD_MANIFEST_NEW, yard->work, YARD_MANIFEST);
	return error;
}

int settle_discard(const struct yard *yard)
{
	/* In this order: a manifest never outlives the folder it tells of. */
	int error = remove_if_there(yard->work, YARD_MANIFEST_NEW);
	if (!error)
		error = remove_if_there(yard->work, YARD_MANIFEST_OLD);
	if (!error)
		error = dir_remove_tree(yard->work, YARD_NEW);
	return error ? error : dir_remove_tree(yard->work, YARD_MADE);
}

/* What was not exchanged goes; the spare, which manifest.old tells of, stays. */
static int discard_scraps(const struct yard *yard)
{
	struct file_info info;
	int error = file_info_at(yard->work, YARD_MANIFEST_OLD, &info);
	if (error || info.type == FILE_NONE)
		return error ? error : settle_discard(yard);
	error = remove_if_there(yard->work, YARD_MANIFEST_NEW);
	return error ? error : dir_remove_tree(yard->work, YARD_MADE);
}

/* What a build that was killed may have left. */
struct leftovers {
	struct buf published_text, old_text;
	struct manifest published, old; /* manifest.new and manifest */
	bool published_is_damaged, old_is_damaged;
	struct folder_identity output, fresh; /* fresh: of new/ */
};

static int read_leftovers(const struct yard *yard, struct leftovers *l)
{
	int error = settle_read(yard, YARD_MANIFEST, &l->old_text, &l->old, &l->old_is_damaged);
	/* Killed when it was manifest.old already, and manifest.new was not yet the manifest. */
	if (!error && !l->old_is_damaged && !l->old_text.len)
		error = settle_read(
			yard, YARD_MANIFEST_OLD, &l->old_text, &l->old, &l->old_is_damaged);
	if (!error)
		error = folder_identity(yard->parent, yard->name, &l->output);
	return error ? error : folder_identity(yard->work, YARD_NEW, &l->fresh);
}

/* The killed build, which left a manifest.new, came to its exchange: manifest.new describes the
 * output; or it got damaged since, but the old site lies in new/ as the manifest knew it. */
static bool was_exchanged(const struct leftovers *l)
{
	return folder_identity_is(l->published.root, l->output) ||
	       (l->published_is_damaged && folder_identity_is(l->old.root, l->fresh));
}

static bool put_right(const struct yard *yard, struct leftovers *l, struct diags *diags)
{
	int error = settle_read(yard, YARD_MANIFEST_NEW, &l->published_text, &l->published,
		&l->published_is_damaged);
	bool killed = l->published_is_damaged || l->published_text.len;
	if (!error && killed)
		error = read_leftovers(yard, l);
	if (error) {
		yard_unreadable(yard, error, diags);
		return false;
	}
	error = killed && was_exchanged(l) ? settle(yard, &l->old, &l->published)
					   : discard_scraps(yard);
	if (error)
		yard_failed(yard, S(""), error, diags);
	return !error;
}

bool settle_leftovers(const struct yard *yard, struct diags *diags)
{
	struct leftovers leftovers = {0};
	int error = yard_restore(yard);
	if (error) {
		yard_failed(yard, S(""), error, diags);
		return false;
	}
	dir_remove(yard->work, YARD_MEMORY_NEW);
	buf_init(&leftovers.published_text);
	buf_init(&leftovers.old_text);
	bool done = put_right(yard, &leftovers, diags);
	manifest_release(&leftovers.published);
	manifest_release(&leftovers.old);
	buf_release(&leftovers.published_text);
	buf_release(&leftovers.old_text);
	return done;
}
