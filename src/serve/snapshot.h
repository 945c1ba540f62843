/*
 * One whole site in memory. A build fills it through snapshot_sink(); after
 * snapshot_describe() it never changes again and is shared by any number of
 * requests, each of which holds it. Whoever drops it last frees it.
 */
#ifndef SERVE_SNAPSHOT_H
#define SERVE_SNAPSHOT_H

#include "build/build.h"

struct snapshot;

struct snapshot *snapshot_new(void); /* held once */
struct snapshot *snapshot_hold(struct snapshot *snapshot);
void snapshot_drop(struct snapshot *snapshot); /* NULL is fine */

/* Where build_run() puts the files; good while the snapshot is held. What is in `before` (may be
 * NULL), which somebody holds until snapshot_describe(), need not be made again. */
struct sink snapshot_sink(struct snapshot *snapshot, const struct snapshot *before);

/* What finding a page needs to know of the site besides the files. */
void snapshot_describe(struct snapshot *snapshot, const struct site *site);

/* Where the site begins on the server: "/" or "/portal/". */
str snapshot_root(const struct snapshot *snapshot);

enum found_kind {
	FOUND_FILE,
	FOUND_FOLDER,  /* a page's address without its last '/' */
	FOUND_OUTSIDE, /* not below the site's root */
	FOUND_NOTHING, /* path and bytes are those of the language's 404 page, if there is one */
};

/* Texts are the snapshot's. */
struct found {
	enum found_kind kind;
	str path;
	str bytes;
};

/* `path` is from request_path(). */
struct found snapshot_find(const struct snapshot *snapshot, str path);

#endif
