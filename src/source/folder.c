#include "source/folder.h"

#include <errno.h>

#include "base/hash.h"
#include "base/messages.h"
#include "base/path.h"
#include "source/location.h"
#include "sys/file.h"

bool folder_open(struct store *store, str path, struct diags *diags)
{
	int error = file_open_folder(arena_cstr(store->arena, path), &store->folder);
	if (!error)
		return true;
	diag_add(diags, DIAG_SOURCE_MISSING, SPAN_NONE, "can't open the folder '%.*s': %s",
		STR_ARGS(path), messages_of_error(error));
	return false;
}

/* Changes whenever the file was written or replaced, as far as the disk tells. */
static uint64_t content_id(const struct file_info *info)
{
	uint64_t facts[] = {(uint64_t)info->mtime_ns, (uint64_t)info->changed_ns, info->size,
		info->inode, info->device};
	return hash64(str_n((const char *)facts, sizeof(facts)));
}

/* A folder with a .git of its own is another repository: a submodule, which a
 * commit would not hold either. The content root may have one. */
static bool is_repository(struct listing *listing, str dir)
{
	struct file_info info;
	const char *path = arena_cstr(listing->arena, path_join(listing->arena, dir, S(".git")));
	int error = file_info_at(listing->store->folder, path, &info);
	return !error && info.type != FILE_NONE;
}

/* Looks at each folder of the path that the path before it did not lie in. */
static bool in_new_repository(struct listing *listing, str before, str path, str *repository)
{
	for (size_t i = 0; i < path.len; i++) {
		if (path.ptr[i] != '/' || str_starts(before, str_sub(path, 0, i + 1)))
			continue;
		*repository = str_sub(path, 0, i);
		if (is_repository(listing, *repository))
			return true;
	}
	return false;
}

static bool lies_in(str path, str dir)
{
	return dir.len && str_starts(path, dir) && path.len > dir.len && path.ptr[dir.len] == '/';
}

static void list_file(struct listing *listing, const struct file_entry *file)
{
	if (file->info.type == FILE_REGULAR)
		listing_add(listing,
			(struct store_entry){.path = file->name, .id = content_id(&file->info)});
	else
		listing_refuse(listing, file->name,
			file->info.type == FILE_LINK ? N_("a symbolic link")
						     : N_("a device or socket"));
}

bool folder_list(struct listing *listing)
{
	file_list files = {0};
	str failed_at, before = S(""), repository = S(""), found;
	int error = file_walk_at(listing->store->folder, listing->arena, &files, &failed_at);
	for (size_t i = 0; i < files.len && !error; i++) {
		str path = files.items[i].name;
		if (lies_in(path, repository))
			continue;
		if (in_new_repository(listing, before, path, &found)) {
			repository = found;
			listing_refuse(listing, found, N_("a repository of its own (a submodule)"));
		} else {
			list_file(listing, &files.items[i]);
		}
		before = path;
	}
	VEC_FREE(&files);
	if (error) {
		str shown = store_display_path(listing->store, listing->arena, failed_at);
		diag_add(listing->diags, DIAG_SOURCE_MISSING, SPAN_NONE,
			"can't read the folder '%.*s': %s", STR_ARGS(shown),
			messages_of_error(error));
	}
	return !error;
}

int folder_read(
	const struct store *store, const struct store_entry *entry, size_t limit, struct buf *out)
{
	return file_read_at(store->folder, entry->path, limit, out);
}

int folder_read_head(
	const struct store *store, const struct store_entry *entry, size_t most, struct buf *out)
{
	return file_read_head_at(store->folder, entry->path, most, out);
}

int folder_size(const struct store *store, const struct store_entry *entry, size_t *out)
{
	return file_size_at(store->folder, entry->path, out);
}
