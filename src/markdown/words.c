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

/* Behind "21." or "45." a word goes on in small letters: an ordinal, and no sentence's end. */
static bool is_ordinal(str text, size_t dot)
{
	return str_starts(str_from(text, dot), S(". ")) && dot + 2 < text.len &&
	       text.ptr[dot + 2] >= 'a' && text.ptr[dot + 2] <= 'z';
}

/* Does "Nr. ", "No. " or "№ " stand before a number? */
static bool is_numbered(str text, size_t digit)
{
	str before = str_sub(text, 0, digit);
	return str_ends(before, S("Nr. ")) || str_ends(before, S("No. ")) ||
	       str_ends(before, S("№ "));
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
		if (at > from && is_numbered(text, at))
			return at - 1;
		while (is_digit_at(text, at))
			at++;
		if (at < text.len && text.ptr[at] == ' ' && is_gap(text, at))
			return at;
		if (is_ordinal(text, at))
			return at + 1;
	}
	return STR_NONE;
}

static void write_numbers(struct buf *out, str text)
{
	size_t from = 0, gap;
	for (; (gap = next_gap(text, from)) != STR_NONE; from = gap + 1) {
		escape_text(out, str_sub(text, from, gap));
		buf_adds(out, "\u00a0");
	}
	escape_text(out, str_from(text, from));
}

static bool is_letter_at(str text, size_t at)
{
	return at < text.len &&
	       (ascii_is_letter(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80);
}

/* The next word such as "e-pasts" from a place on: a letter, a hyphen and letters; or nothing. */
static str next_hyphened(str text, size_t from)
{
	for (size_t at = from, end;; at = end) {
		size_t dash = str_find_char(str_from(text, at), '-');
		if (dash == STR_NONE)
			return (str){0};
		dash += at;
		end = dash + 1;
		if (dash == from || !ascii_is_letter(text.ptr[dash - 1]) ||
			!is_letter_at(text, end))
			continue;
		if (dash > 1 && (is_letter_at(text, dash - 2) || text.ptr[dash - 2] == '-'))
			continue;
		while (is_letter_at(text, end))
			end++;
		return str_sub(text, dash - 1, end);
	}
}

void words_write(struct buf *out, str text)
{
	size_t from = 0;
	for (str word; (word = next_hyphened(text, from)).len;) {
		size_t at = (size_t)(word.ptr - text.ptr);
		write_numbers(out, str_sub(text, from, at));
		buf_adds(out, "<span class=\"whole\">");
		escape_text(out, word);
		buf_adds(out, "</span>");
		from = at + word.len;
	}
	write_numbers(out, str_from(text, from));
}
