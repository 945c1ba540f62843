/*
 * sitemap.xml (sitemaps.org 0.9) with hreflang links, an index of parts when there
 * are many addresses, and robots.txt.
 */
#ifndef FEED_SITEMAP_H
#define FEED_SITEMAP_H

#include "model/site.h"

/* Addresses in one file. The protocol allows 50 000 in 50 MiB; with so many, each may take
 * 5 kB for the addresses of all its languages. */
#define SITEMAP_MAX 10000

/* How many files there are: 1, or one more than the parts (the index). */
size_t sitemap_files(const struct site *site);

/* Writes file number `file`; 0 is sitemap.xml. Gives its name. */
str sitemap_write(const struct site *site, size_t file, struct arena *arena, struct buf *out);

/* robots.txt, which names the site map. */
str robots_write(const struct site *site, size_t unused, struct arena *arena, struct buf *out);

#endif
