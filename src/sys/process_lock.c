#include "sys/process_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"
#include "sys/io.h"

#define POLL_MS 20

/* The file may have been removed, and made anew by another process, between
 * open() and fcntl(): then what we hold is not the lock any more. */
static bool is_still_there(int folder, const char *name, int fd)
{
	struct stat held, there;
	return fstat(fd, &held) == 0 && fstatat(folder, name, &there, 0) == 0 &&
	       held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

static int try_once(int folder, const char *name, int *out)
{
	int fd = openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int error = io_error(fcntl(fd, F_OFD_SETLK, &whole));
	if (!error && !is_still_there(folder, name, fd))
		error = EWOULDBLOCK;
	if (error)
		close(fd);
	else
		*out = fd;
	return error;
}

static void write_holder(int fd)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%ld\n", (long)getpid());
	/* The id only helps people; a full disk must not stop a build here. */
	if (ftruncate(fd, 0) != 0 || pwrite(fd, text, (size_t)len, 0) != len)
		return;
}

static int64_t read_holder(int folder, const char *name)
{
	char text[32];
	int64_t holder = 0;
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return 0;
	ssize_t len = read(fd, text, sizeof(text));
	close(fd);
	if (len <= 0 || !str_to_int(str_trim(str_n(text, (size_t)len)), &holder))
		return 0;
	return holder;
}

int process_lock_take(
	int folder, const char *name, unsigned wait_ms, struct process_lock *lock, int64_t *holder)
{
	lock->fd = -1;
	for (unsigned waited = 0;; waited += POLL_MS) {
		int error = try_once(folder, name, &lock->fd);
		if (!error)
			write_holder(lock->fd);
		if (error == EWOULDBLOCK)
			*holder = read_holder(folder, name);
		if (error != EWOULDBLOCK || waited >= wait_ms)
			return error;
		nanosleep(&(struct timespec){.tv_nsec = POLL_MS * 1000000L}, NULL);
	}
}

void process_lock_drop(struct process_lock *lock)
{
	if (lock->fd >= 0)
		close(lock->fd);
	lock->fd = -1;
}
