/*
 * The site before the one in the output, which stays in the yard as new/: the next
 * build brings it up to date and lets both change places again, so that
 * publishing costs what has changed. manifest.old describes it, and is there
 * only as long as nothing in new/ was touched.
 */
#ifndef PUBLISH_SPARE_H
#define PUBLISH_SPARE_H

#include "publish/foreign.h"

struct spare {
	int fd;   /* new/, open; -1: there is none */
	int made; /* made/, open: the files that come while the spare must stay as it is */
	int64_t now_ns;
	bool is_touched;
	struct buf text;
	struct manifest manifest; /* manifest.old */
};

void spare_init(struct spare *spare);
void spare_release(struct spare *spare);

/* Takes it, and makes made/, if it is whole and of use beside the site in the output. 0 or
 * an errno value: then, and when there is none, it has no fd. Of one that is whole but of no
 * use, files that are not ours move into the output. */
int spare_open(struct spare *spare, const struct yard *yard, const struct site_folder *output);

/* *fits: nobody has put anything into the spare or into the output. */
int spare_check(struct spare *spare, const struct site_folder *output,
	struct manifest *output_manifest, bool *fits);

/*
 * Makes of the spare the site that `made` describes, whose files are in the spare
 * itself, in the output, or in made/. Gathers the folders of `made`, with the times
 * of those that did not change. *at is the path that failed.
 */
int spare_update(struct spare *spare, const struct yard *yard, const struct site_folder *output,
	struct manifest *made, str *at);

/* Removes the spare, but for files that are not ours: they move into the output. made/ becomes
 * new/, and the spare's `made` is its descriptor. */
int spare_give_up(struct spare *spare, const struct yard *yard, const struct site_folder *output);

#endif
