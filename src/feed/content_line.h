/*
 * Content lines, of which calendars and cards are made (RFC 5545, 3.1 and 3.3.11; RFC 2425, 5.8.1;
 * RFC 2426): a line of at most 75 octets, and texts without what would end them.
 */
#ifndef FEED_CONTENT_LINE_H
#define FEED_CONTENT_LINE_H

#include "base/buf.h"

/* One line with its CRLF: folded at 75 octets or before, never inside a character, and beside a
 * space only where nothing but spaces is left. */
void content_line_add(struct buf *out, str line);

/* Escapes \ , ; and line ends of a text value; a tab is a space, other control characters go. */
void content_line_add_text(struct buf *line, str text);

/* The lines of one file, one after the other. `text` belongs to it, `out` is borrowed. */
struct content_line {
	struct buf *out;
	struct buf text; /* of the line at hand, without its folds */
};

void content_line_init(struct content_line *line, struct buf *out);
void content_line_release(struct content_line *line);

/* Writes the line at hand, and begins the next. */
void content_line_end(struct content_line *line);

/* A whole line, or none if there is no text. */
void content_line_text(struct content_line *line, const char *name, str text);

/* The same without escapes, as addresses, times, numbers and rules are written. */
void content_line_raw(struct content_line *line, const char *name, str value);

#endif
