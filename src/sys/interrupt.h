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

#endif
