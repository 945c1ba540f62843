/* One thread beside the first, for what must go on while another waits. */
#ifndef SYS_THREAD_H
#define SYS_THREAD_H

#include "base/base.h"

typedef void thread_fn(void *ctx);
struct thread;

/* Never NULL: no thread ends the program. */
struct thread *thread_start(thread_fn *fn, void *ctx);
/* Waits until fn has returned. */
void thread_join(struct thread *thread);

#endif
