/* One cause, one message: a record or page that is gone is missed wherever it was named. */
#ifndef DIAG_GATHER_H
#define DIAG_GATHER_H

#include "diag/diag.h"

/* Where so many places miss the same (diag_misses()), one message with their number takes the place
 * of theirs. */
#define GATHER_MIN 3

/* The messages have been sorted. */
void diags_gather(struct diags *diags, const struct sources *sources);

#endif
