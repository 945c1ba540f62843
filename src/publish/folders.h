/*
 * Did anybody else put something into a site? A folder whose time is as it was
 * holds what it held; only the others are looked into.
 */
#ifndef PUBLISH_FOLDERS_H
#define PUBLISH_FOLDERS_H

#include "publish/manifest.h"

/*
 * *ours: in all folders of the site are only files and folders of the manifest. Those
 * that were looked into have a new time then, if it is old enough at `now_ns` (by the clock
 * of the file system) that any change to come has a later one. 0 or an errno value.
 */
int folders_check(int site, struct manifest *manifest, int64_t now_ns, bool *ours);

#endif
