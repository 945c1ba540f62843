/*
 * JSON text (RFC 8259) to one tree of values with a place for every key and
 * value. cJSON parses; everything it lets pass or does not tell is found by a
 * scan of our own first: exact places, duplicate keys, numbers that lose
 * digits or begin with 0, raw control characters, \u0000, halves of
 * surrogates, bytes that are not UTF-8. All of these are errors.
 *
 * Linear time and memory; safe on many threads.
 */
#ifndef VALUE_JSON_H
#define VALUE_JSON_H

#include "diag/diag.h"
#include "value/value.h"

/* The largest file, in bytes, and the deepest nesting that are read. */
#define JSON_SIZE_MAX ((size_t)8 << 20)

/*
 * `text` is a whole file, number `source` of the sources. The tree lives in
 * `arena` and keeps nothing of `text`. Digits alone become VALUE_INT, numbers
 * with a fraction or an exponent VALUE_REAL. False when anything was reported.
 */
bool json_parse(
	struct arena *arena, str text, uint32_t source, struct diags *diags, struct value *out);

#endif
