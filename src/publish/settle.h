/* What follows the exchange: it may be done by the build that exchanged, or by
 * the next one when that was killed. */
#ifndef PUBLISH_SETTLE_H
#define PUBLISH_SETTLE_H

#include "publish/manifest.h"
#include "publish/yard.h"

/*
 * Reads one of the yard's manifests; `text` holds its paths. 0 when there is
 * one, whole or damaged, and when there is none: an empty one then. Else an
 * errno value: nobody knows what stands there.
 */
int settle_read(const struct yard *yard, const char *name, struct buf *text, struct manifest *out,
	bool *is_damaged);

/*
 * The output is the site that `published` describes, new/ is the site before,
 * which `old` may describe: makes sure of the exchange, lets manifest.new be the
 * manifest, and keeps the old site as the spare (spare.h) if it holds only what is
 * ours; else removes it. 0 or an errno value; whatever is left over can be settled
 * later.
 */
int settle(const struct yard *yard, struct manifest *old, const struct manifest *published);

/* Removes new/ and all that belongs to it; it was not exchanged, or is of no use. */
int settle_discard(const struct yard *yard);

/* Puts right whatever a killed build left: after this the output is a whole
 * site, the manifest is the one to go by, and new/ is a spare or does not exist. False:
 * reported, and nothing was changed that the next build could not go by. */
bool settle_leftovers(const struct yard *yard, struct diags *diags);

#endif
