/*
 * What the build of a site had to say, in the yard beside the manifest: a build that
 * finds everything as it was says it again. The fingerprint of such a site holds what
 * was said, so that the site is not current when that is gone, cut off or of another
 * build.
 */
#ifndef PUBLISH_REMARKS_H
#define PUBLISH_REMARKS_H

#include "base/buf.h"
#include "publish/yard.h"

struct remarks {
	struct buf before; /* of the site in the output */
	struct buf next;   /* of the one being made: others append */
};

void remarks_init(struct remarks *remarks);
void remarks_release(struct remarks *remarks);

/* Fills in `before`; what can't be read fits no fingerprint. */
void remarks_read(struct remarks *remarks, const struct yard *yard);

/* The fingerprint of a site of whose build `text` was said; nothing said leaves it alone. */
uint64_t remarks_mix(uint64_t fingerprint, const struct buf *text);

/* Puts `next` into the yard, before the manifest whose fingerprint tells of it. 0 or an
 * errno value. */
int remarks_keep(const struct remarks *remarks, const struct yard *yard);

#endif
