/*
 * "{phone:locations/jelgavas-cietums}": a value of a record, named where it is to stand
 * in a text, so that it is changed in one place only.
 */
#ifndef MARKDOWN_QUOTE_H
#define MARKDOWN_QUOTE_H

#include "markdown/document.h"

struct quote {
	size_t start; /* of the '{' */
	size_t end;   /* behind the '}' */
	str name;     /* "phone" */
	str ref;      /* "locations/jelgavas-cietums"; anything without blanks */
};

/* The first one from `from` on. */
bool quote_find(str text, size_t from, struct quote *out);

/* The text with what `value` gives in the place of each quote; the text itself when it has none. */
typedef str quote_value_fn(void *ctx, str written, const struct quote *quote);
str quote_fill(str text, quote_value_fn *value, void *ctx, struct arena *arena);

/* Puts what the hook says in the place of each quote in the document's texts. */
void quote_mark(struct document *doc, const struct markdown_hooks *hooks);

#endif
