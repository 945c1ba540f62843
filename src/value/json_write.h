/*
 * Writing JSON (RFC 8259) that is always valid: a writer puts the commas,
 * keeps the nesting, escapes, and replaces bytes that are not UTF-8 by U+FFFD.
 * Using it in a wrong order (a value without its key) is a BUG().
 *
 *	struct json_writer w = json_writer(out, 2);
 *	json_begin_object(&w);
 *	json_key(&w, S("name"));
 *	json_string(&w, name);
 *	json_end_object(&w);
 */
#ifndef VALUE_JSON_WRITE_H
#define VALUE_JSON_WRITE_H

#include "value/value.h"

struct json_writer {
	struct buf *out;
	unsigned indent;  /* spaces a level; 0: all on one line */
	bool in_html;     /* '<' becomes \u003c, safe inside <script> */
	unsigned depth;   /* at most 63 */
	uint64_t objects; /* bit n: level n is an object, else a list */
	uint64_t filled;  /* bit n: level n has an item */
	bool has_key;     /* the next value's key stands already */
};

struct json_writer json_writer(struct buf *out, unsigned indent);

void json_begin_object(struct json_writer *w);
void json_end_object(struct json_writer *w);
void json_begin_list(struct json_writer *w);
void json_end_list(struct json_writer *w);
void json_key(struct json_writer *w, str key);

void json_string(struct json_writer *w, str s);
void json_int(struct json_writer *w, int64_t n);
void json_real(struct json_writer *w, double n); /* not finite: null */
void json_bool(struct json_writer *w, bool b);
void json_null(struct json_writer *w);
/* A whole tree. Views are written as the list or the text they are; what is
 * not there, or nested too deep, as null. */
void json_value(struct json_writer *w, struct value v);

/* A key and its value; an optional one is left out when it has no text. */
void json_member(struct json_writer *w, const char *key, str text);
void json_optional(struct json_writer *w, const char *key, str text);
void json_member_int(struct json_writer *w, const char *key, size_t n);

/* Without a writer: one string with its quotes; one tree. */
void json_write_string(struct buf *out, str s);
void json_write_value(struct buf *out, struct value v, unsigned indent);

#endif
