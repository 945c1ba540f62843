/*
 * What the staff has to check again and by when: every page and record with a
 * `check_by`, sorted by it, as data/review.json and as data/review.ics, a day
 * each. Whether something is overdue depends on the day of the build.
 */
#ifndef FEED_REVIEW_H
#define FEED_REVIEW_H

#include "model/reader.h"

/* Both give their path below the root. */
str review_write_json(const struct site *site, size_t unused, struct arena *arena, struct buf *out);
str review_write_ical(const struct site *site, size_t unused, struct arena *arena, struct buf *out);

#endif
