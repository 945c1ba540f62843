/*
 * Files of our own that a killed process or a full disk may cut: they begin
 * with a line that names their form and version, and end with
 *
 *	end HEX                       hash64() of everything before this line
 */
#ifndef BASE_SEAL_H
#define BASE_SEAL_H

#include "base/buf.h"

/* Appends the last line; the text begins at `start` of `out`. */
void seal_add(struct buf *out, size_t start);

/* The same last line for a text that was never in memory as a whole: its hash is known. */
void seal_add_hash(struct buf *out, uint64_t hash);

/* Takes the first and the last line off. False: this is no whole file of that form. */
bool seal_open(str text, str first_line, str *lines);

#endif
