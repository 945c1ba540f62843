/*
 * Work in a process of its own, so that whatever happens there, even its end,
 * happens to it alone. Parent and child talk by messages over a line that keeps
 * their bounds. The child sees a copy of the memory as it was at the start and
 * has no open file but the line and the standard three; it ends with the parent.
 */
#ifndef SYS_CHILD_H
#define SYS_CHILD_H

#include "base/arena.h"
#include "base/buf.h"

/* A message's most bytes. */
enum { CHILD_MESSAGE_MAX = 128 << 10 };

struct child {
	int line; /* to poll() on; child_send() and child_receive() use it */
	int64_t id;
};

/* Runs in the child; when it returns, the child ends with status 0. It may allocate, though
 * other threads did so at the fork: the C library sees to that. The address sanitizer of
 * gcc 12 does not, and now and then a child waits there for ever. */
typedef void child_fn(void *ctx, int line);

/* 0 or an errno value. */
int child_start(child_fn *fn, void *ctx, struct child *out);

/* False: the other side is gone, or the message is too large. */
bool child_send(int line, str message);

enum child_word {
	CHILD_SAID,   /* a message was appended */
	CHILD_GONE,   /* the other side is gone */
	CHILD_SILENT, /* for so long nothing came */
};

/* Waits at most `wait_ms` for the next message; -1: as long as it takes. */
enum child_word child_receive(int line, int wait_ms, struct buf *message);

/* Ends it if it has not ended, and waits. NULL: it ended by itself with status 0,
 * else words for how it ended, in the arena. */
const char *child_end(struct child *child, struct arena *arena);

/* Ends it at once. */
void child_kill(struct child *child, struct arena *arena);

#endif
