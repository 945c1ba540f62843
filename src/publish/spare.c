/*
 * Why it costs no more than what has changed
 *
 * A large site stays in the yard after the exchange: the spare. The next build brings it
 * up to date (spare.h) and exchanges again. Until then new files wait in made/, and
 * manifest.old says that the spare is whole; it goes, and is gone on the disk, before
 * the first change, and comes back as the last but one step of settle(). So a spare with
 * its manifest was touched by no build:
 *
 *	step                          killed before it, the next build finds
 *	files into made/              spare whole; made/ goes
 *	manifest.old goes             spare whole; made/ goes
 *	the spare is changed          scraps
 *	manifest.new … exchange       as above
 *	manifest -> manifest.old      exchange done: settles
 *	manifest.new -> manifest      exchange done, no manifest: manifest.old is the one before
 *
 * Nor by anybody else: a manifest has the times of its folders, and a folder with another
 * time, or one too young to tell, is looked into. Whoever puts a file of his own into the
 * output is seen before the exchange or, in the moment between, right after it. Then the
 * site is made whole, as above, and there is no spare as long as the output holds such
 * files: they are never in it, and can't come back when they have been removed. Whoever stood
 * in the output when it became the spare (a shell, a session of FTP) puts his files there: the
 * next build moves them into the output.
 */
#include "publish/spare.h"

#include <errno.h>

#include "publish/folders.h"
#include "publish/settle.h"
#include "sys/dir.h"

void spare_init(struct spare *spare)
{
	*spare = (struct spare){.fd = -1, .made = -1};
	buf_init(&spare->text);
}

static void close_folder(int *fd)
{
	if (*fd >= 0)
		file_close(*fd);
	*fd = -1;
}

void spare_release(struct spare *spare)
{
	close_folder(&spare->fd);
	close_folder(&spare->made);
	manifest_release(&spare->manifest);
	buf_release(&spare->text);
}

/* --- is there one? ------------------------------------------------------------------ */

static int read_manifest(struct spare *spare, const struct yard *yard, bool *whole)
{
	struct folder_identity identity;
	bool damaged;
	int error = settle_read(yard, YARD_MANIFEST_OLD, &spare->text, &spare->manifest, &damaged);
	if (!error)
		error = folder_identity(yard->work, YARD_NEW, &identity);
	*whole = !error && !damaged && spare->manifest.folders.len &&
		 folder_identity_is(spare->manifest.root, identity);
	return error;
}

/* The time of made/, which is new, is what the file system's clock says. */
static int make_folders(struct spare *spare, const struct yard *yard)
{
	struct file_info info;
	int error = dir_make(yard->work, YARD_MADE);
	if (!error)
		error = dir_open(yard->work, YARD_MADE, &spare->made);
	if (!error)
		error = file_info_at(spare->made, ".", &info);
	if (!error)
		error = dir_open(yard->work, YARD_NEW, &spare->fd);
	spare->now_ns = error ? 0 : info.mtime_ns;
	return error;
}

/* What others put into it goes to the output, the rest away. */
static int leave_to(const struct site_folder *output, struct spare *spare)
{
	struct site_folder site = {
		.fd = spare->fd, .manifest = &spare->manifest, .is_described = true};
	int error = foreign_move_and_remove(&site, output->fd, output->manifest);
	close_folder(&spare->fd);
	return error;
}

int spare_open(struct spare *spare, const struct yard *yard, const struct site_folder *output)
{
	bool whole = false;
	int error = read_manifest(spare, yard, &whole);
	if (error || !whole || output->fd < 0)
		return error;
	if (output->is_described && !output->is_damaged && output->manifest->folders.len)
		return make_folders(spare, yard);
	error = dir_open(yard->work, YARD_NEW, &spare->fd);
	return error ? error : leave_to(output, spare);
}

int spare_check(struct spare *spare, const struct site_folder *output,
	struct manifest *output_manifest, bool *fits)
{
	int error = folders_check(output->fd, output_manifest, spare->now_ns, fits);
	if (error || !*fits)
		return error;
	return folders_check(spare->fd, &spare->manifest, spare->now_ns, fits);
}

/* manifest.old goes last: with it, the next build does what this one was killed in. */
int spare_give_up(struct spare *spare, const struct yard *yard, const struct site_folder *output)
{
	int error = leave_to(output, spare);
	spare->is_touched = true;
	if (!error)
		error = dir_remove(yard->work, YARD_MANIFEST_OLD);
	if (!error || error == ENOENT)
		error = dir_remove_tree(yard->work, YARD_NEW);
	return error ? error : dir_rename(yard->work, YARD_MADE, yard->work, YARD_NEW);
}

/* --- bringing it up to date --------------------------------------------------------- */

struct update {
	struct spare *spare;
	const struct site_folder *output;
	struct manifest *made;
	VEC(const struct manifest_entry *) missing; /* of `made`, in the spare */
	str at;
};

/* Something in it changes, so its time does, and maybe that of those that hold it. */
static void touch_folders(struct update *update, str path)
{
	do {
		path = manifest_parent(path);
		struct manifest_folder *folder = manifest_folder(&update->spare->manifest, path);
		if (folder)
			folder->mtime_ns = 0;
	} while (!str_eq(path, S(".")));
}

static bool is_same(const struct manifest_entry *a, const struct manifest_entry *b)
{
	return a->inode == b->inode && a->mtime_ns == b->mtime_ns && a->size == b->size;
}

/* The spare has the very file. Where its folder's time is as it was, or the folder told its
 * inode, the name still means it; and that the file itself is as it was has been seen in the
 * output. */
static bool has_file(const struct update *update, const struct manifest_entry *entry)
{
	const struct manifest *manifest = &update->spare->manifest;
	const struct manifest_entry *there = manifest_find(manifest, entry->path);
	char name[PATH_MAX];
	struct file_info info;
	if (!there || !is_same(there, entry) || !dir_name(entry->path, name))
		return false;
	const struct manifest_folder *folder =
		manifest_folder(manifest, manifest_parent(entry->path));
	if (there->is_sure || (folder && folder->is_sure))
		return true;
	return file_info_at(update->spare->fd, name, &info) == 0 && manifest_entry_is(entry, &info);
}

static int remove_file(struct update *update, str path)
{
	char name[PATH_MAX];
	update->at = path;
	if (!dir_name(path, name))
		return ENAMETOOLONG;
	int error = dir_remove(update->spare->fd, name);
	touch_folders(update, path);
	return error == ENOENT || error == ENOTDIR ? 0 : error;
}

/* Gathers what is missing, and removes what would be in its way. */
static int make_way(struct update *update)
{
	const struct manifest *made = update->made, *old = &update->spare->manifest;
	int error = 0;
	for (size_t i = 0; i < made->entries.len && !error; i++) {
		const struct manifest_entry *entry = &made->entries.items[i];
		if (has_file(update, entry))
			continue;
		VEC_PUSH(&update->missing, entry);
		if (manifest_find(old, entry->path))
			error = remove_file(update, entry->path);
	}
	return error;
}

/* What the new site does without. */
static int remove_files(struct update *update)
{
	const struct manifest *old = &update->spare->manifest;
	int error = 0;
	for (size_t i = 0; i < old->entries.len && !error; i++) {
		str path = old->entries.items[i].path;
		if (!manifest_find(update->made, path))
			error = remove_file(update, path);
	}
	return error;
}

/* Those that are held first. */
static int remove_folders(struct update *update)
{
	const struct manifest *old = &update->spare->manifest;
	char name[PATH_MAX];
	int error = 0;
	for (size_t i = old->folders.len; i-- > 0 && !error;) {
		str path = old->folders.items[i].path;
		if (manifest_folder(update->made, path))
			continue;
		update->at = path;
		error = dir_name(path, name) ? dir_remove_empty(update->spare->fd, name)
					     : ENAMETOOLONG;
		error = error == ENOENT ? 0 : error;
		touch_folders(update, path);
	}
	return error;
}

/* From made/, or the same file as in the output. */
static int add_file(struct update *update, const struct manifest_entry *entry)
{
	const struct spare *spare = update->spare;
	char name[PATH_MAX];
	update->at = entry->path;
	if (!dir_name(entry->path, name))
		return ENAMETOOLONG;
	touch_folders(update, entry->path);
	const struct manifest_entry *there = manifest_find(update->output->manifest, entry->path);
	if (there && is_same(there, entry))
		return dir_link(update->output->fd, name, spare->fd);
	return dir_carry(spare->made, name, spare->fd);
}

static int add_files(struct update *update)
{
	int error = 0;
	for (size_t i = 0; i < update->missing.len && !error; i++)
		error = add_file(update, update->missing.items[i]);
	return error;
}

static void take_times(struct update *update)
{
	for (size_t i = 0; i < update->made->folders.len; i++) {
		struct manifest_folder *folder = &update->made->folders.items[i];
		const struct manifest_folder *there =
			manifest_folder(&update->spare->manifest, folder->path);
		folder->mtime_ns = there ? there->mtime_ns : 0;
	}
}

int spare_update(struct spare *spare, const struct yard *yard, const struct site_folder *output,
	struct manifest *made, str *at)
{
	struct update update = {.spare = spare, .output = output, .made = made};
	manifest_gather_folders(made);
	spare->is_touched = true;
	/* From here on the spare is a scrap, whenever the build is killed. */
	int error = dir_remove(yard->work, YARD_MANIFEST_OLD);
	if (!error)
		error = dir_sync(yard->work);
	if (!error)
		error = dir_copy_rights(yard->parent, yard->name, yard->work, YARD_NEW);
	if (!error)
		error = make_way(&update);
	if (!error)
		error = remove_files(&update);
	if (!error)
		error = remove_folders(&update);
	if (!error)
		error = add_files(&update);
	VEC_FREE(&update.missing);
	take_times(&update);
	*at = update.at;
	return error;
}
