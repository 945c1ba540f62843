/*
 * The preview's own script and style under the page's Content Security Policy, which
 * may hold 'self' and 'none' only (check/policy.h): where it would keep them out, their
 * exact addresses are added while the page is shown, and nothing else. The page's own
 * scripts meet the policy that readers will have.
 */
#ifndef SERVE_ALLOW_H
#define SERVE_ALLOW_H

#include "base/buf.h"

/* The page, or a part of it, with each of its policies widened. `host` is what the
 * browser called: "localhost:8000". */
void allow_own(struct buf *out, str html, str host);

#endif
