/*
 * A remote repository, read through a bare copy in the cache folder:
 *
 *	CACHE/git/HASH.git   the copy; HASH is of the address
 *	CACHE/git/HASH.new   a copy being made; it takes the other's place when whole
 *	CACHE/git/HASH.lock  held while the copy is fetched into or replaced
 *	HASH.git/tilts-fetched   empty; its time is that of the last good fetch
 */
#ifndef SOURCE_REMOTE_H
#define SOURCE_REMOTE_H

#include "source/location.h"

/*
 * Brings the copy up to date and opens it: sets git, path and copy_marker of the
 * store. When the fetch fails, an older copy does (warning source-stale). A
 * copy without its marker, or that lacks objects of the commit asked for, is
 * thrown away and made anew. False: reported.
 */
bool remote_open(struct store *store, const struct store_options *options, struct diags *diags);

/* A file of the copy could not be read: the next build makes it anew. */
void remote_distrust(const struct store *store);

#endif
