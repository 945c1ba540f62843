/*
 * What all feeds ask of the site: texts of records in one language, and days
 * and times that depend on the content alone, never on the clock. A struct
 * feed is one job's; what it gives lives in its arena or in the site.
 */
#ifndef FEED_FEED_H
#define FEED_FEED_H

#include "model/companion.h"

struct feed {
	const struct site *site;
	const struct language *language;
	struct arena *arena;
};

/* A text of an object (of a record, a phone …); "" when unknown or not there. */
str feed_text(const struct feed *feed, struct value object, const char *key);
str feed_title(const struct feed *feed, const struct record *record);

/* The record that a member names, or NULL. */
const struct record *feed_reference(
	const struct feed *feed, struct value object, const char *key, const char *kind);

/* A word of templates/strings: "enums.cancelled"; "" when there is none. */
str feed_word(const struct feed *feed, str path);
str feed_enum(const struct feed *feed, str word);

/* When a record changed, in seconds since 1970 UTC: its last commit, else the
 * day it was checked, else its first day; 0 when nothing is known. */
int64_t feed_changed(const struct record *record);

/* The host of base_url, without port: the domain of permanent ids. */
str feed_host(const struct site *site);

/* The page of a record in the language with scheme and host, or "". */
str feed_page_url(const struct feed *feed, const struct record *record);
/* A path below the root with scheme and host. */
str feed_file_url(const struct feed *feed, str path);

/* `latitude` and `longitude` of an object; false unless both are known. */
bool feed_position(struct value object, double *latitude, double *longitude);

/* How many records a kind has; 0 when there is no such kind. */
size_t feed_count(const struct site *site, const char *kind);

#endif
