#include "diag/unfinished.h"

#include <string.h>

#include "base/ascii.h"
#include "base/sixteen.h"

/* Whole words wherever they stand. */
static const str marks[] = {
	STR_INIT("TODO"), STR_INIT("FIXME"), STR_INIT("TBD"), STR_INIT("XXX"), STR_INIT("???")};
static const str filler = STR_INIT("Lorem ipsum");

/* All that stands between two brackets, or behind three points: in a sentence they mean something
 * else. */
static const str asides[] = {STR_INIT("vajag pārbaudīt"), STR_INIT("pārbaudīt"),
	STR_INIT("jāpārbauda"), STR_INIT("jāprecizē"), STR_INIT("precizēt"),
	STR_INIT("jāpapildina"), STR_INIT("papildināt"), STR_INIT("проверить"),
	STR_INIT("нужно проверить"), STR_INIT("надо проверить"), STR_INIT("уточнить"),
	STR_INIT("check"), STR_INIT("check this"), STR_INIT("to be checked")};

/* Longer than all of them, with a sign behind: bounds the time that a hostile text takes. */
#define ASIDE_MAX 40

/* Letters of our alphabets begin with 0xc3 to 0xd1; "…" and bent quotation marks with 0xe2. */
static bool is_letter_at(str text, size_t at)
{
	unsigned char lead = at < text.len ? (unsigned char)text.ptr[at] : 0;
	return ascii_is_alnum((char)lead) || (lead >= 0xc3 && lead <= 0xd1);
}

/* "XXX olimpiskās spēles": the thirtieth. */
static bool is_thirtieth(str text, size_t end)
{
	static const str named[] = {STR_INIT("olimp"), STR_INIT("Olimp"), STR_INIT("Olymp"),
		STR_INIT("олимп"), STR_INIT("Олимп"), STR_INIT("vispār"), STR_INIT("Vispār"),
		STR_INIT("Latvijas"), STR_INIT("Dziesmu"), STR_INIT("starptautisk"),
		STR_INIT("Starptautisk"), STR_INIT("nodaļ"), STR_INIT("летни"), STR_INIT("Летни"),
		STR_INIT("Summer"), STR_INIT("глав"), STR_INIT("съезд")};
	str behind = str_from(text, end);
	for (size_t i = 0; str_starts(behind, S(" ")) && i < ARRAY_LEN(named); i++)
		if (str_starts(str_from(behind, 1), named[i]))
			return true;
	return false;
}

static str find_mark(str text, str mark)
{
	for (size_t from = 0, at; (at = str_find(str_from(text, from), mark)) != STR_NONE;) {
		size_t start = from + at, end = start + mark.len;
		bool alone =
			!is_letter_at(text, end) && !(start > 0 && is_letter_at(text, start - 1));
		if (alone && !(str_eq(mark, S("XXX")) && is_thirtieth(text, end)))
			return str_sub(text, start, end);
		from = end;
	}
	return S("");
}

static bool is_aside(str words)
{
	words = str_trim(words);
	if (str_ends(words, S("!")) || str_ends(words, S("?")))
		words.len--;
	for (size_t i = 0; i < ARRAY_LEN(asides); i++)
		if (str_eq(words, asides[i]))
			return true;
	return false;
}

/* The first bytes of asides, and blanks: a bracket before another is passed at once, as those of
 * links mostly are. */
static bool may_begin_aside(str text, size_t at)
{
	static const bool firsts[256] = {[' '] = true,
		['\t'] = true,
		['\r'] = true,
		['\n'] = true,
		['v'] = true,
		['p'] = true,
		['j'] = true,
		['c'] = true,
		['t'] = true,
		[0xd0] = true,
		[0xd1] = true};
	return at < text.len && firsts[(unsigned char)text.ptr[at]];
}

/* "[check](page.md)" is a link. */
static bool is_linked(str text, size_t end)
{
	return end < text.len && text.ptr[end] == '(';
}

static str find_aside(str text, char open, char close)
{
	for (size_t from = 0, at; (at = str_find_char(str_from(text, from), open)) != STR_NONE;) {
		size_t start = from + at;
		from = start + 1;
		if (!may_begin_aside(text, from))
			continue;
		str inside = str_sub(text, from, from + ASIDE_MAX);
		size_t end = str_find_char(inside, close);
		if (end != STR_NONE && !is_linked(text, start + end + 2) &&
			is_aside(str_sub(inside, 0, end)))
			return str_sub(text, start, start + end + 2);
	}
	return S("");
}

/* "until 17.00 ...vajag pārbaudīt": from the points to the end of the line. */
static str find_trailing(str text, str points)
{
	for (size_t from = 0, at; (at = str_find(str_from(text, from), points)) != STR_NONE;) {
		size_t start = from + at;
		str rest = str_from(text, start + points.len);
		str line = str_sub(rest, 0, str_find_char(rest, '\n'));
		if (line.len <= ASIDE_MAX && is_aside(line))
			return str_sub(text, start, start + points.len + line.len);
		from = start + points.len;
	}
	return S("");
}

/* What is looked for in the whole text, since few have it. */
struct hints {
	bool marked;  /* two capitals or question marks side by side stand in each mark */
	bool trailed; /* three points */
};

static sixteen loud(sixteen bytes)
{
	return sixteen_below(bytes - 'A', 26) | sixteen_is(bytes, '?');
}

/* The signs of one kind among sixteen bytes, and before them the last two of the bytes before. */
static uint32_t behind(uint32_t *last, sixteen signs)
{
	uint32_t bits = sixteen_bits(signs) << 2 | *last;
	*last = bits >> sizeof(signs);
	return bits;
}

/* The sixteen bytes from `at` on; behind the text stand zeros. */
static inline sixteen bytes_from(str text, size_t at)
{
	char last[sizeof(sixteen)] = {0};
	if (text.len - at >= sizeof(last))
		return sixteen_at(text.ptr + at);
	memcpy(last, text.ptr + at, text.len - at);
	return sixteen_at(last);
}

/* "../folder/page.md" has two points, and stands in most texts. */
static struct hints hints_of(str text)
{
	uint32_t last_loud = 0, last_points = 0, pairs = 0, triples = 0;
	for (size_t at = 0; at < text.len; at += sizeof(sixteen)) {
		sixteen bytes = bytes_from(text, at);
		uint32_t louds = behind(&last_loud, loud(bytes));
		uint32_t points = behind(&last_points, sixteen_is(bytes, '.'));
		pairs |= louds & louds >> 1;
		triples |= points & points >> 1 & points >> 2;
	}
	return (struct hints){.marked = pairs != 0, .trailed = triples != 0};
}

static str find_marks(str text)
{
	str first = S("");
	for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
		str found = find_mark(text, marks[i]);
		if (found.len && (!first.len || found.ptr < first.ptr))
			first = found;
	}
	return first;
}

/* What begins an aside, and "…". */
static sixteen opens_aside(sixteen bytes)
{
	return sixteen_is(bytes, '(') | sixteen_is(bytes, '[') | sixteen_is(bytes, '\xe2');
}

str unfinished_find(str text)
{
	struct hints hints = hints_of(text);
	str found = hints.marked ? find_marks(text) : S("");
	if (!found.len && hints.trailed)
		found = find_trailing(text, S("..."));
	if (!found.len && str_find(text, S("Lorem ")) != STR_NONE)
		found = find_mark(text, filler);
	if (!found.len && !sixteen_search(text, opens_aside))
		return S("");
	if (!found.len)
		found = find_aside(text, '(', ')');
	if (!found.len)
		found = find_aside(text, '[', ']');
	return found.len ? found : find_trailing(text, S("…"));
}

void unfinished_report(struct diags *diags, struct span span, str words)
{
	diag_add(diags, DIAG_TEXT_UNFINISHED, span, "a note to yourself stands here: '%.*s'",
		STR_ARGS(words));
	diag_note(diags, SPAN_NONE,
		"readers would see it: finish the text, or take the note out; a page that is not "
		"ready has draft: true");
}
