/*
 * What keys an object of ours may have: site.json, front matter, the front
 * matter of templates. Each key is one row of a table; checking, the manual
 * and `tilts explain` read the same row. (Records have JSON Schema instead,
 * because their kinds belong to the content.)
 */
#ifndef MODEL_SHAPE_H
#define MODEL_SHAPE_H

#include "diag/diag.h"
#include "value/value.h"

enum shape_type {
	SHAPE_STRING,
	SHAPE_FILLED, /* a string that is not empty */
	SHAPE_TEXT,   /* a string, or an object with one string a language */
	SHAPE_WEB,    /* an address with its scheme, http or https */
	SHAPE_SERVER, /* the same, perhaps of this machine or of a network within a house */
	SHAPE_DATE,   /* YYYY-MM-DD, a day that exists */
	SHAPE_INT,
	SHAPE_BOOL,
	SHAPE_STRINGS, /* a list of strings */
	SHAPE_OBJECT,
	SHAPE_OBJECTS, /* a list of objects */
	SHAPE_WORD,    /* one of `words` */
	SHAPE_ANY,
};

struct shape_row {
	str key;
	enum shape_type type;
	bool required;
	const char *help;           /* one line for people */
	const char *const *words;   /* of SHAPE_WORD, NULL-terminated */
	const struct shape *inside; /* of SHAPE_OBJECT(S); NULL: anything */
};

struct shape {
	const char *what; /* "front matter", for messages */
	const struct shape_row *rows;
	size_t nrows;
};

/* Reports unknown keys (with the nearest known one), missing and mistyped
 * ones. False when something was wrong. `whole` is used when a key is missing. */
bool shape_check(const struct shape *shape, struct value v, struct span whole, struct diags *diags);

#endif
