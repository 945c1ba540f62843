#include "value/json_scan.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "diag/conflict.h"
#include "value/json_number.h"
#include "value/number.h"

#define FAULTS_MAX 20
#define END        (-1)

struct scan {
	str text;
	size_t at;
	uint32_t source;
	unsigned depth;
	unsigned nfaults;
	size_t quiet_to; /* the first fault of a line makes the others on it */
	bool stopped;    /* nothing behind a fault makes sense any more */
	struct diags *diags;
	json_places *places;
};

static int peek(const struct scan *s)
{
	return s->at < s->text.len ? (unsigned char)s->text.ptr[s->at] : END;
}

static int peek_behind(const struct scan *s, size_t n)
{
	return s->at + n < s->text.len ? (unsigned char)s->text.ptr[s->at + n] : END;
}

/* Every loop ends at the end of the text. */
static void stop(struct scan *s)
{
	s->stopped = true;
	s->at = s->text.len;
}

static bool is_first_of_line(struct scan *s, size_t at)
{
	if (at < s->quiet_to)
		return false;
	size_t line = str_find_char(str_from(s->text, at), '\n');
	s->quiet_to = line == STR_NONE ? s->text.len : at + line;
	return true;
}

/* At the first fault: both versions stand here, so the file is none. */
static bool is_conflict(struct scan *s)
{
	struct span whole = span_of(s->source, 0, s->text.len);
	if (s->stopped || s->nfaults > 0 ||
		!conflict_report(s->diags, DIAG_JSON_SYNTAX, s->text, whole))
		return false;
	stop(s);
	return true;
}

static void fault_as(struct scan *s, enum diag_id id, size_t start, size_t end, const char *what,
	const char *hint)
{
	if (is_conflict(s) || s->stopped || !is_first_of_line(s, start))
		return;
	diag_add(s->diags, id, span_of(s->source, start, end), "%s", _(what));
	if (hint)
		diag_note(s->diags, SPAN_NONE, "%s", _(hint));
	if (++s->nfaults == FAULTS_MAX)
		stop(s);
}

static void fault(struct scan *s, size_t start, size_t end, const char *what, const char *hint)
{
	fault_as(s, DIAG_JSON_SYNTAX, start, end, what, hint);
}

/* Something else stands here; what follows can't be guessed. */
static void unexpected(struct scan *s, const char *wanted)
{
	size_t end = s->at;
	if (is_conflict(s) || s->stopped)
		return;
	if (peek(s) == END)
		fault(s, s->at, s->at, N_("the file ends too early"), wanted);
	if (peek(s) == END || !is_first_of_line(s, s->at)) {
		stop(s);
		return;
	}
	uint32_t c = utf8_next(s->text, &end);
	struct span span = span_of(s->source, s->at, end);
	if (c > 0x20 && c < 0x7f)
		diag_add(s->diags, DIAG_JSON_SYNTAX, span, "%s, found '%c'", _(wanted), (int)c);
	else
		diag_add(s->diags, DIAG_JSON_SYNTAX, span, "%s, found '%.*s' (U+%04X)", _(wanted),
			STR_ARGS(str_sub(s->text, s->at, end)), c);
	stop(s);
}

static void comment(struct scan *s)
{
	size_t start = s->at;
	bool block = peek(s) == '/' && peek_behind(s, 1) == '*';
	str rest = str_from(s->text, start);
	size_t len = block ? str_find(rest, S("*/")) : str_find_char(rest, '\n');
	size_t end = len == STR_NONE ? s->text.len : start + len + (block ? 2 : 0);
	fault(s, start, end, N_("JSON has no comments"), N_("take it out"));
	if (!s->stopped)
		s->at = end;
}

/* Bytes of a space here that looks like one and is none in JSON, or 0. */
static size_t odd_space(const struct scan *s)
{
	static const str odd[] = {STR_INIT("\u00a0"), STR_INIT("\u202f"), STR_INIT("\u200b")};
	str rest = str_from(s->text, s->at);
	for (size_t i = 0; i < ARRAY_LEN(odd); i++)
		if (str_starts(rest, odd[i]))
			return odd[i].len;
	return 0;
}

static bool starts_comment(const struct scan *s)
{
	int next = peek_behind(s, 1);
	return peek(s) == '#' || (peek(s) == '/' && (next == '/' || next == '*'));
}

static void skip_space(struct scan *s)
{
	for (;;) {
		int c = peek(s);
		size_t odd = c >= 0x80 ? odd_space(s) : 0;
		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			s->at++;
		} else if (odd > 0) {
			fault(s, s->at, s->at + odd, N_("this space is not an ordinary one"),
				N_("replace it; it came with text from a document or a web page"));
			if (!s->stopped)
				s->at += odd;
		} else if (starts_comment(s)) {
			comment(s);
		} else {
			return;
		}
	}
}

/* --- strings ------------------------------------------------------------------------ */

/* The four digits behind a \u that stands `ahead` bytes from here, or -1. */
static int unicode_escape(const struct scan *s, size_t ahead)
{
	int unit = 0;
	if (peek_behind(s, ahead) != '\\' || peek_behind(s, ahead + 1) != 'u')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		int digit = ascii_hex(peek_behind(s, ahead + i));
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

/* At a backslash before u. */
static void code_unit(struct scan *s)
{
	int unit = unicode_escape(s, 0);
	size_t len = unit < 0 ? 2 : 6;
	bool high = unit >= 0xd800 && unit <= 0xdbff;
	bool low = unit >= 0xdc00 && unit <= 0xdfff;
	if (high) {
		int second = unicode_escape(s, 6);
		high = second < 0xdc00 || second > 0xdfff;
		len = high ? 6 : 12;
	}
	if (unit < 0)
		fault(s, s->at, s->at + 2, N_("four hexadecimal digits must stand behind \\u"),
			NULL);
	else if (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r')
		fault_as(s, DIAG_JSON_CHARACTER, s->at, s->at + 6,
			N_("a text can't hold a control character such as \\u0000"),
			N_("take it out"));
	else if (high || low)
		fault_as(s, DIAG_JSON_CHARACTER, s->at, s->at + 6,
			N_("half of a surrogate pair is no character"),
			N_("write the character itself: the file is UTF-8"));
	if (!s->stopped)
		s->at += len;
}

static void escape(struct scan *s)
{
	int c = peek_behind(s, 1);
	if (c == 'u') {
		code_unit(s);
		return;
	}
	bool known = c > 0 && str_find_char(S("\"\\/bfnrt"), (char)c) != STR_NONE;
	if (!known)
		fault(s, s->at, s->at + 1, N_("a backslash here means nothing in JSON"),
			N_("for the backslash itself write \\\\"));
	if (!s->stopped)
		s->at += known ? 2 : 1;
}

static void control_character(struct scan *s)
{
	bool tab = peek(s) == '\t';
	fault_as(s, DIAG_JSON_CHARACTER, s->at, s->at + 1,
		tab ? N_("a tab can't stand in a text")
		    : N_("a control character can't stand in a text"),
		tab ? "write \\t" : N_("take it out; most editors don't show it"));
	if (!s->stopped)
		s->at++;
}

static void string(struct scan *s)
{
	size_t start = s->at++;
	for (;;) {
		int c = peek(s);
		if (c == '"') {
			s->at++;
			return;
		}
		if (c == END || c == '\n' || c == '\r') {
			fault(s, start, s->at, N_("this text is not closed on its line"),
				N_("put \" at its end; write a line break inside a text as \\n"));
			stop(s);
			return;
		}
		if (c == '\\')
			escape(s);
		else if (c < 0x20)
			control_character(s);
		else
			s->at++;
	}
}

/* Bytes of the quotation mark here that is none in JSON, or 0. */
static size_t odd_quote(const struct scan *s)
{
	static const str odd[] = {STR_INIT("'"), STR_INIT("`"), STR_INIT("“"), STR_INIT("”"),
		STR_INIT("„"), STR_INIT("‘"), STR_INIT("’"), STR_INIT("«"), STR_INIT("»")};
	str rest = str_from(s->text, s->at);
	for (size_t i = 0; i < ARRAY_LEN(odd); i++)
		if (str_starts(rest, odd[i]))
			return odd[i].len;
	return 0;
}

/* To the next quotation mark of any kind on this line. */
static void odd_string(struct scan *s)
{
	size_t start = s->at;
	s->at += odd_quote(s);
	while (peek(s) != END && peek(s) != '\n' && peek(s) != '"' && odd_quote(s) == 0)
		s->at++;
	size_t end = s->at + (peek(s) == '"' ? 1 : odd_quote(s));
	bool closed = end > s->at;
	fault(s, start, end, N_("text stands between straight double quotes: \"…\""),
		N_("an editor for documents may have changed them"));
	if (closed && !s->stopped)
		s->at = end;
	else
		stop(s);
}

/* --- words and numbers -------------------------------------------------------------- */

static bool is_word_char(int c)
{
	return ascii_is_alnum(c) || c == '_' || c == '$' || c == '-' || c == '+' || c == '.' ||
	       c >= 0x80;
}

/* Characters that people put into numbers, times and dates. */
static str number_run(const struct scan *s)
{
	size_t end = s->at;
	while (end < s->text.len && (is_word_char((unsigned char)s->text.ptr[end]) ||
					    s->text.ptr[end] == ':' || s->text.ptr[end] == '/'))
		end++;
	return str_sub(s->text, s->at, end);
}

static void number(struct scan *s)
{
	str run = number_run(s);
	struct value value;
	if (!json_number_is(run))
		fault_as(s, DIAG_JSON_NUMBER, s->at, s->at + run.len,
			N_("this is not a JSON number"), json_number_hint(run));
	else if (!number_read(run, SPAN_NONE, &value))
		fault_as(s, DIAG_JSON_NUMBER, s->at, s->at + run.len,
			N_("this number would lose digits"),
			N_("at most 15 digits are safe; a long number that nobody calculates with "
			   "is "
			   "text: put it in double quotes"));
	if (!s->stopped)
		s->at += run.len;
}

static str word_run(const struct scan *s)
{
	size_t end = s->at;
	while (end < s->text.len && is_word_char((unsigned char)s->text.ptr[end]))
		end++;
	return str_sub(s->text, s->at, end);
}

static bool has(str line, char c)
{
	return str_find_char(line, c) != STR_NONE;
}

/* "name;phone": rows of a table, saved as .json. With a colon, braces were forgotten. */
static bool is_table(const struct scan *s)
{
	str rest = str_from(s->text, s->at);
	str line = str_sub(rest, 0, str_find_char(rest, '\n'));
	return s->depth == 0 && !has(line, ':') &&
	       (has(line, ';') || has(line, '\t') || has(line, ','));
}

static void report_table(struct scan *s)
{
	fault(s, s->at, s->at, N_("this is a table, and no JSON"),
		N_("each row becomes a record with a file of its own: tilts new KIND ID"));
	stop(s);
}

static void word(struct scan *s)
{
	static const str words[] = {STR_INIT("true"), STR_INIT("false"), STR_INIT("null")};
	str run = word_run(s);
	bool known = false, large = false;
	if (is_table(s)) {
		report_table(s);
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		known = known || str_eq(run, words[i]);
		large = large || str_eq_nocase(run, words[i]);
	}
	if (!known && !s->stopped) {
		size_t before = s->diags->list.len;
		fault(s, s->at, s->at + run.len,
			large ? N_("null, true and false are written in small letters")
			      : N_("text must stand in double quotes"),
			NULL);
		if (s->diags->list.len > before && !large)
			diag_suggest(s->diags, run, words, ARRAY_LEN(words));
	}
	if (!s->stopped)
		s->at += run.len;
}

/* --- lists and objects -------------------------------------------------------------- */

static void open_place(struct scan *s)
{
	VEC_PUSH(s->places, ((struct json_place){(uint32_t)s->at, (uint32_t)s->at}));
}

static bool starts_item(const struct scan *s)
{
	int c = peek(s);
	return c == '"' || c == '{' || c == '[' || is_word_char(c) || odd_quote(s) > 0;
}

/* "name": */
static bool starts_member(const struct scan *s)
{
	str rest = str_from(s->text, s->at);
	str line = str_sub(rest, 0, str_find_char(rest, '\n'));
	size_t end = peek(s) == '"' ? str_find_char(str_from(line, 1), '"') : STR_NONE;
	return end != STR_NONE && str_starts(str_trim(str_from(line, end + 2)), S(":"));
}

/* Behind a comma: more commas, and whether the comma was one too many. */
static bool item_follows_comma(struct scan *s, char close)
{
	size_t comma = s->at++;
	skip_space(s);
	while (peek(s) == ',') {
		fault(s, s->at, s->at + 1, N_("one comma too many"), NULL);
		if (s->stopped)
			return false;
		comma = s->at++;
		skip_space(s);
	}
	if (peek(s) != close)
		return true;
	fault(s, comma, comma + 1, N_("no comma may stand behind the last item"),
		N_("take it out"));
	if (!s->stopped)
		s->at++;
	return false;
}

/* "1.50 €" on one line. */
static bool is_unit(const struct scan *s, size_t end)
{
	str between = str_sub(s->text, end, s->at);
	return ascii_is_digit(s->text.ptr[end - 1]) && peek(s) != END && odd_quote(s) == 0 &&
	       (ascii_is_letter(peek(s)) || peek(s) >= 0x80) &&
	       str_find_char(between, '\n') == STR_NONE;
}

static void never_closed(struct scan *s, size_t open, char close, const char *hint)
{
	fault(s, open, open + 1,
		close == '}' ? N_("this { is never closed") : N_("this [ is never closed"), hint);
	stop(s);
}

static void unit_behind_number(struct scan *s)
{
	fault(s, s->at, s->at + word_run(s).len, N_("a unit stands behind this number"),
		N_("the number alone, or all of it as a text in double quotes"));
	stop(s);
}

static void comma_missing(struct scan *s, size_t end)
{
	int c = peek(s);
	bool word = end == s->at && s->text.ptr[end - 1] == '"' && c != '{' && c != '[';
	fault(s, end - 1, end, N_("a comma is missing behind this"),
		word ? N_("or the text goes on: inside it write \\\" for \", or „ and ”") : NULL);
}

/* Says what is wrong behind the item that ends at `end`: neither a comma nor `close`
 * stands there. True when another item follows all the same. */
static bool item_follows_fault(struct scan *s, size_t open, size_t end, char close)
{
	if (close == ']' && s->at >= s->quiet_to && starts_member(s)) {
		never_closed(s, open, close, N_("its ] stands before the next name"));
	} else if (is_unit(s, end)) {
		unit_behind_number(s);
	} else if (starts_item(s)) {
		comma_missing(s, end);
		return !s->stopped;
	} else if (peek(s) == END) {
		never_closed(s, open, close, NULL);
	} else {
		unexpected(s, close == '}' ? N_("expected ',' or '}'") : N_("expected ',' or ']'"));
	}
	return false;
}

/* Behind an item: true when another one follows. */
static bool another(struct scan *s, size_t open, char close)
{
	size_t end = s->at;
	skip_space(s);
	if (peek(s) == ',')
		return item_follows_comma(s, close);
	if (peek(s) != close)
		return item_follows_fault(s, open, end, close);
	s->at++;
	return false;
}

typedef void item_fn(struct scan *s);

static void items(struct scan *s, char close, item_fn *item)
{
	size_t open = s->at++;
	if (++s->depth > JSON_DEPTH_MAX) {
		fault_as(s, DIAG_JSON_DEPTH, open, open + 1,
			N_("objects and lists stand more than 64 deep inside each other"), NULL);
		stop(s);
	}
	skip_space(s);
	if (peek(s) == close) {
		s->at++;
	} else if (peek(s) == END) {
		another(s, open, close);
	} else {
		do
			item(s);
		while (another(s, open, close));
	}
	s->depth--;
}

static item_fn member;

static void value(struct scan *s)
{
	size_t place = s->places->len;
	int c = peek(s);
	open_place(s);
	if (c == '{')
		items(s, '}', member);
	else if (c == '[')
		items(s, ']', value);
	else if (c == '"')
		string(s);
	else if (odd_quote(s) > 0)
		odd_string(s);
	else if (ascii_is_digit(c) || c == '-' || c == '+' || c == '.')
		number(s);
	else if (is_word_char(c))
		word(s);
	else
		unexpected(s, N_("expected a value"));
	s->places->items[place].end = (uint32_t)s->at;
}

/* "56,65": a decimal comma. */
static bool is_behind_digit(const struct scan *s)
{
	return ascii_is_digit(peek(s)) && s->at > 1 && s->text.ptr[s->at - 1] == ',' &&
	       ascii_is_digit(s->text.ptr[s->at - 2]);
}

static void key(struct scan *s)
{
	size_t place = s->places->len;
	open_place(s);
	if (peek(s) == '"') {
		string(s);
	} else if (odd_quote(s) > 0) {
		odd_string(s);
	} else if (is_word_char(peek(s))) {
		str run = word_run(s);
		fault(s, s->at, s->at + run.len, N_("a name must stand in double quotes"),
			is_behind_digit(s) ? N_("decimals have a point: 56.65") : NULL);
		if (!s->stopped)
			s->at += run.len;
	} else {
		unexpected(s, N_("expected a name in double quotes"));
	}
	s->places->items[place].end = (uint32_t)s->at;
}

static void member(struct scan *s)
{
	key(s);
	size_t end = s->at;
	skip_space(s);
	if (peek(s) == ':') {
		s->at++;
	} else if (peek(s) == '=') {
		fault(s, s->at, s->at + 1, N_("':' stands between a name and its value, not '='"),
			NULL);
		if (!s->stopped)
			s->at++;
	} else {
		fault(s, end - 1, end, N_("':' and a value are missing behind this name"), NULL);
		if (peek(s) == ',' || peek(s) == '}')
			return;
	}
	skip_space(s);
	value(s);
}

static void end_expected(struct scan *s)
{
	size_t before = s->diags->list.len;
	bool another = peek(s) == '{' || peek(s) == ',';
	unexpected(s, N_("expected the end of the file"));
	if (another && s->diags->list.len > before)
		diag_note(s->diags, SPAN_NONE, "each record has a file of its own");
}

bool json_scan(str text, uint32_t source, struct diags *diags, json_places *places)
{
	struct scan s = {.text = text, .source = source, .diags = diags, .places = places};
	/* RFC 8259, section 8.1: a reader may pass over the mark that some editors write. */
	if (str_starts(text, S("\xef\xbb\xbf")))
		s.at = 3;
	skip_space(&s);
	if (peek(&s) == END) {
		fault(&s, 0, 0, N_("the file is empty"),
			N_("bring back what stood in it; a new record is begun with tilts new"));
		return false;
	}
	value(&s);
	skip_space(&s);
	if (peek(&s) != END)
		end_expected(&s);
	return s.nfaults == 0 && !s.stopped;
}
