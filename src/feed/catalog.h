/*
 * data/index.json: what open data there are and where, in the words of DCAT 3,
 * so that data portals can harvest them: each dataset, the directory of help,
 * the calendars.
 */
#ifndef FEED_CATALOG_H
#define FEED_CATALOG_H

#include "model/reader.h"

/* Gives the path below the root. */
str catalog_write(const struct site *site, size_t unused, struct arena *arena, struct buf *out);

#endif
