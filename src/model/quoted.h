/*
 * What a text has in the place of "{phone:locations/jelgavas-cietums}": the value of
 * that field of that record, as plain text in the language of the text. `phone` is
 * the first of a record's phones, its number or its phone; else it is the name of a field, or of
 * one inside it: address.city. What a record does not know is told, and readers see the
 * word for it. A phone or an e-mail whose check is overdue says so behind it, as a card does.
 */
#ifndef MODEL_QUOTED_H
#define MODEL_QUOTED_H

#include "model/reader.h"

struct quoting {
	struct reader reader;
	struct diags *diags;
	bool ageless;  /* nothing is said of a contact's age: a letter goes to the contact itself; a
			  page that is overdue has said it of all that it tells */
	bool is_brief; /* of this text enough mistakes were told: no more is looked for what was
			  meant, which takes as long as there are records */
};

/* Reported: what was written stays. */
str quoted_value(const struct quoting *quoting, str name, str ref, struct span span);

/* Fills in the texts of all records, each from what the others were before. */
void quoted_fill_records(struct site *site, struct arena *arena, struct diags *diags);

#endif
