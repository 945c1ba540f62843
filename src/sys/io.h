/* What file.c and dir.c do with an open descriptor; nobody else needs it. */
#ifndef SYS_IO_H
#define SYS_IO_H

#include <dirent.h>
#include <sys/stat.h>

#include "sys/file.h"

/* errno when a system call gave `result` below 0, else 0. */
int io_error(int result);

struct file_info io_info(const struct stat *st);
int io_write(int fd, str bytes);

/* A folder to be read; takes over the descriptor, which closedir() closes. */
int io_open_entries(int fd, DIR **out);
/* The next entry that is not "." or "..". False at the end, or when it failed:
 * then *error is not 0 any more. */
bool io_next_entry(DIR *dir, struct dirent **out, int *error);

#endif
