/* A page's Content Security Policy (W3C CSP Level 3). */
#ifndef CHECK_POLICY_H
#define CHECK_POLICY_H

#include "base/str.h"

/* No exceptions: a default-src, every source 'self' or 'none', no reports. */
bool policy_is_strict(str policy);

#endif
