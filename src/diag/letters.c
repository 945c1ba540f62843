#include "diag/letters.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

static bool is_letter_byte(str text, size_t at)
{
	return at < text.len &&
	       (ascii_is_letter(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0xc3);
}

/* Where the character before `at` begins. */
static size_t before_char(str text, size_t at)
{
	do
		at--;
	while (at > 0 && (text.ptr[at] & 0xc0) == 0x80);
	return at;
}

/* From a letter that leads two bytes of UTF-8 (Â to Å, Ð, Ñ) and a sign of Latin-1's upper half,
 * in or at a word: two letters once. The length of both, or 0. */
static size_t garbled_at(str text, size_t at)
{
	unsigned char lead = at + 3 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
	bool leads = (lead >= 0x82 && lead <= 0x85) || lead == 0x90 || lead == 0x91;
	if (!leads || (unsigned char)text.ptr[at + 2] != 0xc2)
		return 0;
	bool in_word = (at > 0 && is_letter_byte(text, before_char(text, at))) ||
		       is_letter_byte(text, at + 4);
	return in_word ? 4 : 0;
}

static bool find_garbled(str text, str *where)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	for (; at < end && (at = memchr(at, 0xc3, (size_t)(end - at))); at++) {
		size_t start = (size_t)(at - text.ptr), len = garbled_at(text, start);
		*where = str_sub(text, start, start + len);
		if (len)
			return true;
	}
	return false;
}

/* The first three bytes that begin with `lead` and are what `is` asks for. */
typedef bool three_bytes(const unsigned char *bytes);

static bool find_three(str text, unsigned char lead, three_bytes *is, str *where)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	for (; at < end && (at = memchr(at, lead, (size_t)(end - at))); at++)
		if (end - at > 2 && is((const unsigned char *)at)) {
			*where = str_n(at, 3);
			return true;
		}
	return false;
}

/* U+FFFD */
static bool is_replacement(const unsigned char *bytes)
{
	return bytes[1] == 0xbf && bytes[2] == 0xbd;
}

/* U+E000 to U+EFFF */
static bool is_private(const unsigned char *bytes)
{
	return bytes[1] >= 0x80;
}

/* U+F000 to U+F8FF, but for the two bullets of Word: where they begin a line, a list is lost,
 * which is told. */
static bool is_private_rest(const unsigned char *bytes)
{
	bool bullet = bytes[1] == 0x82 && (bytes[2] == 0xb7 || bytes[2] == 0xa7);
	return bytes[1] < 0xa4 && !bullet;
}

static str word_at(str text, size_t at)
{
	size_t start = at, end = at;
	while (start > 0 && is_letter_byte(text, before_char(text, start)))
		start = before_char(text, start);
	while (is_letter_byte(text, end))
		utf8_next(text, &end);
	return str_sub(text, start, end);
}

static bool is_cyrillic_byte(unsigned char c)
{
	return c >= 0xd0 && c <= 0xd3;
}

/* A letter of ASCII right before or behind a Cyrillic one. */
static bool find_mixed(str text, str *where)
{
	if (!text.len || (!memchr(text.ptr, 0xd0, text.len) && !memchr(text.ptr, 0xd1, text.len)))
		return false;
	for (size_t at = 0; at + 1 < text.len; at++) {
		if (!is_cyrillic_byte((unsigned char)text.ptr[at]))
			continue;
		bool behind = at > 0 && ascii_is_letter(text.ptr[at - 1]);
		bool ahead = at + 2 < text.len && ascii_is_letter(text.ptr[at + 2]);
		if (!behind && !ahead)
			continue;
		*where = word_at(text, at);
		return true;
	}
	return false;
}

/* Latin letters that have a letter of their own with a mark, by its second byte: U+0300 to U+030C,
 * U+0327, U+0328. */
static const struct {
	unsigned char mark;
	const char *letters;
} composed[] = {
	{0x80, "aeinouwy"},
	{0x81, "acegiklmnoprsuwyz"},
	{0x82, "aceghijosuwyz"},
	{0x83, "aeinouvy"},
	{0x84, "aegiouy"},
	{0x86, "aegiou"},
	{0x87, "abcdefghmnoprstwxyz"},
	{0x88, "aehiotuwxy"},
	{0x89, "aeiouy"},
	{0x8a, "auwy"},
	{0x8b, "ou"},
	{0x8c, "acdeghijklnorstuz"},
	{0xa7, "cdeghklnrst"},
	{0xa8, "aeiou"},
};

/* `letter` is one of ASCII. */
static bool composes_latin(char letter, unsigned char mark)
{
	for (size_t i = 0; i < ARRAY_LEN(composed); i++)
		if (composed[i].mark == mark)
			return strchr(composed[i].letters, letter | 0x20) != NULL;
	return false;
}

/* Is there one letter for what the two say? The stress of Russian words has none, nor has the mean
 * of a figure, x with a stroke above it. Of Cyrillic ones there are Й and Ё. */
static bool composes(str text, size_t mark)
{
	unsigned char which = (unsigned char)text.ptr[mark + 1];
	if (mark > 0 && ascii_is_letter(text.ptr[mark - 1]))
		return composes_latin(text.ptr[mark - 1], which);
	str before = str_sub(text, 0, mark);
	if (which == 0x86)
		return str_ends(before, S("и")) || str_ends(before, S("И"));
	return which == 0x88 && (str_ends(before, S("е")) || str_ends(before, S("Е")));
}

/* Longer than the names of files are. */
#define ADDRESS_MAX 300

/* "](tēja.md)": to the site both forms are the same name. */
static bool is_in_address(str text, size_t at)
{
	size_t from = at, least = at > ADDRESS_MAX ? at - ADDRESS_MAX : 0;
	while (from > least && !strchr(" \n)", text.ptr[from - 1]))
		from--;
	return str_find(str_sub(text, from, at), S("](")) != STR_NONE;
}

static bool find_apart(str text, str *where)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	for (; end - at > 1 && (at = memchr(at, 0xcc, (size_t)(end - at - 1))); at++) {
		size_t mark = (size_t)(at - text.ptr);
		if (!composes(text, mark) || is_in_address(text, mark))
			continue;
		*where = word_at(text, mark);
		return true;
	}
	return false;
}

enum letters_fault letters_find(str text, str *where)
{
	*where = S("");
	if (!text.len)
		return LETTERS_GOOD;
	if (find_three(text, 0xef, is_replacement, where) || find_garbled(text, where))
		return LETTERS_LOST;
	if (find_three(text, 0xee, is_private, where) ||
		find_three(text, 0xef, is_private_rest, where))
		return LETTERS_PRIVATE;
	if (find_mixed(text, where))
		return LETTERS_MIXED;
	return find_apart(text, where) ? LETTERS_APART : LETTERS_GOOD;
}

enum diag_id letters_diag(enum letters_fault fault)
{
	if (fault == LETTERS_MIXED)
		return DIAG_TEXT_ALPHABETS;
	return fault == LETTERS_APART ? DIAG_TEXT_DECOMPOSED : DIAG_TEXT_CHARACTER;
}

void letters_report(struct diags *diags, enum letters_fault fault, struct span span, str where)
{
	switch (fault) {
	case LETTERS_GOOD:
		break;
	case LETTERS_LOST:
		diag_add(diags, DIAG_TEXT_CHARACTER, span, "letters were lost here: '%.*s'",
			STR_ARGS(where));
		diag_note(diags, SPAN_NONE,
			"the text came from a file that is not UTF-8: write these words anew");
		break;
	case LETTERS_PRIVATE:
		diag_add(diags, DIAG_TEXT_CHARACTER, span,
			"a sign of a font stands here that readers don't have");
		diag_note(diags, SPAN_NONE,
			"they see an empty box: take it out, or write a sign that all have, such "
			"as "
			"→");
		break;
	case LETTERS_MIXED:
		diag_add(diags, DIAG_TEXT_ALPHABETS, span, "'%.*s' has letters of two alphabets",
			STR_ARGS(where));
		diag_note(diags, SPAN_NONE,
			"they look alike, but search and voices take them for another word: write "
			"it anew");
		break;
	case LETTERS_APART:
		diag_add(diags, DIAG_TEXT_DECOMPOSED, span,
			"letters and their marks are apart here: '%.*s'", STR_ARGS(where));
		diag_note(diags, SPAN_NONE,
			"it looks the same, but other programs do not find such words: write it "
			"and "
			"the others of this text anew");
		break;
	}
}
