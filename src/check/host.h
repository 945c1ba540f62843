/* Which addresses make a browser ask another host than the site's own, and which hosts are none
 * of the open network. */
#ifndef CHECK_HOST_H
#define CHECK_HOST_H

#include "base/str.h"

/* "https://host/path" -> "https://host" */
str host_origin(str base_url);

/* One address as an attribute holds it. What can't be told apart from another
 * host's address (a scheme, an entity, a backslash) counts as one. */
bool host_is_foreign(str address, str origin);

/* A list of addresses with widths: srcset. */
bool host_is_foreign_any(str srcset, str origin);

/* The next absolute address in a style sheet or script, from *at on, that is
 * foreign; comments count too, names of XML namespaces do not. False: none. */
bool host_find_foreign(str text, str origin, size_t *at, str *address);

/* A name that stands in examples, and leads nowhere: RFC 2606 and 6761. */
bool host_is_example(str host);

bool host_is_loopback(str host);

#endif
