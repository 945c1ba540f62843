/*
 * The `format` of a text in a schema: what it must look like, and how to say
 * so to the person who wrote something else.
 */
#ifndef VALUE_FORMAT_H
#define VALUE_FORMAT_H

#include "base/arena.h"

enum format {
	FORMAT_NONE,
	FORMAT_DATE,      /* 2026-12-24, a day of the calendar (RFC 3339) */
	FORMAT_DATE_TIME, /* 2026-12-24T14:00; seconds and offset (Z, +02:00) may follow */
	FORMAT_TIME,      /* 14:00; seconds may follow. Schemas take a pattern instead */
	FORMAT_EMAIL,     /* one address, without a name */
	FORMAT_URI,       /* with its scheme, in ASCII (RFC 3986) */
	FORMAT_TEL,       /* +371 67 123 456, or 3 to 8 digits of a national number */
	FORMAT_COUNT
};

/* FORMAT_NONE when no format has that name. */
enum format format_find(str name);
/* The names, without FORMAT_NONE: FORMAT_COUNT - 1 of them. */
const str *format_names(void);

bool format_accepts(enum format format, str text);
/* A phone as readers see it: "116006" is "116 006". What is no phone at all stands as it was
 * written: its record was told of it. */
str format_phone(str phone, struct arena *arena);
/* "a date", and "year-month-day: 2026-12-24". */
const char *format_noun(enum format format);
const char *format_hint(enum format format);

#endif
