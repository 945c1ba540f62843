/*
 * Files and folders. Functions give 0 or an errno value; nothing is reported
 * here. Paths are C strings, relative to the working folder or absolute.
 */
#ifndef SYS_FILE_H
#define SYS_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum file_type { FILE_NONE, FILE_REGULAR, FILE_FOLDER, FILE_LINK, FILE_OTHER };

struct file_info {
	enum file_type type; /* of the entry itself: links are not followed */
	uint64_t size;
	int64_t mtime_ns;
	int64_t changed_ns; /* its bytes, mode or links; nobody can set this time */
	uint64_t inode;
	uint64_t device;
	bool is_public; /* everybody may read it */
};

/* FILE_NONE and 0 when there is nothing at the path. */
int file_info(const char *path, struct file_info *out);
/* The same for a path below an open folder. */
int file_info_at(int folder, const char *path, struct file_info *out);

/* Appends the file to `out`. EFBIG when it holds more than `limit` bytes; ELOOP
 * when the last part is a symbolic link. */
int file_read(const char *path, size_t limit, struct buf *out);

/* The same for a path below an open folder; no part of it may be a link. */
int file_read_at(int folder, str path, size_t limit, struct buf *out);

/* The same, but of a longer file only its first `most` bytes. */
int file_read_head_at(int folder, str path, size_t most, struct buf *out);

/* Its size in bytes, without reading it. */
int file_size_at(int folder, str path, size_t *out);

/* A descriptor for the functions that end in _at; close it with file_close().
 * Links on the way to the folder are followed. */
int file_open_folder(const char *path, int *out);
void file_close(int descriptor);

/* The absolute path without links, "." and ".."; empty when there is none. */
str file_real_path(const char *path, struct arena *arena);

/* Makes or replaces the file in one step: a reader sees the old bytes or the
 * new ones. A file that is replaced keeps its mode. The folder must exist. */
int file_write(const char *path, str bytes);

/* Makes a new file; EEXIST if something is there. No fsync. */
int file_create(const char *path, str bytes);

/* mkdir -p. */
int file_make_folders(const char *path);

/*
 * What this process makes from now on can be read by everybody, whatever its
 * umask says of others. Gives the umask to set again: one thread, and not while
 * anything private is written.
 */
unsigned file_umask_public(void);
void file_umask_set(unsigned mask);

struct file_entry {
	str name; /* path below the walked folder, '/' between parts */
	struct file_info info;
};
typedef VEC(struct file_entry) file_list;

/*
 * Everything below `folder` that is not a folder itself, sorted by name's
 * bytes; names live in `arena`. Entries whose name begins with '.' are left
 * out. Links are listed, never followed. *failed_at is the path that could
 * not be read.
 */
int file_walk_at(int folder, struct arena *arena, file_list *out, str *failed_at);

/* From now on a file that would grow past what this process may write (ulimit -f), or past what
 * the file system holds, is EFBIG instead of the program's end. What is run from here has its own
 * way. */
void file_limit_is_error(void);

/* Is standard output / error a terminal? */
bool file_is_terminal(int descriptor);

#endif
