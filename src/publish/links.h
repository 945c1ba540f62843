/* Files that did not change become hard links from the old site into the new one. */
#ifndef PUBLISH_LINKS_H
#define PUBLISH_LINKS_H

#include "publish/manifest.h"

struct links {
	int from, to;     /* the two sites, open */
	unsigned threads; /* 0: one */
	bool copied;      /* some were copied: no hard link can be made here, or not to them */
};

/* 0, or an errno value and *failed, which entry it was. The inode of one that was copied is
 * then the copy's. */
int links_make(struct links *links, struct manifest_entry *entries, size_t n, size_t *failed);

#endif
