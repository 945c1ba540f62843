/* A moment as the status writes it: RFC 3339, UTC, whole seconds. */
#ifndef FOLLOW_STAMP_H
#define FOLLOW_STAMP_H

#include "base/arena.h"

/* Seconds since 1970: "2026-11-29T08:30:00Z", in `arena`. */
str stamp_text(int64_t seconds, struct arena *arena);

/* What stamp_text() wrote; false: it wasn't that, and `seconds` stays. */
bool stamp_parse(str text, int64_t *seconds);

#endif
