/*
 * Decimal numbers between text and value, without loss. A number that a
 * machine word can't hold exactly is refused and never rounded: somebody
 * would publish the rounded one. Counts on the C locale's decimal point.
 */
#ifndef VALUE_NUMBER_H
#define VALUE_NUMBER_H

#include "value/value.h"

/* The longest text of a number, in bytes: cJSON reads no more than 63. */
#define NUMBER_TEXT_MAX 40

/*
 * Reads -?digits[.digits][e[+-]digits]; the caller has checked that form.
 * Digits alone become VALUE_INT, all else VALUE_REAL. False when the text is
 * too long, an integer leaves int64_t, or a decimal would not read back with
 * the digits it was written with (more than 15 to 17 of them, 1e999).
 */
bool number_read(str text, struct span span, struct value *out);

/* The shortest text that reads back as n, which must be finite. */
#define NUMBER_SPACE 32
str number_write(double n, char space[NUMBER_SPACE]);

#endif
