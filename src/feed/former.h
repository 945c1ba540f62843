/*
 * Calendars and cards of records that had another name. Pages lead on from their old addresses,
 * but a telephone that follows a calendar asks for a file, and many a server can't lead it on: so
 * the file stands under its old name too.
 */
#ifndef FEED_FORMER_H
#define FEED_FORMER_H

#include "model/reader.h"

/* How many there may be. */
size_t former_files(const struct site *site);

/* Gives the path below the root; "" when nothing of that number had another name. */
str former_write(const struct site *site, size_t index, struct arena *arena, struct buf *out);

#endif
