/*
 * Time zones by their tz names ("Europe/Riga"), from ICU's copy of the tz
 * database. Functions give false when no such zone is known.
 */
#ifndef LOCALE_ZONE_H
#define LOCALE_ZONE_H

#include "base/arena.h"
#include "locale/format.h"

/* How far clocks there are ahead of UTC, in minutes, at a local time of day.
 * Of a time that a change of clocks skips: as before the change. */
bool zone_offset(str timezone, struct day day, int minute_of_day, int *minutes);

/* Whether clocks there never show this time: they go forward over it. */
bool zone_skips(str timezone, struct day day, int minute_of_day);

/* The first day after `day` that has another offset at noon; false also when
 * there is none within two years. */
bool zone_next_change(str timezone, struct day day, struct day *out);

/* The only zone of a country (ISO 3166, "LV"), of several the one where this machine stands; else
 * "". */
str zone_of_country(str country, struct arena *arena);
/* Where this machine says it stands; "" when it keeps the time of no place. */
str zone_of_machine(struct arena *arena);

#endif
