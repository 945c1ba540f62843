/*
 * What a page is about, for search engines: JSON-LD in the words of schema.org
 * 30. A WebPage with its trail, its language and the day it was reviewed, and
 * the place, organization, service, event or dataset of a record's page. Only
 * what is known is said, and little of it: about 1 KB a page.
 */
#ifndef RENDER_JSONLD_H
#define RENDER_JSONLD_H

#include "model/reader.h"
#include "value/json_write.h"

/* What a page is told of beside the model. */
struct jsonld_page {
	str updated; /* the day of the last commit; "": not known */
	str content; /* HTML */
};

/* Safe inside <script>; no line ends. Empty for a page that was not found. */
void jsonld_write(const struct reader *reader, const struct page *page,
	const struct jsonld_page *more, struct buf *out);

/* "mainEntity" of a record's page with its key; nothing for other kinds, for
 * hidden records, and for help that is not there yet. */
void jsonld_add_record(
	const struct reader *reader, const struct record *record, struct json_writer *w);

/* "mainEntity" of a page of questions, given its HTML. */
void jsonld_add_questions(str html, struct arena *arena, struct json_writer *w);

/* --- shared by the three files -------------------------------------------------------- */

/* Members; empty texts are left out. */
void jsonld_add(struct json_writer *w, const char *key, str text);
/* "key": {"@type": type, … — to be ended by the caller. */
void jsonld_begin(struct json_writer *w, const char *key, const char *type);

#endif
