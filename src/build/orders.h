/*
 * The orders of words that ICU made of our rules, kept for the next build: making one costs as much
 * as rendering thirty pages.
 */
#ifndef BUILD_ORDERS_H
#define BUILD_ORDERS_H

#include "build/build.h"

/* One thread, before the site is assembled. */
void orders_take(struct build *build);

void orders_write(const struct build *build, struct buf *out);

#endif
