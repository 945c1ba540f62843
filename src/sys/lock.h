/*
 * The locks of the whole program, all of them: one for each library that keeps
 * a state of its own. Nothing else here is shared and written at once.
 */
#ifndef SYS_LOCK_H
#define SYS_LOCK_H

enum lock {
	LOCK_CJSON, /* cJSON's global error pointer, written by every parse */
	LOCK_COUNT
};

/* Not recursive. Held for one call into the library, never across our own. */
void lock_take(enum lock lock);
void lock_drop(enum lock lock);

#endif
