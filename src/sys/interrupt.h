/*
 * A person's wish that the program should end (SIGINT, SIGTERM, SIGHUP), as
 * something to wait for: no handler, nothing is cut off in the middle.
 */
#ifndef SYS_INTERRUPT_H
#define SYS_INTERRUPT_H

#include "base/base.h"

/* From now on the wish waits to be asked for. Threads started later inherit
 * this, so call it before the first. */
void interrupt_hold(void);
/* Waits for the wish, at most `wait_ms`. */
bool interrupt_wait(unsigned wait_ms);
/* From now on the wish ends the program at once, as usual. */
void interrupt_let_go(void);

/* The same as something to poll() on, close it with file_close(). -1: the system
 * gives none. Holds the wishes as interrupt_hold() does. */
int interrupt_open(void);

enum interrupt {
	INTERRUPT_NONE,
	INTERRUPT_END, /* SIGINT, SIGTERM */
	INTERRUPT_ANEW /* SIGHUP: begin anew, to a program without a terminal */
};

/* The next wish that came, without waiting. */
enum interrupt interrupt_next(int handle);

#endif
