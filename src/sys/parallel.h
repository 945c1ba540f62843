/*
 * The one way to use more than one thread: n independent jobs, shared out by
 * one counter. Job i writes only slot i of its results, so the outcome does
 * not depend on who ran it; starting and ending are memory barriers.
 */
#ifndef SYS_PARALLEL_H
#define SYS_PARALLEL_H

#include "base/base.h"

/* `worker` is below the number of threads: for memory each thread reuses. */
typedef void parallel_fn(void *ctx, unsigned worker, size_t index);

/* Runs fn(ctx, worker, 0 … n - 1) on at most nthreads threads (at least 1). */
void parallel_for(unsigned nthreads, size_t n, parallel_fn *fn, void *ctx);

/* Processors this process may use; at least 1. */
unsigned parallel_processors(void);

#endif
