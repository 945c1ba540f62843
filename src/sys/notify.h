/*
 * Telling the service manager how we are, by the protocol of sd_notify(3), whose
 * page asks programs to speak it themselves rather than to load a library for it.
 * Without a manager that listens nothing happens.
 */
#ifndef SYS_NOTIFY_H
#define SYS_NOTIFY_H

#include "base/str.h"

/* Lines "NAME=value": READY=1, STATUS=…, WATCHDOG=1, STOPPING=1. */
void notify(const char *lines);

/* How often WATCHDOG=1 is due, in milliseconds: twice as often as the manager
 * wants it. 0: it does not watch us. */
int notify_interval_ms(void);

#endif
