#include "publish/settle.h"

#include <errno.h>

#include "publish/foreign.h"
#include "sys/dir.h"

void settle_read(const struct yard *yard, const char *name, struct buf *text, struct manifest *out)
{
	*out = (struct manifest){0};
	if (file_read_at(yard->work, str_of(name), BUF_LIMIT_DEFAULT, text) == 0)
		manifest_read(buf_str(text), out);
}

static int remove_old(
	const struct yard *yard, const struct manifest *old, const struct manifest *published)
{
	struct site_folder site = {.fd = -1, .manifest = old};
	int current = -1;
	int error = dir_open(yard->work, YARD_NEW, &site.fd);
	if (error)
		return error == ENOENT ? 0 : error;
	site.is_described = folder_identity_is(old->root, folder_identity(site.fd, "."));
	error = dir_open(yard->parent, yard->name, &current);
	if (!error)
		error = foreign_move_and_remove(&site, current, published);
	if (!error)
		error = dir_remove_empty(yard->work, YARD_NEW);
	file_close(site.fd);
	if (current >= 0)
		file_close(current);
	return error;
}

int settle(const struct yard *yard, const struct manifest *old, const struct manifest *published)
{
	/* Before anything goes: or the power fails, the exchange is undone, and
	 * the output is an old site with holes. */
	int error = dir_sync(yard->parent);
	if (!error)
		error = dir_sync(yard->work);
	if (!error)
		error = remove_old(yard, old, published);
	if (!error)
		error = dir_rename(yard->work, YARD_MANIFEST_NEW, yard->work, YARD_MANIFEST);
	return error;
}

int settle_discard(const struct yard *yard)
{
	/* In this order: a manifest.new never outlives the folder it tells of. */
	int error = dir_remove(yard->work, YARD_MANIFEST_NEW);
	return error && error != ENOENT ? error : dir_remove_tree(yard->work, YARD_NEW);
}

/* manifest.new describes the output: the killed build came to its exchange. */
static int settle_exchanged(const struct yard *yard, const struct manifest *published)
{
	struct manifest old;
	struct buf text;
	buf_init(&text);
	settle_read(yard, YARD_MANIFEST, &text, &old);
	int error = settle(yard, &old, published);
	manifest_release(&old);
	buf_release(&text);
	return error;
}

int settle_leftovers(const struct yard *yard)
{
	struct manifest published;
	struct buf text;
	int error = yard_restore(yard);
	if (error)
		return error;
	buf_init(&text);
	settle_read(yard, YARD_MANIFEST_NEW, &text, &published);
	if (folder_identity_is(published.root, folder_identity(yard->parent, yard->name)))
		error = settle_exchanged(yard, &published);
	else
		error = settle_discard(yard);
	manifest_release(&published);
	buf_release(&text);
	return error;
}
