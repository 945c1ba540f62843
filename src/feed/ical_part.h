/* Texts and places of calendars' events, shared by all that become one. */
#ifndef FEED_ICAL_PART_H
#define FEED_ICAL_PART_H

#include "feed/calendar.h"

/* Appends a line, unless it is empty. */
void ical_line(struct buf *text, str line);
/* The lines as a text of the reader's arena; frees them. */
str ical_text(const struct reader *reader, struct buf *text);
/* "Pieteikšanās: …", by a word of the strings; "" without a text. */
str ical_label(const struct reader *reader, str word, str text);
/* Where it is, and that place's page, if it has no other; `location` may be NULL. */
void ical_place(
	const struct reader *reader, struct calendar_event *event, const struct record *location);

#endif
