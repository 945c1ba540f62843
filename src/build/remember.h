/*
 * All that is kept for the next build: what jobs were done, while they are done; then the other
 * parts, and behind them the lengths of all. Of a large site it is much, so it is handed on as it
 * is made.
 */
#ifndef BUILD_REMEMBER_H
#define BUILD_REMEMBER_H

#include "build/build.h"

/* Fills in build->remembered, with slices of `memory`; "" gives empty parts. */
void remember_take(struct build *build, str memory);

/* Any thread; a spill_fn for a struct build. */
void remember_add(void *build, str bytes);

/* One thread, at the end of a build. Searching is over then: what it needed goes with its part. */
void remember_write(struct build *build);

#endif
