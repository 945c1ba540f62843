/*
 * Open data about help in the words of Open Referral HSDS 3.0 below data/hsds/:
 * index.json, a page envelope for each kind of object, one file with all about
 * each service, organization and location, and the tabular data package. These
 * are files: a publication of HSDS data, not its API, which answers queries.
 */
#ifndef FEED_HSDS_H
#define FEED_HSDS_H

#include "model/reader.h"

/* The JSON files. Gives the path below the root; "" when there is no such file. */
size_t hsds_files(const struct site *site);
str hsds_write(const struct site *site, size_t index, struct arena *arena, struct buf *out);

/* --- the tabular data package ------------------------------------------------------- */

enum { HSDS_TABLES = 14 };

struct hsds_package {
	struct buf tables[HSDS_TABLES];
};

/* Fills and must be released. */
void hsds_package_make(struct hsds_package *package, const struct site *site);
void hsds_package_release(struct hsds_package *package);
/* "data/hsds/service.csv": tables have the names of the specification, in the singular. */
str hsds_package_path(size_t table, struct arena *arena);

/* data/hsds/datapackage.json (Frictionless Data Package 1). */
str hsds_package_describe(
	const struct site *site, size_t unused, struct arena *arena, struct buf *out);

#endif
