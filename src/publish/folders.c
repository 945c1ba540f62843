#include "publish/folders.h"

#include <errno.h>

#include "sys/dir.h"

enum { HUNDREDTH_NS = 10000000 };

/* How long a change to come may still get this very time. Some file systems count in steps of two
 * seconds, those of others are too small for hundredths: there it is the steps of the system's
 * clock, which are not longer than that. */
static int64_t youth_ns(int64_t mtime_ns)
{
	return mtime_ns % HUNDREDTH_NS ? 10 * HUNDREDTH_NS : 300 * (int64_t)HUNDREDTH_NS;
}

struct look {
	struct manifest *manifest;
	bool ours;
};

static bool look_at_file(struct manifest *manifest, str path, uint64_t inode)
{
	struct manifest_entry *entry = map_get(&manifest->by_path, path);
	if (entry)
		entry->is_sure = entry->inode == inode;
	return entry != NULL;
}

static int look_visit(void *ctx, const char *path, enum file_type type, uint64_t inode)
{
	struct look *look = ctx;
	str name = str_of(path);
	if (type == FILE_FOLDER)
		look->ours &= manifest_folder(look->manifest, name) != NULL;
	else
		look->ours &= type == FILE_REGULAR && look_at_file(look->manifest, name, inode);
	return 0;
}

static int check_one(int site, struct manifest *manifest, struct manifest_folder *folder,
	int64_t now_ns, bool *ours)
{
	char path[PATH_MAX];
	struct file_info info;
	if (!dir_name(folder->path, path))
		return ENAMETOOLONG;
	int error = file_info_at(site, path, &info);
	bool is_top = str_eq(folder->path, S("."));
	*ours = !error && info.type == FILE_FOLDER && (is_top || info.is_public);
	folder->is_sure = *ours && folder->mtime_ns && folder->mtime_ns == info.mtime_ns;
	if (!*ours || folder->is_sure)
		return error;
	struct look look = {manifest, true};
	error = dir_each(site, path, look_visit, &look);
	folder->mtime_ns = info.mtime_ns < now_ns - youth_ns(info.mtime_ns) ? info.mtime_ns : 0;
	*ours = look.ours;
	return error;
}

int folders_check(int site, struct manifest *manifest, int64_t now_ns, bool *ours)
{
	int error = 0;
	*ours = manifest->folders.len > 0;
	for (size_t i = 0; i < manifest->folders.len && *ours && !error; i++)
		error = check_one(site, manifest, &manifest->folders.items[i], now_ns, ours);
	return error;
}
