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

/* The number at `at` as somebody wrote it, and how many digits stand behind its code. */
static str written_at(str text, size_t at, int *ndigits)
{
	size_t end = at + strlen("+371"), last = end;
	*ndigits = 0;
	for (; end < text.len; end++) {
		bool parts = strchr(" -", text.ptr[end]) && end + 1 < text.len &&
			     ascii_is_digit(text.ptr[end + 1]);
		if (!ascii_is_alnum(text.ptr[end]) && !parts)
			break;
		*ndigits += ascii_is_digit(text.ptr[end]);
		last = end + 1;
	}
	return str_sub(text, at, last);
}

str phone_find_broken(str text)
{
	for (size_t at = 0, end; at < text.len; at++) {
		size_t plus = str_find_char(str_from(text, at), '+');
		if (plus == STR_NONE)
			break;
		at += plus;
		int ndigits;
		if (!str_starts(str_from(text, at), S("+371")) || phone_at(text, at, &end) ||
			(at > 0 && ascii_is_alnum(text.ptr[at - 1])))
			continue;
		str written = written_at(text, at, &ndigits);
		bool good =
			ndigits == DIGITS_LATVIA && ascii_is_digit(written.ptr[written.len - 1]);
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
