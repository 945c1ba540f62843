/*
 * Atom feed of what happens in one language: events, restrictions and
 * notices, those that changed last first.
 */
#ifndef FEED_EVENTS_H
#define FEED_EVENTS_H

#include "model/reader.h"

#define EVENTS_MAX 50

/* Gives the path below the root, "ru/events.xml"; "" when the language has no
 * feed of its own or the site no such records. */
str events_write(const struct site *site, size_t language, struct arena *arena, struct buf *out);

#endif
