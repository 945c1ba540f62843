/* A TCP connection to another machine. Its descriptor is the caller's. */
#ifndef SYS_CONNECT_H
#define SYS_CONNECT_H

#include "base/str.h"

/* NULL, or why not: a name that is not known, nobody who listens. Tries each address of the
 * name; waits as long as the kernel does. */
const char *connect_to(const char *host, const char *port, int *fd);

/* As recv() and send(): how many bytes, 0 at the end, or -1 with errno set. Sending to a
 * peer that is gone is an error, no signal. */
ssize_t connect_receive(int fd, void *bytes, size_t size);
ssize_t connect_send(int fd, str bytes);

void connect_close(int fd);

#endif
