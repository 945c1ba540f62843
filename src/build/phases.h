/* Steps inside the seven calls that lie in different files. */
#ifndef BUILD_PHASES_H
#define BUILD_PHASES_H

#include "build/build.h"

/* Reads site.json; the languages tell which files are pages. */
bool build_read_config(struct build *build);

/* Fills in the day the site is built for. */
bool build_today(struct build *build);

/* One number that differs whenever anything that counts differs. */
void build_take_fingerprint(struct build *build);

#endif
