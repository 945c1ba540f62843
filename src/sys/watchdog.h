/*
 * Ends the silence of a library that waits for the network without a limit of
 * its own. While a watchdog runs, its thread looks whether the watched thread
 * said anything lately; when not, it cuts the connections that were opened
 * since, and interrupts the system call the watched thread waits in, again and
 * again until the watchdog is stopped. The library then fails by itself and
 * cleans up.
 *
 * Connections that other threads opened since are cut as well. Uses SIGURG,
 * which nothing else here does, so only one watchdog may run at a time.
 */
#ifndef SYS_WATCHDOG_H
#define SYS_WATCHDOG_H

#include "base/base.h"

struct watchdog;

/* Watches the calling thread. NULL: the system gave no thread; then nothing is
 * watched, and the other functions accept that. */
struct watchdog *watchdog_start(unsigned silence_s);
void watchdog_stop(struct watchdog *dog);

/* The watched thread goes on: the silence begins anew. */
void watchdog_touch(struct watchdog *dog);
/* From here to the next touch silence is no fault: a person may be asked. */
void watchdog_pause(struct watchdog *dog);

/* Was there a silence? Then what the library says went wrong is only this. */
bool watchdog_barked(struct watchdog *dog);

#endif
