/* The lines that git leaves around two versions of a place that two people changed. Some
 * are taken out and others forgotten: each of them tells it. */
#ifndef DIAG_CONFLICT_H
#define DIAG_CONFLICT_H

#include "diag/diag.h"

/* "<<<<<<< HEAD", "=======", ">>>>>>> branch" */
bool conflict_is_mark(str line);

void conflict_tell(struct diags *diags, enum diag_id id, struct span mark);

/* Tells of the first mark in `text`, which stands at `at`; false when there is none. */
bool conflict_report(struct diags *diags, enum diag_id id, str text, struct span at);

#endif
