/*
 * Waiting for a change in folders and everything below them (inotify(7)). A
 * watch belongs to the thread that waits; only watch_end() may be called from
 * another one. Entries whose name begins with '.' don't count; links are not
 * followed below the folders themselves.
 *
 * A folder that is not there, or goes and comes back, is found when it appears.
 */
#ifndef SYS_WATCH_H
#define SYS_WATCH_H

#include "base/str.h"

struct watch;

/* Paths are copied. 0 and a watch for watch_close(), or an errno value. */
int watch_open(const char *const *folders, size_t nfolders, struct watch **out);
void watch_close(struct watch *watch); /* NULL is fine */

/*
 * Returns when something has changed since the last call. *saved is the path of a file
 * that was just written whole or moved to its place, as one save in an editor does; "" when
 * whoever writes was not seen to end. It is good until the next call. False after
 * watch_end().
 */
bool watch_wait(struct watch *watch, str *saved);

/* After watch_wait(): returns once a moment of quiet has followed, so that one git checkout is
 * one change. False after watch_end(). */
bool watch_settle(struct watch *watch);

/* watch_wait() ends now, and whenever it is called later. */
void watch_end(struct watch *watch);

/* Why a folder that is there could not be watched: an errno value (ENOSPC: more
 * folders than fs.inotify.max_user_watches allows), 0 when all are. */
int watch_error(const struct watch *watch);

#endif
