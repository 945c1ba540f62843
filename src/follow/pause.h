/* How long to wait between two looks at the repository. */
#ifndef FOLLOW_PAUSE_H
#define FOLLOW_PAUSE_H

#include "base/base.h"

enum { PAUSE_MAX_S = 60 * 60 };

/* The interval; after `failures` in a row twice as long for each, to an hour, and never
 * shorter than usual. Milliseconds. */
int64_t pause_ms(unsigned interval_s, unsigned failures);

#endif
