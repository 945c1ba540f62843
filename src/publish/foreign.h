/*
 * Files in a published folder that tilts did not write: a CNAME, a
 * .well-known/ that another program fills, a link. They go from site to site.
 */
#ifndef PUBLISH_FOREIGN_H
#define PUBLISH_FOREIGN_H

#include "publish/manifest.h"
#include "publish/yard.h"

/* A folder that tilts published, open, and the manifest that may describe it. */
struct site_folder {
	int fd; /* -1: there is none */
	const struct manifest *manifest;
	bool is_described; /* the manifest was made for this very folder */
	bool is_damaged;   /* the manifest, or the one before it, may lack what we wrote */
};

/*
 * Gives `fresh`, where all new files are, the foreign files of the old site as
 * hard links, and its empty folders. Folders that hold foreign files keep
 * their mode. False: reported, as publish-foreign where a new file is in the
 * way. With a damaged manifest, what is in the way counts as ours: else no
 * later build could ever publish. *any: there are some.
 */
bool foreign_carry(const struct site_folder *old, int fresh, const struct yard *yard, bool *any,
	struct diags *diags);

/*
 * Removes everything in `old`, which was the site until now. A foreign file
 * that came after foreign_carry(), or could not be linked, moves into
 * `current`, unless tilts has a file there, or somebody a later one. 0 or an
 * errno value.
 */
int foreign_move_and_remove(
	const struct site_folder *old, int current, const struct manifest *published);

#endif
