/*
 * Proxies for http:// and https://, as git finds them: the settings http.URL.proxy and http.proxy,
 * else the variables http_proxy and https_proxy, else all_proxy; not for hosts that no_proxy names.
 *
 * libgit2 1.5 wants an address with a scheme, and to a server of http:// it speaks as to a
 * proxy but connects to the server itself: such connections are made here.
 */
#ifndef SOURCE_PROXY_H
#define SOURCE_PROXY_H

#include "base/arena.h"

/*
 * The proxy's address for git_proxy_options, with a scheme; empty: none. Changes what this
 * process and its libgit2 connect to from now on: for a process that does nothing else.
 */
str proxy_use(str url, struct arena *arena);

/* For messages: without the name and the password, which ends at the last '@' whatever stands in
 * it. */
str proxy_shown(str proxy, struct arena *arena);

/* Does no_proxy ("localhost,.example.org,10.0.0.1:8080", or "*") name the host? */
bool proxy_is_excepted(str exceptions, str host, str port);

#endif
