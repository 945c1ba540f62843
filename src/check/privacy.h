/*
 * That reading the site tells nobody who reads: no request to another host, no
 * cookie, no storage, and a Content Security Policy without exceptions, on
 * every page. Looks at finished bytes, so that no template can promise more
 * than it keeps.
 *
 * A mistake in a layout is on all pages; it is reported once, with the first
 * page and the number of others. Each thread has a struct privacy of its own.
 */
#ifndef CHECK_PRIVACY_H
#define CHECK_PRIVACY_H

#include "base/map.h"
#include "diag/diag.h"

struct privacy {
	struct map findings;
	struct arena arena;
	str origin; /* of the site: "https://host" */
};

/* `base_url` is borrowed. */
void privacy_init(struct privacy *privacy, str base_url);
void privacy_release(struct privacy *privacy);

/* Is a file of this name looked at? HTML, SVG, CSS and scripts are. */
bool privacy_wants(str path);

/* Looks at one file. Linear in its length; takes any bytes. */
void privacy_scan(struct privacy *privacy, str path, str bytes);

/* The same of a page of which `own`, a slice of it, came from our own writer of Markdown: it
 * writes whole elements, and none of them loads or runs anything, which tests/fuzz/markdown.c
 * holds it to. "" for none. */
void privacy_scan_page(struct privacy *privacy, str path, str html, str own);

/* Reports what all threads have found, the same for any number of them. Pages
 * that are not `whole`, because a template is broken, may well lack something:
 * then only what stands in them is reported. */
void privacy_report(
	const struct privacy *threads, size_t nthreads, bool whole, struct diags *diags);

#endif
