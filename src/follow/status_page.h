/* The status for people: one page without script, in the site's first language
 * (Latvian, Russian, English). */
#ifndef FOLLOW_STATUS_PAGE_H
#define FOLLOW_STATUS_PAGE_H

#include "follow/status.h"

/* `published` is what readers see now; NULL: nothing yet. */
void status_page_write(
	const struct report_of *of, const struct outcome *published, struct buf *out);

#endif
