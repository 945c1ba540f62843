/* What is said of a phone that nobody can call, or that no record has, wherever it stands: in a
 * record, its text or a page. */
#ifndef DIAG_PHONE_H
#define DIAG_PHONE_H

#include "diag/diag.h"

/* DIAG_PHONE_NUMBER, with what is wrong about its digits. */
void phone_report(struct diags *diags, struct span span, str number);

/* DIAG_PHONE_LOST: it would stay when the number changes. A bare one stands without its code, and
 * may be another number. */
void phone_report_lost(struct diags *diags, struct span span, str number, bool bare);

/* The way out for a page that names a number because nobody should call it. */
void phone_note_dead(struct diags *diags, str number);

#endif
