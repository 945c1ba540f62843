#include "markdown/words.h"

#include "base/ascii.h"
#include "base/eight.h"
#include "markdown/escape.h"

#define DASH        S("–")
#define MEASURE_MAX 12 /* bytes on one side of a dash: what is longer may be parted */

static bool is_digit_at(str text, size_t at)
{
	return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* How many bytes the letter at a place has, Latin or Cyrillic; of another sign none. */
static size_t letter_at(str text, size_t at)
{
	if (at >= text.len)
		return 0;
	unsigned char c = (unsigned char)text.ptr[at];
	return ascii_is_letter((char)c) ? 1 : c >= 0xc3 && c < 0xe0 && at + 1 < text.len ? 2 : 0;
}

/* The same of the letter that ends before a place. */
static size_t letter_before(str text, size_t at)
{
	if (at > 0 && ascii_is_letter(text.ptr[at - 1]))
		return 1;
	return at > 1 && letter_at(text, at - 2) == 2 ? 2 : 0;
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

/* One or two digits and the word that they count: "31 December", "6 mēneši". */
static bool is_count(str text, size_t space)
{
	size_t digits = digits_before(text, space);
	return digits < 3 && !letter_before(text, space - digits) && letter_at(text, space + 1);
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

/* The next gap from a place on, or STR_NONE. */
static size_t next_gap(str text, size_t from)
{
	for (size_t at = eight_next_digit(text, from); at < text.len;
		at = eight_next_digit(text, at)) {
		if (at > from && is_numbered(text, at))
			return at - 1;
		while (is_digit_at(text, at))
			at++;
		if (at < text.len && text.ptr[at] == ' ' &&
			(is_gap(text, at) || is_count(text, at)))
			return at;
		if (is_ordinal(text, at))
			return at + 1;
	}
	return STR_NONE;
}

/* Writes a part of a text; `gap` is the first one from its beginning on, and is then the first
 * one behind it. */
static void write_numbers(struct buf *out, str text, size_t from, size_t to, size_t *gap)
{
	for (; *gap < to; *gap = next_gap(text, from)) {
		escape_text(out, str_sub(text, from, *gap));
		buf_adds(out, "\u00a0");
		from = *gap + 1;
	}
	escape_text(out, str_sub(text, from, to));
}

/* The next hyphen or en dash from a place on, or the text's end. */
static size_t next_dash(str text, size_t at)
{
	for (; at + 8 <= text.len; at += 8) {
		uint64_t bytes = eight_at(text.ptr + at);
		uint64_t dashes = eight_is(bytes, '-') | eight_is(bytes, DASH.ptr[0]);
		if (dashes)
			return at + eight_first(dashes);
	}
	while (at < text.len && text.ptr[at] != '-' && text.ptr[at] != DASH.ptr[0])
		at++;
	return at;
}

/* How many bytes a dash at a place has; of another sign none. */
static size_t dash_len(str text, size_t at)
{
	if (text.ptr[at] == '-')
		return 1;
	return str_starts(str_from(text, at), DASH) ? DASH.len : 0;
}

/* How many bytes the only letter of a word before a hyphen has: "e-", "э-". */
static size_t lone_letter(str text, size_t from, size_t dash)
{
	size_t len = letter_before(text, dash), start = dash - len;
	bool joined = start > 0 && (letter_before(text, start) || text.ptr[start - 1] == '-');
	return start < from || joined ? 0 : len;
}

static bool is_measure(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '.' || c == ':' || c == ',';
}

/* How many bytes the sign of a measure that ends before a place has, of any alphabet. */
static size_t measure_before(str text, size_t at)
{
	return at > 0 && is_measure(text.ptr[at - 1]) ? 1 : letter_before(text, at);
}

/* What stands around a dash before a digit: "13:00–16:00", "k-1", "2026-11-29". It begins where a
 * word does; of a long one there is nothing. */
static str measure_around(str text, size_t from, size_t dash, size_t behind)
{
	size_t start = dash, end = behind;
	for (size_t n; start > from && (n = measure_before(text, start)); start -= n)
		if (dash - start >= MEASURE_MAX)
			return (str){0};
	while (end < text.len && end - behind < MEASURE_MAX &&
		(is_measure(text.ptr[end]) || text.ptr[end] == '-'))
		end++;
	while (!is_digit_at(text, end - 1))
		end--;
	return str_sub(text, start, end);
}

/* What a line must not part at a dash, or nothing. */
static str whole_around(str text, size_t from, size_t dash, size_t behind)
{
	if (dash == from || behind == dash)
		return (str){0};
	if (is_digit_at(text, behind) && (is_digit_at(text, dash - 1) || letter_before(text, dash)))
		return measure_around(text, from, dash, behind);
	size_t letter = text.ptr[dash] == '-' ? lone_letter(text, from, dash) : 0, end = behind;
	while (letter && letter_at(text, end))
		end += letter_at(text, end);
	return end > behind ? str_sub(text, dash - letter, end) : (str){0};
}

/* The next such from a place on, or nothing. */
static str next_whole(str text, size_t from)
{
	for (size_t at = next_dash(text, from); at < text.len; at = next_dash(text, at + 1)) {
		str whole = whole_around(text, from, at, at + dash_len(text, at));
		if (whole.len)
			return whole;
	}
	return (str){0};
}

void words_write(struct buf *out, str text)
{
	size_t from = 0, gap = next_gap(text, 0);
	for (str whole; (whole = next_whole(text, from)).len;) {
		size_t at = (size_t)(whole.ptr - text.ptr);
		write_numbers(out, text, from, at, &gap);
		buf_adds(out, "<span class=\"whole\">");
		escape_text(out, whole);
		buf_adds(out, "</span>");
		from = at + whole.len;
	}
	write_numbers(out, text, from, text.len, &gap);
}

static bool is_number(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!is_digit_at(text, i) && !memchr("+ ()-", text.ptr[i], 5))
			return false;
	return true;
}

void words_write_number(struct buf *out, str text)
{
	if (!is_number(text)) {
		escape_text(out, text);
		return;
	}
	for (str group; str_cut(&text, ' ', &group);) {
		escape_text(out, group);
		if (text.ptr)
			buf_adds(out, "\u00a0");
	}
}

bool words_hold(str text)
{
	return next_gap(text, 0) != STR_NONE || next_whole(text, 0).len > 0;
}
