#include "sys/io.h"

#include <errno.h>
#include <unistd.h>

int io_error(int result)
{
	return result < 0 ? errno : 0;
}

static enum file_type type_of(mode_t mode)
{
	return S_ISREG(mode)   ? FILE_REGULAR
	       : S_ISDIR(mode) ? FILE_FOLDER
	       : S_ISLNK(mode) ? FILE_LINK
			       : FILE_OTHER;
}

struct file_info io_info(const struct stat *st)
{
	return (struct file_info){
		.type = type_of(st->st_mode),
		.size = (uint64_t)st->st_size,
		.mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
		.changed_ns = (int64_t)st->st_ctim.tv_sec * 1000000000 + st->st_ctim.tv_nsec,
		.inode = st->st_ino,
		.device = st->st_dev,
		.is_public = (st->st_mode & 0444) == 0444,
	};
}

int io_write(int fd, str bytes)
{
	while (bytes.len) {
		ssize_t put = write(fd, bytes.ptr, bytes.len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return errno;
		bytes = str_from(bytes, (size_t)put);
	}
	return 0;
}

int io_open_entries(int fd, DIR **out)
{
	*out = fdopendir(fd);
	if (*out)
		return 0;
	int error = errno;
	close(fd);
	return error;
}

bool io_next_entry(DIR *dir, struct dirent **out, int *error)
{
	do {
		errno = 0;
		*out = readdir(dir);
	} while (*out && (strcmp((*out)->d_name, ".") == 0 || strcmp((*out)->d_name, "..") == 0));
	if (!*out)
		*error = errno;
	return *out != NULL;
}
