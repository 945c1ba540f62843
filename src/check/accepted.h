/*
 * What is known of a record and accepted for now: a list `accepted` in it, each item
 * a warning's id, the reason, and the day until which it is not said again.
 *
 *	"accepted": [{"warning": "service-unreachable", "reason": "…", "until": "2027-02-21"}]
 */
#ifndef CHECK_ACCEPTED_H
#define CHECK_ACCEPTED_H

#include "model/site.h"

/* Takes away those warnings of the record's own checks, which are the diagnostics from
 * `first` on. Past its day a warning comes again, with the reason; a mark that accepts
 * nothing is told. Errors are never accepted. */
void accepted_apply(
	const struct site *site, const struct record *record, size_t first, struct diags *diags);

#endif
