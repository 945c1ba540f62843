/* What comes with the program as files: folders beside it while it is built, below
 * ../share/tilts when it is installed. */
#ifndef BASE_SHARE_H
#define BASE_SHARE_H

#include <limits.h>

#include "base/base.h"

/* The absolute path of "messages", "ci/github.yml" … False: it is not there. */
bool share_find(const char *name, char out[PATH_MAX]);

#endif
