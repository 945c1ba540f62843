#include "value/number.h"

#include "base/ascii.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* No double holds more decimal digits than this. */
#define DIGITS_MAX 17

/* The digits before the exponent, without the zeros around them. */
static size_t significant_digits(str text, char digits[NUMBER_TEXT_MAX])
{
	size_t len = 0;
	for (size_t i = 0; i < text.len && text.ptr[i] != 'e' && text.ptr[i] != 'E'; i++) {
		char c = text.ptr[i];
		if (ascii_is_digit(c) && (c != '0' || len > 0))
			digits[len++] = c;
	}
	while (len > 0 && digits[len - 1] == '0')
		len--;
	return len;
}

static bool keeps_digits(str text, double n)
{
	char wanted[NUMBER_TEXT_MAX], got[NUMBER_TEXT_MAX], printed[NUMBER_TEXT_MAX];
	size_t len = significant_digits(text, wanted);
	if (len == 0)
		return true;
	if (len > DIGITS_MAX || !isfinite(n))
		return false;
	snprintf(printed, sizeof(printed), "%.*e", (int)len - 1, n);
	return significant_digits(str_of(printed), got) == len && memcmp(wanted, got, len) == 0;
}

static bool is_integer(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '.' || text.ptr[i] == 'e' || text.ptr[i] == 'E')
			return false;
	return true;
}

bool number_read(str text, struct span span, struct value *out)
{
	char copy[NUMBER_TEXT_MAX + 1];
	if (text.len > NUMBER_TEXT_MAX)
		return false;
	if (is_integer(text)) {
		int64_t integer = 0;
		bool fits = str_to_int(text, &integer);
		*out = value_int(integer, span);
		return fits;
	}
	memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	double n = strtod(copy, NULL);
	*out = value_real(n, span);
	return keeps_digits(text, n);
}
