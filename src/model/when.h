/* When a record holds: its own dates beside the day of the build. */
#ifndef MODEL_WHEN_H
#define MODEL_WHEN_H

#include "model/record.h"

/* Do the record's dates fit? `when` is "upcoming", "past", "current" or "". A
 * record without any date is current. */
bool record_when(const struct record *record, str when, str today);

/* The day on which it begins, YYYY-MM-DD; "" when it has none. */
str record_start(const struct record *record);

#endif
