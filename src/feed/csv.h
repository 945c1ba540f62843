/*
 * Comma-separated values (RFC 4180): CRLF, quotes where needed, UTF-8 without
 * a byte order mark. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers stay as they are, negative ones too.
 */
#ifndef FEED_CSV_H
#define FEED_CSV_H

#include "base/buf.h"

/* A writer counts the cells of the row. */
struct csv {
	struct buf *out;
	size_t cells;
};

void csv_text(struct csv *csv, str text);
void csv_end_row(struct csv *csv);

#endif
