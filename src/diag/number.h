/* Numbers that a text says, for comparing it with its translation: prices, hours, years, phones.
 * However they are written: 34 970 and 34,970, 17.00 and 5 pm, 1,50 and 1.50. */
#ifndef DIAG_NUMBER_H
#define DIAG_NUMBER_H

#include "base/vec.h"
#include "diag/diag.h"

enum number_weight {
	NUMBER_LOOSE, /* a small one, which may be said in a word; a part of an address or a name */
	NUMBER_TOLD,  /* ten and more */
	NUMBER_SURE,  /* three digits and more, a price, an hour: nobody adds one on the way */
};

/* One number, or a part of one: 17.30 has two, and so has 1,50. */
struct number {
	uint64_t value;
	str text; /* all of it, in the text that was read */
	enum number_weight weight;
};

struct numbers {
	VEC(struct number) list;
};

/* Adds those of a Markdown text. */
void numbers_find(struct numbers *numbers, str text);
void numbers_release(struct numbers *numbers);

/* Those of `all` with that weight or more which `others` do not say, each value once, in their
 * order; never more than `max`. Gives how many are in `out`. */
size_t numbers_missing(const struct numbers *all, const struct numbers *others,
	enum number_weight weight, const struct number **out, size_t max);

#endif
