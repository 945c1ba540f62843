/* A TCP socket that others can connect to. */
#ifndef SYS_LISTEN_H
#define SYS_LISTEN_H

#include "base/str.h"

struct listener {
	int fd;        /* whoever serves it closes it; else listen_close() */
	bool loopback; /* only this machine can connect */
};

/* Is it numeric, or "localhost"? */
bool listen_is_address(str address);

/*
 * Listens at such an address. 0 or an errno value: EINVAL for
 * what is no address, EADDRINUSE for a port that another program has.
 */
int listen_open(str address, unsigned port, struct listener *out);
void listen_close(struct listener *listener);

#endif
