#include "sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/path.h"
#include "sys/io.h"

int file_info(const char *path, struct file_info *out)
{
	return file_info_at(AT_FDCWD, path, out);
}

int file_info_at(int folder, const char *path, struct file_info *out)
{
	struct stat st;
	*out = (struct file_info){.type = FILE_NONE};
	if (fstatat(folder, path, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
	*out = io_info(&st);
	return 0;
}

/* Reads until the end or until one byte more than the limit has come. A file
 * that gave just the bytes it is said to have is not asked for more. */
static int read_all(int fd, size_t size, size_t limit, struct buf *out)
{
	size_t start = out->len;
	for (;;) {
		size_t room = out->cap > out->len + 1 ? out->cap - out->len - 1 : 4096;
		if (!buf_reserve(out, room))
			return EFBIG;
		ssize_t got = read(fd, out->data + out->len, room);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			return 0;
		buf_grew(out, (size_t)got);
		if (out->len - start > limit)
			return EFBIG;
		if (out->len - start == size)
			return 0;
	}
}

enum { READ_FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC };

/* 0 for a regular file. */
static int file_size(int fd, size_t *out)
{
	struct stat st;
	int error = io_error(fstat(fd, &st));
	if (error)
		return error;
	*out = (size_t)st.st_size;
	if (S_ISREG(st.st_mode))
		return 0;
	return S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
}

/* Takes over the descriptor. */
static int read_file(int fd, size_t limit, struct buf *out)
{
	size_t size;
	int error = file_size(fd, &size);
	if (!error && size > limit)
		error = EFBIG;
	if (!error && !buf_reserve(out, size + 1))
		error = EFBIG;
	if (!error)
		error = read_all(fd, size, limit, out);
	close(fd);
	return error;
}

int file_read(const char *path, size_t limit, struct buf *out)
{
	int fd = open(path, READ_FLAGS);
	return fd < 0 ? errno : read_file(fd, limit, out);
}

static int open_part(int folder, str part, int flags, int *out)
{
	char name[NAME_MAX + 1];
	if (part.len >= sizeof(name))
		return ENAMETOOLONG;
	memcpy(name, part.ptr, part.len);
	name[part.len] = '\0';
	*out = openat(folder, name, flags);
	return *out < 0 ? errno : 0;
}

/* Part after part, so that a folder swapped for a link is not followed. */
static int open_parts(int folder, str path, int *out)
{
	int at = folder, next = -1, error = 0;
	str part;
	for (str rest = path; !error && str_cut(&rest, '/', &part); at = next) {
		bool last = part.ptr + part.len == path.ptr + path.len;
		error = open_part(at, part,
			last ? READ_FLAGS : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, &next);
		if (at != folder)
			close(at);
	}
	*out = next;
	return error;
}

/* The same in one call, where the kernel has it (Linux 5.6) and lets it be made:
 * some containers' filters refuse calls that they do not know. */
static int open_below(int folder, str path, int *out)
{
	char name[PATH_MAX];
	struct open_how how = {.flags = READ_FLAGS,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS};
	if (path.len >= sizeof(name))
		return ENAMETOOLONG;
	memcpy(name, path.ptr, path.len);
	name[path.len] = '\0';
	*out = (int)syscall(SYS_openat2, folder, name, &how, sizeof(how));
	if (*out >= 0)
		return 0;
	return errno == ENOSYS || errno == EPERM ? open_parts(folder, path, out) : errno;
}

int file_read_at(int folder, str path, size_t limit, struct buf *out)
{
	int fd;
	int error = open_below(folder, path, &fd);
	return error ? error : read_file(fd, limit, out);
}

/* Takes over the descriptor. Until so much has come, or the end. */
static int read_head(int fd, size_t most, struct buf *out)
{
	size_t size;
	int error = file_size(fd, &size);
	if (!error && !buf_reserve(out, most))
		error = EFBIG;
	for (size_t left = error ? 0 : most; left;) {
		ssize_t got = read(fd, out->data + out->len, left);
		if (got < 0 && errno == EINTR)
			continue;
		error = got < 0 ? errno : 0;
		if (got <= 0)
			break;
		buf_grew(out, (size_t)got);
		left -= (size_t)got;
	}
	close(fd);
	return error;
}

int file_read_head_at(int folder, str path, size_t most, struct buf *out)
{
	int fd;
	int error = open_below(folder, path, &fd);
	return error ? error : read_head(fd, most, out);
}

int file_size_at(int folder, str path, size_t *out)
{
	int fd;
	int error = open_below(folder, path, &fd);
	if (error)
		return error;
	error = file_size(fd, out);
	close(fd);
	return error;
}

int file_open_folder(const char *path, int *out)
{
	*out = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return *out < 0 ? errno : 0;
}

void file_close(int descriptor)
{
	close(descriptor);
}

unsigned file_umask_public(void)
{
	mode_t mask = umask(0);
	umask(mask & ~(mode_t)0055);
	return mask;
}

void file_umask_set(unsigned mask)
{
	umask((mode_t)mask);
}

str file_real_path(const char *path, struct arena *arena)
{
	char *real = realpath(path, NULL);
	str result = arena_str(arena, str_of(real));
	free(real);
	return result;
}

/* `like` tells the rights; NULL: those that the umask leaves. */
static int create(const char *path, str bytes, int flags, const struct stat *like, bool sync)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, like ? 0600 : 0666);
	if (fd < 0)
		return errno;
	int error = io_write(fd, bytes);
	if (!error && like)
		error = io_error(fchmod(fd, like->st_mode & 07777));
	if (!error && sync && fsync(fd) != 0)
		error = errno;
	if (close(fd) != 0 && !error)
		error = errno;
	return error;
}

int file_create(const char *path, str bytes)
{
	return create(path, bytes, O_EXCL, NULL, false);
}

int file_write(const char *path, str bytes)
{
	struct stat st;
	struct buf temporary;
	bool anew = lstat(path, &st) != 0 || !S_ISREG(st.st_mode);
	buf_init(&temporary);
	buf_printf(&temporary, "%s.%ld.new", path, (long)getpid());
	int error = create(temporary.data, bytes, O_TRUNC, anew ? NULL : &st, true);
	if (!error && rename(temporary.data, path) != 0)
		error = errno;
	if (error)
		unlink(temporary.data);
	buf_release(&temporary);
	return error;
}

int file_make_folders(const char *path)
{
	struct buf part;
	int error = 0;
	buf_init(&part);
	buf_add(&part, str_of(path));
	for (size_t i = 1; i <= part.len && !error; i++) {
		char cut = part.data[i];
		if (cut != '/' && cut != '\0')
			continue;
		part.data[i] = '\0';
		if (mkdir(part.data, 0777) != 0 && errno != EEXIST)
			error = errno;
		part.data[i] = cut;
	}
	buf_release(&part);
	return error;
}

struct walk {
	struct arena *arena;
	file_list *out;
	str *failed_at;
};

static int walk_folder(struct walk *walk, int fd, str below);

static int look_at(struct walk *walk, int fd, str name, const char *entry)
{
	struct stat st;
	if (fstatat(fd, entry, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? 0 : errno;
	if (!S_ISDIR(st.st_mode)) {
		VEC_PUSH(walk->out, ((struct file_entry){name, io_info(&st)}));
		return 0;
	}
	int child = openat(fd, entry, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	return child < 0 ? errno : walk_folder(walk, child, name);
}

static int visit(struct walk *walk, int fd, str below, const char *entry)
{
	if (entry[0] == '.')
		return 0;
	str name = path_join(walk->arena, below, str_of(entry));
	int error = look_at(walk, fd, name, entry);
	if (error && !walk->failed_at->len)
		*walk->failed_at = name;
	return error;
}

/* Takes over the descriptor. */
static int walk_folder(struct walk *walk, int fd, str below)
{
	DIR *dir;
	struct dirent *entry;
	int error = io_open_entries(fd, &dir);
	if (error)
		return error;
	while (!error && io_next_entry(dir, &entry, &error))
		error = visit(walk, dirfd(dir), below, entry->d_name);
	closedir(dir);
	return error;
}

static int compare_entries(const void *a, const void *b)
{
	return str_cmp(((const struct file_entry *)a)->name, ((const struct file_entry *)b)->name);
}

int file_walk_at(int folder, struct arena *arena, file_list *out, str *failed_at)
{
	struct walk walk = {arena, out, failed_at};
	*failed_at = S("");
	/* An own descriptor: reading moves its position. */
	int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = fd < 0 ? errno : walk_folder(&walk, fd, S(""));
	VEC_SORT(out, compare_entries);
	return error;
}

/* A handler, since programs inherit what is ignored. */
static void on_limit(int number)
{
	UNUSED(number);
}

void file_limit_is_error(void)
{
	struct sigaction action = {.sa_handler = on_limit, .sa_flags = SA_RESTART};
	sigaction(SIGXFSZ, &action, NULL);
}

bool file_is_terminal(int descriptor)
{
	return isatty(descriptor) == 1;
}
