/* A price with the sign before the number, "€5", in a language that writes it behind: "5 €". */
#ifndef DIAG_PRICE_H
#define DIAG_PRICE_H

#include "diag/diag.h"

/* Does the language (its code, as "lv") write the sign behind the number? False of those that
 * nobody asked about. */
bool price_follows(str language);

/* The first such price; "": none. Time grows with the text. */
str price_find(str text);

void price_report(struct diags *diags, struct span span, str price);

#endif
