/*
 * Reading records in one language, for whatever is made from them outside
 * templates: texts without marks, and days and times that depend on the
 * content alone, never on the clock. A struct reader is one job's; what it
 * gives lives in its arena or in the site.
 */
#ifndef MODEL_READER_H
#define MODEL_READER_H

#include "model/companion.h"

struct reader {
	const struct site *site;
	const struct language *language;
	struct arena *arena;
};

/* A text of an object (of a record, a phone …); "" when unknown or not there. */
str reader_text(const struct reader *reader, struct value object, const char *key);
str reader_title(const struct reader *reader, const struct record *record);

/* The record that a member names, or NULL. */
const struct record *reader_reference(
	const struct reader *reader, struct value object, const char *key, const char *kind);

/* A word of templates/strings: "enums.cancelled"; "" when there is none. */
str reader_word(const struct reader *reader, str path);
/* The text of an enum's word; the word itself when there is none. */
str reader_enum(const struct reader *reader, str word);

/* "2026-06-01" as the language writes it: "2026. gada 1. jūnijs"; what is no date stays. Spaces
 * are plain: whatever shows a calendar, a card or a feed lays its lines out itself. */
str reader_date(const struct reader *reader, str date);

/* The page of a record in the language with scheme and host, or "". */
str reader_page_url(const struct reader *reader, const struct record *record);
/* A path below the root with scheme and host. */
str reader_file_url(const struct reader *reader, str path);

/* When a record changed, in seconds since 1970 UTC: its last commit, else the
 * day it was checked, else its first day; 0 when nothing is known. */
int64_t record_changed(const struct record *record);
/* The same of a page, whose front matter has the same keys. */
int64_t page_changed(const struct page *page);

/* `latitude` and `longitude` of an object; false unless both are known. */
bool record_position(struct value object, double *latitude, double *longitude);

/* The host of base_url, without port. */
str site_host(const struct site *site);

/* The domain of permanent ids: the site's id_host, else its host. A site that moves and keeps
 * the first one doubles no event in anybody's calendar (RFC 5545, 3.8.4.7; RFC 4151). */
str site_id_host(const struct site *site);
/* How many records a kind has; 0 when there is no such kind. */
size_t site_count(const struct site *site, const char *kind);

#endif
