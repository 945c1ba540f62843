/*
 * Datasets as tables for machines: data/<id>.csv and beside it
 * data/<id>.csv-metadata.json, CSV on the Web (W3C Recommendation, 2015).
 * Words that have translations stand in the default language; titles and
 * units in all.
 */
#ifndef FEED_CSVW_H
#define FEED_CSVW_H

#include "model/reader.h"

/* Number `index` of the datasets. Both give the path below the root. */
str csvw_write_table(const struct site *site, size_t index, struct arena *arena, struct buf *out);
str csvw_write_metadata(
	const struct site *site, size_t index, struct arena *arena, struct buf *out);

#endif
