/*
 * sitemap.xml (sitemaps.org 0.9) with hreflang links, split as the protocol
 * wants when there are more than 50 000 addresses, and robots.txt.
 */
#ifndef FEED_SITEMAP_H
#define FEED_SITEMAP_H

#include "model/site.h"

/* Addresses in one file, by the protocol's own limit. */
#define SITEMAP_MAX 50000

/* How many files there are: 1, or one more than the parts (the index). */
size_t sitemap_files(const struct site *site);

/* Writes file number `file`; 0 is sitemap.xml. Gives its name. */
str sitemap_write(const struct site *site, size_t file, struct arena *arena, struct buf *out);

/* robots.txt, which names the site map. */
str robots_write(const struct site *site, size_t unused, struct arena *arena, struct buf *out);

#endif
