/* The parts of a page's JSON-LD. */
#ifndef FEED_JSONLD_PART_H
#define FEED_JSONLD_PART_H

#include "model/reader.h"
#include "value/json_write.h"

/* "mainEntity" of a record's page with its key; nothing for other kinds, for
 * hidden records, and for help that is not there yet. */
void jsonld_add_record(
	const struct reader *reader, const struct record *record, struct json_writer *w);

/* "mainEntity" of a page of questions, given its HTML. */
void jsonld_add_questions(str html, struct arena *arena, struct json_writer *w);

/* "key": {"@type": type, … — to be ended by the caller. */
void jsonld_begin(struct json_writer *w, const char *key, const char *type);

#endif
