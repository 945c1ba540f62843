/* Steps inside the seven calls that lie in different files. */
#ifndef BUILD_PHASES_H
#define BUILD_PHASES_H

#include "build/build.h"

/* Reads site.json; the languages tell which files are pages. */
bool build_read_config(struct build *build);

#endif
