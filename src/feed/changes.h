/*
 * Atom feed (RFC 4287) of what changed for readers of one language: the newest
 * commits that touched its pages or the records, one entry a page and commit.
 * Without history, the pages with a date. And every notice for all whose first
 * day has come.
 */
#ifndef FEED_CHANGES_H
#define FEED_CHANGES_H

#include "model/site.h"

#define CHANGES_MAX 50

/* Gives the feed's path below the root: "feed.xml", "ru/feed.xml". */
str changes_write(const struct site *site, size_t language, struct arena *arena, struct buf *out);

#endif
