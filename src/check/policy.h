/* A page's Content Security Policy (W3C CSP Level 3). */
#ifndef CHECK_POLICY_H
#define CHECK_POLICY_H

#include "check/tag.h"

/* No exceptions: a default-src, every source 'self' or 'none', no reports. */
bool policy_is_strict(str policy);

/* The policy that a tag sets, which tag_next() has just given, as a slice of the file; "" when it
 * sets none. */
str policy_of(struct tags *tags);

#endif
