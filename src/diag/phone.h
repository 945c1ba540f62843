/* What is said of a phone that nobody can call, wherever it stands: in a record, its text or a
 * page. */
#ifndef DIAG_PHONE_H
#define DIAG_PHONE_H

#include "diag/diag.h"

/* DIAG_PHONE_NUMBER, with what is wrong about its digits. */
void phone_report(struct diags *diags, struct span span, str number);

#endif
