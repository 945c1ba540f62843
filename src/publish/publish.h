/*
 * Publishing: one build's files become the output folder in one step.
 *
 *	publish_begin()    takes the lock, puts right what a killed build left
 *	publish_file()     many, from any thread, into a staging folder
 *	publish_commit()   the staging folder and the output change places
 *	publish_abort()    the staging folder goes, the old site stays
 *
 * Whatever kills the build, the output is the whole old site or the whole new
 * one. Files in the output that tilts did not write stay there. Everything
 * else lies beside the output, on the same file system: for `public` in the
 * folder `.public.tilts/`. publish.c says why this holds.
 *
 * What is published can be read by everybody, whatever the umask: until it ends,
 * a publish changes that of the process.
 *
 * A struct publish lives in the arena given to publish_begin() and keeps
 * nothing of what it is given. It must end with publish_commit() or
 * publish_abort(). The caller sees to it that the output does not hold the
 * content it builds from: all files there that are not ours are carried over.
 */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include "base/buf.h"
#include "base/hash.h"
#include "diag/diag.h"

struct publish;

/* How long a build waits for another one to end, unless told otherwise. */
#define PUBLISH_WAIT_MS 10000

struct publish_options {
	str output;           /* folder, made when missing; a link to a folder is followed */
	uint64_t fingerprint; /* of all that went into the build: version, options, date, inputs */
	unsigned wait_ms;     /* for another build at work; 0: not at all */
	int64_t now_s;        /* the clock, in seconds since 1970 */
	bool (*lingers)(str path); /* does the file linger (linger.h)? NULL: none does */
	unsigned threads;          /* for publish_commit(); 0: one */
	/* From so many files on, the old site stays beside the output for the next build, which
	 * then need not link what did not change. 0: never. */
	size_t spare_from;
};

/* NULL: reported (publish-locked, publish-mount, publish-output, publish-read,
 * publish-write). */
struct publish *publish_begin(
	const struct publish_options *options, struct arena *arena, struct diags *diags);

/* The site that stands in the output had this fingerprint, and each of its files is
 * still as it was written: there is nothing to do but to say again what the build
 * of it gave to publish_say(). */
bool publish_is_current(const struct publish *publish);
/* Borrowed from the publish; empty when nothing was said. */
str publish_said(const struct publish *publish);

/*
 * What the last build of the site in the output gave to publish_remember(). Empty
 * when there is none, or it is not whole, or belongs to another site than the one
 * that stands there. Borrowed from the publish.
 */
str publish_remembered(const struct publish *publish);
/* For the next build. Appends, one thread at a time: the bytes are written at once, and are of no
 * use to anybody before publish_commit(). */
void publish_remember(struct publish *publish, str bytes);

/* What the build has to say of the site that is being published; copied. */
void publish_say(struct publish *publish, str said);

/*
 * Puts one file into the new site; `path` is relative to the output, without
 * "." and ".." parts. `id` is what the caller knows the bytes by (equal ids
 * must mean equal bytes), or PUBLISH_BY_BYTES; `hash` is hash64() of the bytes. Bytes that did
 * not change become a hard link to the old file, which keeps its time. Safe from many threads at
 * once, each with its own diags. A path may be given once (publish-twice). When
 * the disk fails, the first file that could not be written is reported and no
 * other.
 */
#define PUBLISH_BY_BYTES 0
bool publish_hashed(struct publish *publish, str path, uint64_t id, uint64_t hash, str bytes,
	struct diags *diags);

/* For who does not have the hash64() of the bytes already. */
static inline bool publish_file(
	struct publish *publish, str path, uint64_t id, str bytes, struct diags *diags)
{
	return publish_hashed(publish, path, id, hash64(bytes), bytes, diags);
}

/*
 * The same without the bytes: takes the old file over if it was published with
 * this id and nobody touched it. False is no error: read or make the bytes and
 * give them to publish_file().
 */
bool publish_keep(struct publish *publish, str path, uint64_t id);

/* Was the old file published with this id? Any thread. */
bool publish_had(const struct publish *publish, str path, uint64_t id);

/* The bytes of the old file; 0: there is none. */
size_t publish_old_size(const struct publish *publish, str path);

/* The files of the site that stands there, by path; "" for one that only lingers.
 * Borrowed from the publish. */
size_t publish_nold(const struct publish *publish);
str publish_old_path(const struct publish *publish, size_t index);

/* The two halves of publish_keep(): was the file published with this id and nobody
 * touched it; and, after a yes, take it over. */
bool publish_has(const struct publish *publish, str path, uint64_t id);
void publish_take(struct publish *publish, str path);

/* Appends the bytes of a file that was taken over. False: reported. */
bool publish_read(const struct publish *publish, str path, struct buf *out, struct diags *diags);

/* Is there no such file in the old site, among those that were published? */
bool publish_lacks(const struct publish *publish, str path);

/* How many files of the new site are new or changed, and how many are as before; 0 before
 * publish_commit(). */
struct publish_counts {
	size_t written;
	size_t unchanged;
};
struct publish_counts publish_counts(const struct publish *publish);

/*
 * Makes the new site the site. False: reported, the old site stands and the
 * staging folder is gone (publish-foreign, publish-mount, publish-read,
 * publish-write).
 * Either way only publish_abort(), which then does nothing, and
 * publish_counts() may follow.
 */
bool publish_commit(struct publish *publish, struct diags *diags);

/* Gives up: the old site stays as it is. NULL is fine. */
void publish_abort(struct publish *publish);

#endif
