/*
 * Taking power away from this process, for ever: what it could write, run, use up.
 * Landlock (landlock(7)) from Linux 5.13 on; an older kernel refuses nothing.
 */
#ifndef SYS_CONFINE_H
#define SYS_CONFINE_H

#include "base/base.h"

struct confines {
	const char *writable; /* the one folder it may write below; NULL: none at all */
	size_t memory;        /* bytes of its own; 0: no bound */
	unsigned processor_s; /* seconds of work; 0: no bound */
};

/* No program can be run either, and no picture of the memory is left behind when
 * it crashes. False: the kernel has no Landlock; the other bounds hold. */
bool confine(const struct confines *confines);

#endif
