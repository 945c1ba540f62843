/*
 * Can a reader do what a text tells: call, write, go, look at the hours? What
 * tells it are words of the text, from `steps` of templates/strings; what it
 * needs are facts of the records that the text leads to.
 */
#ifndef MODEL_REACH_H
#define MODEL_REACH_H

#include "model/reader.h"

enum way { WAY_CALL, WAY_WRITE, WAY_GO, WAY_HOURS, WAYS };

/* Does the text, in the reader's language, tell to take the way? Whole words,
 * whatever their capitals. `slug` is the text by slug_make(). */
bool reach_told(const struct reader *reader, enum way way, str slug);

/* Records of other kinds have nothing to do with the way. */
bool reach_concerns(const struct kind *kind, enum way way);
bool reach_has(const struct record *record, enum way way);
/* How many of the records lack what the way needs. */
size_t reach_lacking(const struct record *const *records, size_t n, enum way way);

/* "phone": what is missing, for messages. */
const char *reach_need(enum way way);

#endif
