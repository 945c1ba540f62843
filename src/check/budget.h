/*
 * What pages weigh: bytes after gzip, as they go to a phone. The limits stand
 * in site.json; a limit that does not stand there is none, but for
 * that of downloads. The visit is one
 * page with all style sheets and scripts.
 *
 * Only files that may be too heavy are compressed: what is light enough as it
 * is stays so. Each thread weighs into a struct scales of its own.
 */
#ifndef CHECK_BUDGET_H
#define CHECK_BUDGET_H

#include "base/vec.h"
#include "model/site.h"
#include "publish/compressor.h"

struct budget {
	size_t html, css, js, visit; /* SIZE_MAX: no limit */
	size_t pictures;             /* of a page, as a telephone loads them */
	size_t later;                /* of scripts that are no part of a visit */
	size_t download;             /* of a file of media/ that is no picture, as it is */
	size_t surely;               /* a page of so many bytes breaks none of them */
	struct map exempt;           /* ids of pages that may weigh anything */
};

/* A page that had to be weighed. */
struct weighed {
	const struct page *page;
	size_t size;
};

struct scales {
	struct compressor compressor;
	VEC(struct weighed) pages;
	size_t css, js; /* together; js without the worker */
	size_t worker;  /* sw.js, which names each page that it keeps */
	size_t later;   /* assets/later-*: loaded when a reader touches something */
};

/* Reads the limits; reports exempt pages that do not exist. */
void budget_init(struct budget *budget, const struct site *site, struct diags *diags);
void budget_release(struct budget *budget);
void scales_release(struct scales *scales);

/* One finished page. */
void budget_weigh_page(
	const struct budget *budget, struct scales *scales, const struct page *page, str html);
/* Any other finished file; only style sheets and scripts have a weight. */
void budget_weigh_file(struct scales *scales, str path, str bytes);

/* Reports the page if its pictures, of so many bytes together, are too heavy. */
void budget_weigh_pictures(
	const struct budget *budget, const struct page *page, size_t bytes, struct diags *diags);

/* Reports the file of media/, which is no picture, if it is too heavy. */
void budget_weigh_download(
	const struct budget *budget, uint32_t source, size_t bytes, struct diags *diags);

/* Reports what else is too heavy. */
void budget_report(const struct budget *budget, const struct scales *threads, size_t nthreads,
	struct diags *diags);

#endif
