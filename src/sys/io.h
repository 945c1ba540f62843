/* What file.c and dir.c do with an open descriptor; nobody else needs it. */
#ifndef SYS_IO_H
#define SYS_IO_H

#include <sys/stat.h>

#include "sys/file.h"

/* errno when a system call gave `result` below 0, else 0. */
int io_error(int result);

struct file_info io_info(const struct stat *st);
int io_write(int fd, str bytes);

#endif
