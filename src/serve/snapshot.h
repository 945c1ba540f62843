/*
 * One whole site in memory. A build fills it with snapshot_put(); after
 * snapshot_describe() it never changes again and is shared by any number of
 * requests, each of which holds it. Whoever drops it last frees it.
 *
 * Files that are in two snapshots are in memory once.
 */
#ifndef SERVE_SNAPSHOT_H
#define SERVE_SNAPSHOT_H

#include "build/build.h"

struct snapshot;

struct snapshot *snapshot_new(void); /* held once */
/* The same files and description, to put a few others over them; held once. */
struct snapshot *snapshot_over(struct snapshot *below);
struct snapshot *snapshot_hold(struct snapshot *snapshot);
void snapshot_drop(struct snapshot *snapshot); /* NULL is fine */

/* A file of a build; from any thread until snapshot_describe(). `id` as in publish_file(). */
void snapshot_put(struct snapshot *snapshot, str path, uint64_t id, str bytes);

/* Was a file of this id put there? 0 is the id of none. */
bool snapshot_has(const struct snapshot *snapshot, str path, uint64_t id);

/* Takes the file over from `before`, which has it. */
void snapshot_take(struct snapshot *snapshot, const struct snapshot *before, str path);

/* "" when there is none; as long as the snapshot is held. Not while it is filled but for
 * what was taken. */
str snapshot_bytes(const struct snapshot *snapshot, str path);

/* Do pages look the same in both: all .html, and what they load from assets/? */
bool snapshot_looks_like(const struct snapshot *a, const struct snapshot *b);

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
