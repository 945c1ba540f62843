/*
 * What cJSON leaves open: where everything stands, and what is wrong with a
 * text that is not JSON (RFC 8259). Private to value/json.c.
 */
#ifndef VALUE_JSON_SCAN_H
#define VALUE_JSON_SCAN_H

#include "base/vec.h"
#include "diag/diag.h"

/* Objects and lists inside each other. */
#define JSON_DEPTH_MAX 64

struct json_place {
	uint32_t start;
	uint32_t end;
};
typedef VEC(struct json_place) json_places;

/*
 * Adds the place of every key and value in the order in which they begin: a
 * list stands before its items, a key before its value. The text must be
 * UTF-8 and shorter than 4 GiB. False when something was reported; scanning
 * mends small mistakes and goes on, so that one run shows them all, up to 20.
 */
bool json_scan(str text, uint32_t source, struct diags *diags, json_places *places);

#endif
