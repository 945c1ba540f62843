#include "markdown/words.h"

#include "base/ascii.h"
#include "base/eight.h"
#include "markdown/escape.h"

static bool is_digit_at(str text, size_t at)
{
	return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* How many digits end before a place; more than three are four. */
static size_t digits_before(str text, size_t at)
{
	size_t n = 0;
	while (n < 4 && n < at && is_digit_at(text, at - n - 1))
		n++;
	return n;
}

static bool is_gap(str text, size_t space)
{
	size_t before = digits_before(text, space);
	return before > 0 && before < 4 && is_digit_at(text, space + 1) &&
	       is_digit_at(text, space + 2) && is_digit_at(text, space + 3) &&
	       !is_digit_at(text, space + 4);
}

/* The next digit from a place on, or the text's end. */
static size_t next_digit(str text, size_t at)
{
	for (; at + 8 <= text.len; at += 8) {
		uint64_t digits = eight_digit(eight_at(text.ptr + at));
		if (digits)
			return at + eight_first(digits);
	}
	while (at < text.len && !ascii_is_digit(text.ptr[at]))
		at++;
	return at;
}

/* The next gap from a place on, or STR_NONE. */
static size_t next_gap(str text, size_t from)
{
	for (size_t at = next_digit(text, from); at < text.len; at = next_digit(text, at)) {
		while (is_digit_at(text, at))
			at++;
		if (at < text.len && text.ptr[at] == ' ' && is_gap(text, at))
			return at;
	}
	return STR_NONE;
}

void words_write(struct buf *out, str text)
{
	size_t from = 0, gap;
	for (; (gap = next_gap(text, from)) != STR_NONE; from = gap + 1) {
		escape_text(out, str_sub(text, from, gap));
		buf_adds(out, "\u00a0");
	}
	escape_text(out, str_from(text, from));
}
