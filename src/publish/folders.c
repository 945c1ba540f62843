#include "publish/folders.h"

#include <errno.h>

#include "sys/dir.h"

/* Some file systems count in steps of two seconds. */
#define YOUNG_NS ((int64_t)3 * 1000000000)

struct look {
	const struct manifest *manifest;
	bool ours;
};

static int look_visit(void *ctx, const char *path, enum file_type type, size_t nentries)
{
	struct look *look = ctx;
	str name = str_of(path);
	UNUSED(nentries);
	if (type == FILE_FOLDER)
		look->ours &= manifest_folder(look->manifest, name) != NULL;
	else
		look->ours &= type == FILE_REGULAR && manifest_find(look->manifest, name);
	return 0;
}

static int check_one(int site, const struct manifest *manifest, struct manifest_folder *folder,
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
	folder->mtime_ns = info.mtime_ns < now_ns - YOUNG_NS ? info.mtime_ns : 0;
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
