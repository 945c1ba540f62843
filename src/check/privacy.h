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
#include "template/stock.h"

struct privacy {
	struct map findings;
	VEC(str) quiet; /* of the page that is looked at: what need not be */
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

/* The same of a page with stretches that came from our own writer of Markdown, which writes whole
 * elements that load and run nothing (tests/fuzz/markdown.c holds it to that), or from stock: those
 * are looked at once for all pages. */
void privacy_scan_page(struct privacy *privacy, str path, str html, const stretch_list *stretches);

/* Reports what all threads have found, the same for any number of them. Pages
 * that are not `whole`, because a template is broken, may well lack something:
 * then only what stands in them is reported. */
void privacy_report(
	const struct privacy *threads, size_t nthreads, bool whole, struct diags *diags);

#endif
