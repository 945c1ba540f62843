/*
 * The preview: builds into memory, shows it, and builds again after every
 * change of the content or the templates, until a person ends it. Nothing is
 * written to any disk. One thread answers, one builds, the caller's waits.
 */
#ifndef SERVE_PREVIEW_H
#define SERVE_PREVIEW_H

#include "build/build.h"

/* Told in the building thread how each build went. */
typedef void preview_built_fn(void *ctx, const struct build *build);

/* Borrowed until preview_close(). */
struct preview_options {
	struct build_options build; /* output and sink don't count */
	str address;                /* numeric, or localhost */
	unsigned port;
	preview_built_fn *built;
	void *ctx;
};

struct preview;

/*
 * Listens and begins to watch. From here on the signals that end a program are
 * held back (sys/interrupt.h). NULL: reported (serve-address); that changes
 * can't be noticed is only a warning (serve-watch). A commit or a remote
 * repository is built once: it has no changes to watch.
 */
struct preview *preview_open(const struct preview_options *options, struct diags *diags);
/* Until SIGINT, SIGTERM or SIGHUP; a second one ends a build as well. */
void preview_run(struct preview *preview);
void preview_close(struct preview *preview);

#endif
