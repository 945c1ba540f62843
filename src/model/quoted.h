/*
 * What a text has in the place of "{phone:locations/jelgavas-cietums}": the value of
 * that field of that record, as plain text in the language of the text. `phone` is
 * a record's number or the first of its phones; else it is the name of a field, or of
 * one inside it: address.city. What a record does not know is told, and readers see the
 * word for it.
 */
#ifndef MODEL_QUOTED_H
#define MODEL_QUOTED_H

#include "markdown/quote.h"
#include "model/site.h"

struct quoting {
	const struct site *site;
	const struct language *language;
	struct arena *arena;
	struct diags *diags;
};

/* Reported: what was written stays. */
str quoted_value(const struct quoting *quoting, str name, str ref, struct span span);

/* Fills in the texts of all records, each from what the others were before. */
void quoted_fill_records(struct site *site, struct arena *arena, struct diags *diags);

#endif
