/* What somebody left in a text to come back to: readers would see it. */
#ifndef DIAG_UNFINISHED_H
#define DIAG_UNFINISHED_H

#include "diag/diag.h"

/* Such words, "TODO" or "(check)", in one of the three languages of editors; "" when there are
 * none. Time grows with the text. */
str unfinished_find(str text);

void unfinished_report(struct diags *diags, struct span span, str words);

#endif
