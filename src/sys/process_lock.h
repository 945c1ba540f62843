/*
 * A lock between processes: a file that one process at a time holds, with that
 * process's id inside. It falls when the process ends, however that happens;
 * the file stays.
 */
#ifndef SYS_PROCESS_LOCK_H
#define SYS_PROCESS_LOCK_H

#include "base/base.h"

struct process_lock {
	int fd; /* -1: not held */
};

/*
 * Takes the lock at `name` in the open folder, waiting at most `wait_ms`
 * milliseconds. 0, or an errno value; EWOULDBLOCK: another one has it, whose
 * process id is in *holder (0 when it can't be told).
 */
int process_lock_take(
	int folder, const char *name, unsigned wait_ms, struct process_lock *lock, int64_t *holder);
void process_lock_drop(struct process_lock *lock);

#endif
