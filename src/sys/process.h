/* Running another program: found on PATH, without a shell. */
#ifndef SYS_PROCESS_H
#define SYS_PROCESS_H

#include "base/buf.h"

/*
 * Gives the program `input` (at most 64 KiB) and appends what it writes to
 * `out`; its messages are dropped. `argv` ends in NULL; `setting` ("NAME=value",
 * or NULL) is added to its environment, which has no GIT_ variable that names a
 * repository. 0 when it ran and ended with *status,
 * else an errno value: ENOENT when there is no such program.
 */
int process_run(
	const char *const *argv, const char *setting, str input, struct buf *out, int *status);

#endif
