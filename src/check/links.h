/*
 * Links whose goal exists only when everything is made: anchors of pages, and
 * files that the build writes. Links to pages and records are looked up while
 * bodies are rendered.
 */
#ifndef CHECK_LINKS_H
#define CHECK_LINKS_H

#include "view/frame.h"

/* `is_output` says whether the build wrote a file at a path below the root. */
typedef bool links_output_fn(const void *ctx, str path);

/* The links that all workers noted: anchors that pages lack, addresses where nothing is. */
void links_check(const struct renderer *renderer, const struct worker *workers, unsigned nworkers,
	links_output_fn *is_output, const void *ctx, struct diags *diags);

#endif
