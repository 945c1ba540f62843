/*
 * Contacts as vCard 3.0 (RFC 2426), the version that every phone reads: one
 * card for each organization, location and helpline, in the default language.
 */
#ifndef FEED_VCARD_H
#define FEED_VCARD_H

#include "model/reader.h"

/* How many records may have a card. */
size_t vcard_files(const struct site *site);

/* Gives the path below the root; "" when the record is hidden. */
str vcard_write(const struct site *site, size_t index, struct arena *arena, struct buf *out);

/* That of one record. */
str vcard_write_record(
	const struct site *site, const struct record *record, struct arena *arena, struct buf *out);

#endif
