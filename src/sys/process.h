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

/*
 * Runs `program` with `input`, however much it is, as its standard input; what it
 * prints goes where our messages go. After `wait_ms` it is killed, and whatever it
 * started with it: ETIMEDOUT. Else as process_run().
 */
int process_feed(const char *program, str input, int wait_ms, int *status);

#endif
