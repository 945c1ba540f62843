#include "base/phone.h"

#include <string.h>

#include "base/ascii.h"

enum { DIGITS_LATVIA = 8, DIGITS_MIN = 10, DIGITS_MAX = 15 };

static bool is_digit_at(str text, size_t at)
{
	return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* Behind so many digits, between which single spaces may stand; 0: there are fewer. */
static size_t behind_digits(str text, size_t from, int n)
{
	for (; n > 0; n--, from++) {
		from += from < text.len && text.ptr[from] == ' ';
		if (!is_digit_at(text, from))
			return 0;
	}
	return from;
}

static size_t behind_run(str text, size_t from)
{
	size_t end = from;
	while (is_digit_at(text, end))
		end++;
	return end - from >= DIGITS_MIN && end - from <= DIGITS_MAX ? end : 0;
}

bool phone_at(str text, size_t at, size_t *end)
{
	const str code = S("+371");
	bool begins = at == 0 || !ascii_is_alnum(text.ptr[at - 1]);
	*end = str_starts(str_from(text, at), code)
		       ? behind_digits(text, at + code.len, DIGITS_LATVIA)
		       : behind_run(text, at + 1);
	return begins && *end && (*end == text.len || !ascii_is_alnum(text.ptr[*end]));
}

str phone_find(str text)
{
	for (size_t at = 0, end; at < text.len; at++)
		if (text.ptr[at] == '+' && phone_at(text, at, &end))
			return str_sub(text, at, end);
	return str_from(text, text.len);
}

/* Fewer digits than these behind the code are no number, but a word about it. */
enum { DIGITS_MEANT = 4 };

/* A digit, or what stands between two: a blank (U+00A0 too), a hyphen or a dash (U+2010 to
 * U+2014). Its length; 0: the number ends. */
static size_t written_len(str text, size_t at)
{
	static const str between[] = {STR_INIT(" "), STR_INIT("-"), STR_INIT("\u00a0"),
		STR_INIT("\u2010"), STR_INIT("\u2011"), STR_INIT("\u2012"), STR_INIT("\u2013"),
		STR_INIT("\u2014")};
	if (at < text.len && ascii_is_alnum(text.ptr[at]))
		return 1;
	for (size_t i = 0; i < ARRAY_LEN(between); i++)
		if (str_starts(str_from(text, at), between[i]) &&
			is_digit_at(text, at + between[i].len))
			return between[i].len;
	return 0;
}

/* The number at `at` as somebody wrote it, up to the digits that it should have or to its end;
 * *good: it has these. */
static str written_at(str text, size_t at, int *ndigits, bool *good)
{
	size_t end = at + strlen("+371"), more;
	*ndigits = 0;
	for (*good = false; !*good && (more = written_len(text, end)); end += more) {
		*ndigits += ascii_is_digit(text.ptr[end]);
		bool ends = end + 1 == text.len || !ascii_is_alnum(text.ptr[end + 1]);
		*good = *ndigits == DIGITS_LATVIA && ends && ascii_is_digit(text.ptr[end]);
	}
	return str_sub(text, at, end);
}

str phone_find_broken(str text)
{
	for (size_t at = 0, end; at < text.len; at++) {
		size_t plus = str_find_char(str_from(text, at), '+');
		int ndigits;
		bool good;
		if (plus == STR_NONE)
			break;
		at += plus;
		if (!str_starts(str_from(text, at), S("+371")) || phone_at(text, at, &end) ||
			(at > 0 && ascii_is_alnum(text.ptr[at - 1])))
			continue;
		str written = written_at(text, at, &ndigits, &good);
		if (ndigits >= DIGITS_MEANT && !good)
			return written;
	}
	return str_from(text, text.len);
}

str phone_dialled(str number, struct arena *arena)
{
	char *digits = arena_alloc(arena, number.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < number.len; i++)
		if (ascii_is_digit(number.ptr[i]) || (number.ptr[i] == '+' && n == 0))
			digits[n++] = number.ptr[i];
	return str_n(digits, n);
}

str phone_readable(str digits, struct arena *arena)
{
	const char *d = digits.ptr;
	if (str_starts(digits, S("+371")) && digits.len == 12)
		return arena_printf(arena, "+371 %.2s %.3s %.3s", d + 4, d + 6, d + 9);
	if (digits.len == 8)
		return arena_printf(arena, "%.2s %.3s %.3s", d, d + 2, d + 5);
	if (digits.len == 6)
		return arena_printf(arena, "%.3s %.3s", d, d + 3);
	return digits;
}
