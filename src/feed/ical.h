/*
 * The calendars people follow or save: all events of a language, one for each
 * place (its events, changed visiting days and restrictions), one file for
 * each event. Cancelled events stay, as cancelled: a follower's calendar never
 * learns of what is merely gone.
 */
#ifndef FEED_ICAL_H
#define FEED_ICAL_H

#include "model/reader.h"

/* Number `language` of the languages; easy variants have none of their own. */
str ical_write_events(
	const struct site *site, size_t language, struct arena *arena, struct buf *out);

/* One file a record and language; `index` counts through both. All give the
 * path below the root, "" when there is no such file. */
size_t ical_event_files(const struct site *site);
str ical_write_event(const struct site *site, size_t index, struct arena *arena, struct buf *out);
size_t ical_location_files(const struct site *site);
str ical_write_location(
	const struct site *site, size_t index, struct arena *arena, struct buf *out);

/* That of one event or place, in the reader's language. */
str ical_write_record(const struct reader *reader, const struct record *record, struct buf *out);

#endif
