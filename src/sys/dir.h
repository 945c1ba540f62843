/*
 * Changing what lies below an open folder, which itself may be moved meanwhile.
 * A folder is a descriptor from dir_open() or file_open_folder(); paths are
 * C strings relative to it. A link in the last part of a path is never
 * followed. Functions give 0 or an errno value; nothing is reported here. All
 * may be called from many threads at once.
 */
#ifndef SYS_DIR_H
#define SYS_DIR_H

#include <limits.h>

#include "sys/file.h"

/* The path as the functions here want it. False: longer than the system takes. */
bool dir_name(str path, char name[PATH_MAX]);

/* Close it with file_close(). */
int dir_open(int in, const char *path, int *out);

/* When the entry came into being, in nanoseconds since 1970; it keeps that when
 * it moves. 0 when the file system does not tell. */
int dir_birth(int in, const char *path, int64_t *out);

/* Is the path the root of a mounted file system, or of a bind mount? */
bool dir_is_mount(int in, const char *path);

/* Takes from the folder itself whatever rights others have who are neither its
 * owner nor of its group, as far as this process may. */
void dir_close_to_others(int folder);

/* May this process add and remove files in the folder at `path`? 0, or EACCES,
 * EROFS … */
int dir_may_change(int in, const char *path);

/* mkdir -p */
int dir_make(int in, const char *path);

/* Makes a new file, and the folders it needs; EEXIST if something is there.
 * Nothing is left when it fails. No fsync. `out` tells what was made. */
int dir_create(int in, const char *path, str bytes, struct file_info *out);

/* The same in pieces: a descriptor that takes bytes until dir_end(), which closes it. That is told
 * an error of before, or 0; with any nothing is left of the file. */
int dir_begin(int in, const char *path, int *out);
int dir_append(int file, str bytes);
int dir_end(int in, const char *path, int file, int error);

/* Gives the file at `path` the same path below `to` as well; the folders it
 * needs are made. A link itself is linked, not what it points at. */
int dir_link(int from, const char *path, int to);

/* The same with a copy, where the system allows no hard link. A regular file
 * keeps its time and mode. EINVAL for what is neither a file nor a link. */
int dir_copy(int from, const char *path, int to);

/* Gives the folder at `to_path` the mode of the one at `path` and, as far as
 * this process may, its owner and group. */
int dir_copy_rights(int from, const char *path, int to, const char *to_path);

int dir_rename(int from, const char *path, int to, const char *to_path);

/* The same, for a file or link, to where nothing stands: else EEXIST. The folders it needs
 * are made. */
int dir_move(int from, const char *path, int to, const char *to_path);

/* Gives the file at `path` the same path below `to` instead, over what stands there; the folders
 * it needs are made. Of two names of one file both stay (rename(2)). */
int dir_carry(int from, const char *path, int to);

/* What stands at the two paths changes places in one step; ENOSYS when this
 * kernel or file system can't. */
int dir_exchange(int from, const char *path, int to, const char *to_path);

int dir_remove(int in, const char *path);       /* a file or link */
int dir_remove_empty(int in, const char *path); /* an empty folder */
/* rm -r; not an error when there is nothing. */
int dir_remove_tree(int in, const char *path);

/*
 * Calls `visit` for everything below the folder, hidden or not: by name, a
 * folder after what it holds, which may then be gone. `nentries` is how much a
 * folder held. A value other than 0 ends the walk and is given back.
 */
typedef int dir_visit_fn(void *ctx, const char *path, enum file_type type, size_t nentries);
int dir_walk(int top, dir_visit_fn *visit, void *ctx);

/* The same for the entries of one folder alone, in no order. `inode` is what the folder tells:
 * where file systems lie above each other it may be another than the file itself has. */
typedef int dir_entry_fn(void *ctx, const char *path, enum file_type type, uint64_t inode);
int dir_each(int top, const char *path, dir_entry_fn *visit, void *ctx);

/* fsync: the entries of this folder itself are on the disk. */
int dir_sync(int folder);
/* Everything written to the file system that holds the folder is on the disk. */
int dir_sync_all(int folder);

#endif
