/*
 * How the cost of something grows, by the processor's time and not the clock's: a busy
 * machine changes neither answer.
 */
#ifndef TESTS_GROWTH_H
#define TESTS_GROWTH_H

#include <stdbool.h>
#include <stddef.h>

/* Seconds after which a test hangs, on any machine. */
#define HANGS 600

/*
 * Whether four times as much costs about four times as much; by the square it would be
 * sixteen. run(ctx, n) does the work for n things; n has to be so large that the square of
 * 4 n would be half a minute or more. The cheapest of three runs counts, on either side.
 */
bool growth_is_linear(void (*run)(void *ctx, size_t n), void *ctx, size_t n);

#endif
