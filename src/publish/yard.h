/*
 * The yard of an output folder: the hidden folder beside it where the next
 * site is made. For `public` it is `.public.tilts/`, with
 *
 *	lock          held by the build at work
 *	new/          the site being made; after the exchange, the old site, which
 *	              may stay for the next build (spare.h)
 *	made/         then: the files that are new in that build
 *	old/          the old site, for a moment, where folders can't be exchanged
 *	manifest      what stands in the output
 *	manifest.new  what stands in new/, and in the output after the exchange
 *	manifest.old  what stands in new/ while that is the old site
 *	said          what the build of it had to say, if anything
 *	memory        what the builder wants to know again when it builds next
 *
 * One process at a time has a yard open. Others than its owner and group see
 * nothing of it: it may lie where a web server sends files.
 */
#ifndef PUBLISH_YARD_H
#define PUBLISH_YARD_H

#include "diag/diag.h"
#include "sys/process_lock.h"

#define YARD_NEW          "new"
#define YARD_OLD          "old"
#define YARD_MADE         "made"
#define YARD_MANIFEST     "manifest"
#define YARD_MANIFEST_NEW "manifest.new"
#define YARD_MANIFEST_OLD "manifest.old"
#define YARD_SAID         "said"
#define YARD_SAID_NEW     "said.new"
#define YARD_MEMORY       "memory"
#define YARD_MEMORY_NEW   "memory.new"

struct yard {
	str shown;        /* the output as the person wrote it */
	const char *name; /* the output's name in `parent` */
	int parent;       /* open folders; -1: not open */
	int work;         /* the hidden folder */
	bool exchanges;   /* until the file system has refused to */
	struct process_lock lock;
};

/* Takes the lock and opens the yard; texts live in the arena. False: reported. */
bool yard_open(
	struct yard *yard, str output, unsigned wait_ms, struct arena *arena, struct diags *diags);
/* Does nothing to a yard that is not open. */
void yard_close(struct yard *yard);

/*
 * Puts new/ into the output's place, and what stood there into new/. One step,
 * unless the file system knows no exchange: then there is no output for the
 * moment between two renames, and yard_restore() puts the old one back if the
 * build is killed in it. An errno value when nothing has changed.
 */
int yard_exchange(struct yard *yard);
int yard_restore(const struct yard *yard);

/* Reports that `path` (below the output; empty: the output itself) could not be
 * written, with a hint. */
void yard_failed(const struct yard *yard, str path, int error, struct diags *diags);

/* Reports that nobody can tell what stands in the output, and why. */
void yard_unreadable(const struct yard *yard, int error, struct diags *diags);

#endif
