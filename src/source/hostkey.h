/*
 * The keys of ssh servers. libgit2 compares them with ~/.ssh/known_hosts and says no more
 * than whether all is well; a key that has changed is another matter than a new server.
 */
#ifndef SOURCE_HOSTKEY_H
#define SOURCE_HOSTKEY_H

#include "source/url.h"

/* Another key of the host is known. `key` is the one that it shows, as it was sent. */
bool hostkey_has_changed(struct url_parts host, str key);

#endif
