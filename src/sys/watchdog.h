/*
 * Ends the silence of a library that waits for the network without a limit of
 * its own, and talk that has no end. While a watchdog runs, its thread looks
 * whether the watched thread said anything lately, and how long all has taken;
 * when that is too long, it cuts the connections that were opened since, and
 * interrupts the system call the watched thread waits in, again and again until
 * the watchdog is stopped. The library then fails by itself and cleans up.
 *
 * Connections that other threads opened since are cut as well. Uses SIGURG
 * and SIGPIPE, which nothing else here does, so only one watchdog may run at a time.
 */
#ifndef SYS_WATCHDOG_H
#define SYS_WATCHDOG_H

#include "base/base.h"

struct watchdog;

/* Watches the calling thread. NULL: the system gave no thread; then nothing is
 * watched, and the other functions accept that. */
struct watchdog *watchdog_start(unsigned silence_s, unsigned whole_s);
void watchdog_stop(struct watchdog *dog);

/* The watched thread goes on: the silence begins anew. */
void watchdog_touch(struct watchdog *dog);
/* From here to the next touch no time passes: a person may be asked. */
void watchdog_pause(struct watchdog *dog);

enum bark {
	BARK_NONE,
	BARK_SILENCE,
	BARK_WHOLE, /* all took too long */
};

/* Not none: then what the library says went wrong is only this. */
enum bark watchdog_barked(struct watchdog *dog);

#endif
