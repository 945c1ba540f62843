#include "sys/dir.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sys/io.h"

bool dir_name(str path, char name[PATH_MAX])
{
	if (path.len >= PATH_MAX)
		return false;
	memcpy(name, path.ptr, path.len);
	name[path.len] = '\0';
	return true;
}

int dir_open(int in, const char *path, int *out)
{
	*out = openat(in, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	return io_error(*out);
}

int dir_birth(int in, const char *path, int64_t *out)
{
	struct statx stx;
	*out = 0;
	int error = io_error(statx(in, path, AT_SYMLINK_NOFOLLOW, STATX_BTIME, &stx));
	if (!error && (stx.stx_mask & STATX_BTIME))
		*out = stx.stx_btime.tv_sec * 1000000000 + stx.stx_btime.tv_nsec;
	return error;
}

bool dir_is_mount(int in, const char *path)
{
	struct statx stx;
	if (statx(in, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_TYPE, &stx) != 0)
		return false;
	return (stx.stx_attributes_mask & stx.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

void dir_close_to_others(int folder)
{
	struct stat st;
	if (fstat(folder, &st) == 0 && (st.st_mode & 07))
		(void)!fchmod(folder, st.st_mode & 07770);
}

int dir_may_change(int in, const char *path)
{
	return io_error(faccessat(in, path, W_OK | X_OK, AT_EACCESS));
}

/* mkdir -p of the first `len` bytes of `path`. */
static int make(int in, const char *path, size_t len)
{
	char folder[PATH_MAX];
	if (len >= sizeof(folder))
		return ENAMETOOLONG;
	memcpy(folder, path, len);
	folder[len] = '\0';
	if (mkdirat(in, folder, 0777) == 0 || errno == EEXIST)
		return 0;
	size_t slash = str_rfind_char(str_n(path, len), '/');
	if (errno != ENOENT || slash == STR_NONE || slash == 0)
		return errno;
	int error = make(in, path, slash);
	if (!error && mkdirat(in, folder, 0777) != 0 && errno != EEXIST)
		error = errno;
	return error;
}

int dir_make(int in, const char *path)
{
	return make(in, path, strlen(path));
}

/* Makes the folder that is to hold `path`. ENOENT when it needs none. */
static int make_parent(int in, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? make(in, path, (size_t)(slash - path)) : ENOENT;
}

static int open_new(int in, const char *path, mode_t mode, int *out)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
	*out = openat(in, path, flags, mode);
	if (*out >= 0)
		return 0;
	int error = errno == ENOENT ? make_parent(in, path) : errno;
	if (error)
		return error;
	*out = openat(in, path, flags, mode);
	return io_error(*out);
}

/* Closes `fd`; a file that was not written whole goes. */
static int close_new(int folder, const char *path, int fd, int error)
{
	if (close(fd) != 0 && !error)
		error = errno;
	if (error)
		unlinkat(folder, path, 0);
	return error;
}

int dir_create(int in, const char *path, str bytes, struct file_info *out)
{
	struct stat st;
	int fd;
	int error = open_new(in, path, 0666, &fd);
	if (error)
		return error;
	error = io_write(fd, bytes);
	if (!error)
		error = io_error(fstat(fd, &st));
	if (!error)
		*out = io_info(&st);
	return close_new(in, path, fd, error);
}

int dir_begin(int in, const char *path, int *out)
{
	return open_new(in, path, 0666, out);
}

int dir_append(int file, str bytes)
{
	return io_write(file, bytes);
}

int dir_end(int in, const char *path, int file, int error)
{
	return close_new(in, path, file, error);
}

int dir_link(int from, const char *path, int to)
{
	if (linkat(from, path, to, path, 0) == 0)
		return 0;
	int error = errno == ENOENT ? make_parent(to, path) : errno;
	return error ? error : io_error(linkat(from, path, to, path, 0));
}

static int copy_bytes(int from, int to)
{
	char bytes[1 << 16];
	for (;;) {
		ssize_t got = read(from, bytes, sizeof(bytes));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return io_error((int)got);
		int error = io_write(to, str_n(bytes, (size_t)got));
		if (error)
			return error;
	}
}

static int copy_regular(int from, const char *path, const struct stat *st, int to)
{
	const struct timespec times[2] = {st->st_atim, st->st_mtim};
	int fd = openat(from, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = copy_bytes(fd, to);
	if (!error)
		error = io_error(fchmod(to, st->st_mode & 07777));
	if (!error)
		error = io_error(futimens(to, times));
	close(fd);
	return error;
}

static int copy_symlink(int from, const char *path, int to)
{
	char target[PATH_MAX];
	ssize_t len = readlinkat(from, path, target, sizeof(target) - 1);
	if (len < 0)
		return errno;
	target[len] = '\0';
	if (symlinkat(target, to, path) == 0)
		return 0;
	int error = errno == ENOENT ? make_parent(to, path) : errno;
	return error ? error : io_error(symlinkat(target, to, path));
}

int dir_copy(int from, const char *path, int to)
{
	struct stat st;
	if (fstatat(from, path, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno;
	if (S_ISLNK(st.st_mode))
		return copy_symlink(from, path, to);
	if (!S_ISREG(st.st_mode))
		return EINVAL;
	int fd;
	int error = open_new(to, path, 0600, &fd);
	if (error)
		return error;
	return close_new(to, path, fd, copy_regular(from, path, &st, fd));
}

int dir_copy_rights(int from, const char *path, int to, const char *to_path)
{
	struct stat st;
	if (fstatat(from, path, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno;
	/* Before the mode: a change of owner takes the set-group-id bit away. */
	if (fchownat(to, to_path, st.st_uid, st.st_gid, AT_SYMLINK_NOFOLLOW) != 0 && errno != EPERM)
		return errno;
	return io_error(fchmodat(to, to_path, st.st_mode & 07777, 0));
}

int dir_rename(int from, const char *path, int to, const char *to_path)
{
	return io_error(renameat(from, path, to, to_path));
}

int dir_carry(int from, const char *path, int to)
{
	int error = dir_rename(from, path, to, path);
	if (error != ENOENT)
		return error;
	error = make_parent(to, path);
	return error ? error : dir_rename(from, path, to, path);
}

/* Some network file systems can rename only over what stands there, but have links. */
static int rename_new(int from, const char *path, int to, const char *to_path)
{
	int error = io_error(renameat2(from, path, to, to_path, RENAME_NOREPLACE));
	if (error != EINVAL && error != ENOSYS)
		return error;
	error = io_error(linkat(from, path, to, to_path, 0));
	return error ? error : dir_remove(from, path);
}

int dir_move(int from, const char *path, int to, const char *to_path)
{
	int error = rename_new(from, path, to, to_path);
	if (error != ENOENT)
		return error;
	error = make_parent(to, to_path);
	return error ? error : rename_new(from, path, to, to_path);
}

int dir_exchange(int from, const char *path, int to, const char *to_path)
{
	int error = io_error(renameat2(from, path, to, to_path, RENAME_EXCHANGE));
	return error == EINVAL ? ENOSYS : error;
}

int dir_remove(int in, const char *path)
{
	return io_error(unlinkat(in, path, 0));
}

int dir_remove_empty(int in, const char *path)
{
	return io_error(unlinkat(in, path, AT_REMOVEDIR));
}

static int remove_at(int parent, const char *name);

/* Takes over the descriptor. */
static int remove_children(int fd)
{
	DIR *dir;
	struct dirent *entry;
	int error = io_open_entries(fd, &dir);
	if (error)
		return error;
	while (!error && io_next_entry(dir, &entry, &error))
		error = remove_at(dirfd(dir), entry->d_name);
	closedir(dir);
	return error;
}

static int remove_at(int parent, const char *name)
{
	if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
		return 0;
	if (errno != EISDIR && errno != EPERM)
		return errno;
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	int error = fd < 0 ? errno : remove_children(fd);
	if (!error && unlinkat(parent, name, AT_REMOVEDIR) != 0)
		error = errno;
	return error;
}

int dir_remove_tree(int in, const char *path)
{
	return remove_at(in, path);
}

struct child {
	const char *name;
	enum file_type type;
};

struct walk {
	int top;
	dir_visit_fn *visit;
	void *ctx;
	struct arena arena;
	char path[PATH_MAX];
};

static enum file_type child_type(int fd, const struct dirent *entry)
{
	struct file_info info;
	switch (entry->d_type) {
	case DT_REG:
		return FILE_REGULAR;
	case DT_DIR:
		return FILE_FOLDER;
	case DT_LNK:
		return FILE_LINK;
	case DT_UNKNOWN: /* some file systems don't tell */
		file_info_at(fd, entry->d_name, &info);
		return info.type;
	default:
		return FILE_OTHER;
	}
}

static int compare_children(const void *a, const void *b)
{
	return strcmp(((const struct child *)a)->name, ((const struct child *)b)->name);
}

typedef VEC(struct child) child_list;

/* What the folder at `path` holds, read to its end before anything is changed. */
static int list_children(struct walk *walk, const char *path, child_list *out)
{
	int fd = openat(walk->top, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir;
	struct dirent *entry;
	if (fd < 0)
		return errno;
	int error = io_open_entries(fd, &dir);
	if (error)
		return error;
	while (io_next_entry(dir, &entry, &error)) {
		const char *name = arena_cstr(&walk->arena, str_of(entry->d_name));
		VEC_PUSH(out, ((struct child){name, child_type(fd, entry)}));
	}
	closedir(dir);
	VEC_SORT(out, compare_children);
	return error;
}

/* Behind the `len` bytes that `path` holds: its new length; 0: there is no room. printf() would be
 * felt with ten thousand names. */
static size_t append_name(char path[PATH_MAX], size_t len, const char *name)
{
	size_t slash = len > 0, more = strlen(name);
	if (len + slash + more >= PATH_MAX)
		return 0;
	path[len] = '/';
	memcpy(path + len + slash, name, more + 1);
	return len + slash + more;
}

/* walk->path holds `len` bytes of the path of this folder. */
static int walk_children(struct walk *walk, size_t len, size_t *nentries)
{
	child_list children = {0};
	int error = list_children(walk, len ? walk->path : ".", &children);
	*nentries = children.len;
	for (size_t i = 0; i < children.len && !error; i++) {
		const struct child *child = &children.items[i];
		size_t below = 0;
		size_t full = append_name(walk->path, len, child->name);
		if (!full)
			error = ENAMETOOLONG;
		else if (child->type == FILE_FOLDER)
			error = walk_children(walk, full, &below);
		if (!error)
			error = walk->visit(walk->ctx, walk->path, child->type, below);
		walk->path[len] = '\0';
	}
	VEC_FREE(&children);
	return error;
}

int dir_walk(int top, dir_visit_fn *visit, void *ctx)
{
	struct walk walk = {.top = top, .visit = visit, .ctx = ctx};
	size_t nentries;
	arena_init(&walk.arena);
	int error = walk_children(&walk, 0, &nentries);
	arena_release(&walk.arena);
	return error;
}

/* Visits what `dir` holds; `prefix` and a slash stand before each name. */
static int visit_entries(DIR *dir, const char *prefix, dir_entry_fn *visit, void *ctx)
{
	char path[PATH_MAX];
	struct dirent *entry;
	size_t len = strcmp(prefix, ".") == 0 ? 0 : append_name(path, 0, prefix);
	int error = 0;
	while (!error && io_next_entry(dir, &entry, &error))
		error = append_name(path, len, entry->d_name)
				? visit(ctx, path, child_type(dirfd(dir), entry), entry->d_ino)
				: ENAMETOOLONG;
	return error;
}

int dir_each(int top, const char *path, dir_entry_fn *visit, void *ctx)
{
	DIR *dir;
	int fd = openat(top, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = io_open_entries(fd, &dir);
	if (error)
		return error;
	error = visit_entries(dir, path, visit, ctx);
	closedir(dir);
	return error;
}

int dir_sync(int folder)
{
	return io_error(fsync(folder));
}

int dir_sync_all(int folder)
{
	return io_error(syncfs(folder));
}
