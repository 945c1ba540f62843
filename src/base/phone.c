#include "base/phone.h"

#include <string.h>

#include "base/ascii.h"
#include "base/eight.h"

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

/* --- without the code ------------------------------------------------------------------- */

/* Behind a blank or a hyphen between two groups of digits; `at` itself: there is none. */
static size_t behind_blank(str text, size_t at)
{
	size_t len = written_len(text, at);
	return len && !ascii_is_alnum(text.ptr[at]) ? at + len : at;
}

enum { GROUPS_MAX = 4 };

/* "233" for "67 208 207": how many digits each group has. Gives where they end. */
static size_t read_groups(str text, size_t at, char groups[GROUPS_MAX + 2])
{
	size_t n = 0, next = at;
	do {
		size_t from = at = next;
		while (is_digit_at(text, at))
			at++;
		groups[n++] = (char)('0' + (at - from > DIGITS_LATVIA ? 9 : at - from));
		next = behind_blank(text, at);
	} while (next > at && n <= GROUPS_MAX && groups[0] != '0' + DIGITS_LATVIA);
	groups[n] = '\0';
	return at;
}

/* "(+44) " and "(8-495) ": what follows is a part of another country's number. */
static bool is_behind_code(str before)
{
	str text = str_ends(before, S(" ")) ? str_sub(before, 0, before.len - 1) : before;
	size_t from = str_ends(text, S(")")) ? text.len - 1 : 0;
	while (from > 0 &&
		(ascii_is_digit(text.ptr[from - 1]) || strchr("+- ", text.ptr[from - 1])))
		from--;
	return from > 0 && text.ptr[from - 1] == '(' && from + 2 < text.len &&
	       !str_ends(text, S("371)"));
}

static bool is_named_otherwise(str before)
{
	static const str words[] = {STR_INIT("Nr."), STR_INIT("nr."), STR_INIT("Nr"),
		STR_INIT("nr"), STR_INIT("No."), STR_INIT("№"), STR_INIT("EUR"), STR_INIT("€"),
		STR_INIT("$")};
	str text = str_trim(before);
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (str_ends(text, words[i]))
			return true;
	return false;
}

/* Behind the digits at `at`; 0: there are fewer or more of them than that, or a letter. */
static size_t behind_just(str text, size_t at, size_t least, size_t most)
{
	size_t end = at;
	while (is_digit_at(text, end))
		end++;
	bool ends = end == text.len || !ascii_is_alnum(text.ptr[end]);
	return ends && end - at >= least && end - at <= most ? end : 0;
}

/* "67208207/67208208": two numbers. */
static bool is_another(str text, size_t at)
{
	return text.ptr[at] == '/' && behind_just(text, at + 1, DIGITS_LATVIA, DIGITS_LATVIA) &&
	       strchr("26", text.ptr[at + 1]);
}

/* "Tel:", "tālr." without a blank behind it; "(tel:" begins an address. */
static bool is_behind_name(str before)
{
	static const str names[] = {STR_INIT("tel"), STR_INIT("tālr"), STR_INIT("tālrunis"),
		STR_INIT("mob"), STR_INIT("phone"), STR_INIT("тел"), STR_INIT("Тел"),
		STR_INIT("телефон"), STR_INIT("Телефон")};
	str name = str_sub(before, 0, before.len - 1);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		size_t from = name.len < names[i].len ? 0 : name.len - names[i].len;
		bool begins = from == 0 || strchr(" ,;\n", name.ptr[from - 1]);
		if (begins && str_eq_nocase(str_from(name, from), names[i]))
			return true;
	}
	return false;
}

static bool is_behind_hard_blank(str before)
{
	return str_ends(before, S("\u00a0")) &&
	       !(before.len > 2 && ascii_is_digit(before.ptr[before.len - 3]));
}

/* Can a number begin here? Not within a word, another number, an address of the web. */
static bool begins_at(str text, size_t at)
{
	if (at == 0)
		return true;
	str before = str_sub(text, 0, at);
	unsigned char c = (unsigned char)before.ptr[at - 1];
	if (c == ':' || c == '.')
		return is_behind_name(before);
	if (c == '/' && at == 1) /* what is left behind the first of two */
		return is_another(text, 0);
	if (is_behind_hard_blank(before))
		return !is_named_otherwise(str_sub(before, 0, at - 2));
	bool joined = c == ' ' && at > 1 && ascii_is_digit(text.ptr[at - 2]);
	return !joined && c < 0x80 && !ascii_is_alnum((char)c) && !strchr("+-.,:/=_%#&?`$", c) &&
	       !is_named_otherwise(before) && !is_behind_code(before);
}

/* "67208207-12": of an office, what is dialled inside it. */
static bool is_extension(str text, size_t at)
{
	bool office = at >= DIGITS_LATVIA && text.ptr[at - DIGITS_LATVIA] == '6';
	return office && text.ptr[at] == '-' && behind_just(text, at + 1, 1, 3);
}

/* Nothing goes on, no sum of money does, and no link of a phone, which is asked for itself. */
static bool ends_at(str text, size_t at)
{
	static const str money[] = {STR_INIT("eiro"), STR_INIT("euro"), STR_INIT("EUR"),
		STR_INIT("€"), STR_INIT("евро"), STR_INIT("USD"), STR_INIT("latu"),
		STR_INIT("dolār"), STR_INIT("рубл"), STR_INIT("доллар")};
	bool more = at < text.len && strchr(".,:/-", text.ptr[at]) && at + 1 < text.len &&
		    ascii_is_alnum(text.ptr[at + 1]) && !is_extension(text, at) &&
		    !is_another(text, at);
	str behind = str_from(text, at);
	if (more || str_starts(behind, S("](tel:")) ||
		(behind.len && (ascii_is_alnum(behind.ptr[0]) || strchr("%_`", behind.ptr[0]))))
		return false;
	for (size_t skip = str_starts(behind, S("\u00a0")) ? 2 : str_starts(behind, S(" ")), i = 0;
		i < ARRAY_LEN(money); i++)
		if (str_starts(str_from(behind, skip), money[i]))
			return false;
	return true;
}

/* Landlines, mobiles, free and paid numbers; "20261129" and "2024 2025" are days and years. */
static bool is_bare(str text, const char *groups)
{
	bool whole = strcmp(groups, "8") == 0, halves = strcmp(groups, "44") == 0;
	const char *d = text.ptr;
	if (d[0] != '2' && d[0] != '6' && memcmp(d, "80", 2) != 0 && memcmp(d, "90", 2) != 0)
		return false;
	if (d[0] == '2' && d[1] == '0' && (halves || (whole && d[4] <= '1' && d[6] <= '3')))
		return false;
	return whole || halves || strcmp(groups, "233") == 0 || strcmp(groups, "2222") == 0;
}

/* "25 000 000": so many people, or such a sum. */
static bool is_round(str number)
{
	enum { ZEROS = 5 };
	int n = 0;
	for (size_t at = number.len; at > 0; at--) {
		if (number.ptr[at - 1] == '0')
			n++;
		else if (ascii_is_digit(number.ptr[at - 1]))
			break;
	}
	return n >= ZEROS;
}

str phone_find_bare(str text)
{
	char groups[GROUPS_MAX + 2];
	for (size_t at = eight_next_digit(text, 0), end; at + DIGITS_LATVIA <= text.len;
		at = eight_next_digit(text, end)) {
		end = read_groups(text, at, groups);
		str number = str_sub(text, at, end);
		if (is_bare(str_from(text, at), groups) && begins_at(text, at) &&
			ends_at(text, end) && !is_round(number))
			return number;
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

str phone_shown(str number, struct arena *arena)
{
	str dialled = phone_dialled(number, arena), readable = phone_readable(dialled, arena);
	return str_eq(readable, dialled) ? str_trim(number) : readable;
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
