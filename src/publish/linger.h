/*
 * Files that pages loaded before may still ask for, whose names change with their
 * bytes: they stay in the output for the next site, and for at least a day, after the
 * site did without them.
 */
#ifndef PUBLISH_LINGER_H
#define PUBLISH_LINGER_H

#include "base/map.h"
#include "publish/manifest.h"

struct linger {
	bool (*lingers)(str path); /* is it such a file? NULL: none is */
	int64_t now_s;             /* the clock, in seconds since 1970 */
	struct map needed;         /* such files of the new site; the paths belong to the publish */
};

void linger_release(struct linger *linger);

/* Is it such a file? Any thread. */
bool linger_wants(const struct linger *linger, str path);

/* The new site has such a file with this path, which outlives the linger. */
void linger_note(struct linger *linger, str path);

/* May this file of the old site stay beside those of the new? Notes in it since when the
 * site does without; a clock that was set back lets it stay a day from now. */
bool linger_may_stay(const struct linger *linger, struct manifest_entry *entry);

#endif
