/*
 * Writing one Atom feed (RFC 4287): atom_begin(), entries newest first,
 * atom_end(). Ids are tag: URIs (RFC 4151) of the site's host and stay what
 * they are when a page moves to another title.
 */
#ifndef FEED_ATOM_H
#define FEED_ATOM_H

#include "model/reader.h"

struct atom_feed {
	str path;  /* of the feed itself, below the root */
	str title; /* "" for the site's */
	str page;  /* absolute address of the page that shows the same; "" for home */
	int64_t updated;
};

struct atom_entry {
	str id;  /* what follows the host in the tag: "/ru/sazina/#commit" */
	str url; /* absolute; "" without a page: then home, since an entry needs a link (4.1.2) */
	str title;
	str summary;
	int64_t updated; /* seconds since 1970 UTC */
};

void atom_begin(const struct reader *reader, const struct atom_feed *head, struct buf *out);
void atom_add(const struct reader *reader, const struct atom_entry *entry, struct buf *out);
void atom_end(struct buf *out);

#endif
