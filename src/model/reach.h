/*
 * Can a reader do what a text tells: call, write, go, look at the hours? What
 * tells it are words of the text, from `steps` of templates/strings; what it
 * needs are facts of the records that the text leads to.
 */
#ifndef MODEL_REACH_H
#define MODEL_REACH_H

#include "model/reader.h"

enum way { WAY_CALL, WAY_WRITE, WAY_GO, WAY_HOURS, WAYS };

/* The words of one language that tell to take each way, and those that deny it. */
struct reach_words {
	const str *told[WAYS]; /* "-zvaniet-": as they stand between others in a slug */
	size_t ntold[WAYS];
	const str *denied;
	size_t ndenied;
};

/* Lives in the reader's arena. */
struct reach_words reach_words(const struct reader *reader);

/* Does the text, in the language of the words, tell to take the way? Whole words,
 * whatever their capitals. `text` is the slug that slug_make() gives, between two hyphens. */
bool reach_told(const struct reach_words *words, enum way way, str text);

/* Records of other kinds have nothing to do with the way. */
bool reach_concerns(const struct kind *kind, enum way way);
bool reach_has(const struct record *record, enum way way);
/* How many of the records lack what the way needs. */
size_t reach_lacking(const struct record *const *records, size_t n, enum way way);

/* "phone": what is missing, for messages. */
const char *reach_need(enum way way);

#endif
