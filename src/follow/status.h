/* What whoever looks after the site wants to know, as JSON and as a page that
 * anybody can read. */
#ifndef FOLLOW_STATUS_H
#define FOLLOW_STATUS_H

#include "follow/attempt.h"

/* All borrowed. */
struct report_of {
	const struct attempt *attempt;
	const struct outcome *outcome;
	const struct diags *diags;
	const struct sources *sources;
};

/*
 * {"state": "ok" | "mistakes" | "failing",
 *  "published": {"commit", "time", "pages"} or null,
 *  "tried": {"commit", "time", "errors", "warnings"},
 *  "language": of the site, as far as is known,
 *  "failures": how often in a row the machine failed,
 *  "death": how the build died, or null,
 *  "oldest_overdue": {"path", "check_by"} or null,
 *  "webhooks": {"accepted", "refused"},
 *  "messages": as `tilts check --format json` prints them}
 */
void status_write_json(const struct report_of *of, struct buf *out);

/* status.json and index.html in the folder options->status, which is made. */
void status_publish(const struct report_of *of, str json);

/* What status.json said was published, after a new start; all zero when nothing, but for the
 * site's language. */
void status_recall(str folder, struct outcome *out);

#endif
