/* Sites of a few files that are published at once, for the tests of publish/. */
#ifndef PUBLISH_FIXTURE_H
#define PUBLISH_FIXTURE_H

#include "publish/publish.h"
#include "source_scratch.h"

/* Files that linger: all below assets/. */
bool fixture_lingers(str path);

/* Publishes "path=bytes;path=bytes". Gives the counts, "w2 u1 ", if all went well, then the ids
 * of what was said, which is forgotten. */
str fixture_publish(
	struct scratch *scratch, const struct publish_options *options, const char *files);

#endif
