#include "markdown/sign.h"

#include <string.h>

#include "base/ascii.h"
#include "base/messages.h"
#include "base/sixteen.h"
#include "markdown/alert.h"
#include "markdown/misquote.h"
#include "markdown/place.h"
#include "markdown/stray.h"

/* Nobody writes a longer one; bounds the time that a hostile text takes. */
#define LENGTH_MAX 1000

/* --- how signs look ----------------------------------------------------------------- */

/* The length of what stands at the start of `text`; 0: nothing is meant by it. */
typedef size_t sign_match(str text);

/* A byte of a word: a letter of any alphabet, or a digit. */
static bool is_word(str text, size_t at)
{
	return at < text.len &&
	       (ascii_is_alnum(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80);
}

static size_t word_length(str text)
{
	size_t len = 0;
	while (is_word(text, len))
		len++;
	return len;
}

/* open, a word, close: "[^1]", "^2^", ":smile:". */
static size_t around_word(str text, str open, str close)
{
	if (!str_starts(text, open))
		return 0;
	size_t len = open.len + word_length(str_from(text, open.len));
	bool closed = str_starts(str_from(text, len), close);
	return len > open.len && closed ? len + close.len : 0;
}

/* mark, words, mark, with no blank inside either: "==now==". */
static size_t around_words(str text, str mark)
{
	str inside = str_from(text, mark.len);
	if (!str_starts(text, mark) || !inside.len || strchr(" =", inside.ptr[0]))
		return 0;
	size_t end = str_find(inside, mark);
	if (end == STR_NONE || end == 0 || inside.ptr[end - 1] == ' ')
		return 0;
	return mark.len + end + mark.len;
}

static size_t match_address(str text)
{
	return str_starts(text, S("](")) ? 2 : 0;
}

static bool is_address(str text)
{
	static const str parts[] = {STR_INIT("://"), STR_INIT(".md"), STR_INIT(".html"),
		STR_INIT("mailto:"), STR_INIT("tel:"), STR_INIT("record:"), STR_INIT("../")};
	if (str_find_char(text, ' ') != STR_NONE)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (str_find(text, parts[i]) != STR_NONE)
			return true;
	return false;
}

/* "[words] (https://…)": a blank, and between the brackets what looks like an address. */
static size_t match_distant_address(str text)
{
	str inside = str_from(text, 3);
	inside = str_sub(inside, 0, str_find_char(inside, ')'));
	return str_starts(text, S("] (")) && is_address(inside) ? 3 : 0;
}

/* "(words)[page.md]": an address between the brackets that are for the words. */
static size_t match_bare_address(str text)
{
	size_t end = str_find_char(text, ']');
	return end != STR_NONE && is_address(str_sub(text, 1, end)) ? end + 1 : 0;
}

/* "[words(page.md)": the bracket behind the words is missing. */
static size_t match_unclosed_words(str text)
{
	size_t open = str_find_char(text, '('), close = str_find_char(text, ')');
	if (open == STR_NONE || close == STR_NONE || close < open ||
		str_find_char(str_sub(text, 0, open), ']') != STR_NONE)
		return 0;
	return is_address(str_sub(text, open + 1, close)) ? close + 1 : 0;
}

/* "<page.md>": between these brackets only an address with its scheme is a link (CommonMark, 6.5).
 * node-html-markdown writes them so (findings/html-markdown-words.sh). */
static size_t match_angled_address(str text)
{
	size_t end = str_find_char(text, '>');
	return end != STR_NONE && is_address(str_sub(text, 1, end)) ? end + 1 : 0;
}

static size_t match_bold(str text)
{
	return str_starts(text, S("**")) ? 2 : 0;
}

static size_t match_struck(str text)
{
	return str_starts(text, S("~~")) ? 2 : around_word(text, S("~"), S("~"));
}

static size_t match_box(str text)
{
	bool box = str_starts(text, S("[ ] ")) || str_starts(text, S("[x] ")) ||
		   str_starts(text, S("[X] "));
	return box ? 4 : 0;
}

static size_t match_footnote(str text)
{
	return around_word(text, S("[^"), S("]"));
}

static size_t match_contents(str text)
{
	static const str words[] = {STR_INIT("[TOC]"), STR_INIT("[[TOC]]"), STR_INIT("[[toc]]"),
		STR_INIT("[toc]"), STR_INIT("[[_TOC_]]")};
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (str_starts(text, words[i]))
			return words[i].len;
	return 0;
}

static size_t match_wiki(str text)
{
	size_t end = str_find(text, S("]]"));
	bool open = str_starts(text, S("[[")) && text.len > 2 && text.ptr[2] != '[';
	return open && end != STR_NONE && end > 2 ? end + 2 : 0;
}

/* "[words][label]", but not x[1][2]. */
static size_t match_reference(str text)
{
	size_t end = str_find_char(text, ']');
	if (end == STR_NONE || end < 2 || !str_starts(str_from(text, end), S("][")) ||
		ascii_is_digit(text.ptr[1]))
		return 0;
	size_t label = str_find_char(str_from(text, end + 2), ']');
	return label == STR_NONE ? 0 : end + 2 + label + 1;
}

static size_t match_marked(str text)
{
	return around_words(text, S("=="));
}

static size_t match_raised(str text)
{
	return around_word(text, S("^"), S("^"));
}

/* "{#name}", "{.class}", "{: .class}" */
static size_t match_attribute(str text)
{
	if (text.len < 4 || !strchr("#.:", text.ptr[1]))
		return 0;
	size_t end = str_find_char(text, '}');
	return end == STR_NONE ? 0 : end + 1;
}

/* "{{< figure >}}", "{% include %}" */
static size_t match_shortcode(str text)
{
	bool code = str_starts(text, S("{{")) || str_starts(text, S("{%"));
	size_t end = code ? str_find_char(text, '}') : STR_NONE;
	return end == STR_NONE ? 0 : end + 1 + str_starts(str_from(text, end + 1), S("}"));
}

/* "> **[!NOTE]**": an alert's line has been taken away, this one stands among words. */
static size_t match_alert(str text)
{
	size_t end = str_find_char(text, ']');
	bool alert = end != STR_NONE && alert_is_known(alert_word(str_sub(text, 0, end + 1)));
	return alert ? end + 1 : 0;
}

static size_t match_grave(str text)
{
	return str_starts(text, S("`")) ? 1 : 0;
}

/* "\n", as programs write the end of a line. */
static size_t match_line_end(str text)
{
	return str_starts(text, S("\\n")) || str_starts(text, S("\\r")) ? 2 : 0;
}

struct sign {
	char first;
	sign_match *match;
	const char *what;
	const char *hint;
};

/* The longer ones first. */
static const struct sign signs[] = {
	{']', match_address, N_("this is not read as a link"),
		N_("no line break stands in an address, and ')' ends it; one with a space stands "
		   "between < and >: [words](<../folder/page.md>)")},
	{']', match_distant_address, N_("this is not read as a link"),
		N_("nothing stands between ] and (: [words](../folder/page.md)")},
	{'[', match_bare_address, N_("this is not read as a link"),
		N_("the words stand in square brackets, the address in round ones: "
		   "[words](../folder/page.md)")},
	{'[', match_unclosed_words, N_("this is not read as a link"),
		N_("']' stands behind the words: [words](../folder/page.md)")},
	{'<', match_angled_address, N_("this is not read as a link"),
		N_("an address stands in round brackets: [words](../folder/page.md)")},
	{'*', match_bold, N_("these ** are not read as bold"),
		N_("they touch the words, before and behind: **words**")},
	{'~', match_struck, N_("text can't be struck out or lowered"),
		N_("take the signs out; a small figure is a sign of its own: CO₂")},
	{'[', match_box, N_("boxes to tick are an embed"), N_("write ```@checklist with items:")},
	{'[', match_footnote, N_("there are no footnotes"),
		N_("write the note in round brackets where it belongs, or in a box: > [!NOTE]")},
	{'[', match_contents, N_("this is not read as a table of contents"),
		N_("take it out: a page with many headings has one by itself")},
	{'[', match_wiki, N_("this is not read as a link"),
		N_("an address stands in round brackets: [words](../folder/page.md)")},
	{'[', match_reference, N_("this is not read as a link"),
		N_("an address stands in round brackets: [words](../folder/page.md)")},
	{'=', match_marked, N_("words can't be marked with =="),
		N_("write **words**, or put them into a box: > [!IMPORTANT]")},
	{'^', match_raised, N_("figures can't be raised with ^"),
		N_("write the sign itself: m², or say it in words")},
	{'{', misquote_open, N_("this is not read as a value of a record"),
		N_("it ends with '}': {phone:locations/jelgavas-cietums}")},
	{'{', misquote_named, N_("this is not read as a value of a record"),
		N_("the field as it is called in the record, a colon, the record: "
		   "{phone:locations/jelgavas-cietums}")},
	{'[', match_alert, N_("this is not read as an alert"),
		N_("a line of its own, each line behind '> ': > [!WARNING]; the others are "
		   "NOTE, TIP, IMPORTANT, CAUTION")},
	{'[', misquote_bracketed, N_("this is not read as a value of a record"),
		N_("it stands between { and }: {phone:locations/jelgavas-cietums}")},
	{'{', match_shortcode, N_("no template stands in a text"),
		N_("an embed is a block that begins with a line ```@name")},
	{'{', match_attribute, N_("a name or a class can't be given here"),
		N_("take it out; a link to a heading is its words: page.md#words-of-the-heading")},
	{'`', match_grave, N_("this ` is not read as code"),
		N_("as many stand before the words as behind; a quotation mark is another sign")},
	{'\\', match_line_end, N_("this is not read as the end of a line"),
		N_("an empty line begins a paragraph, a '\\' at its end breaks a line")},
};

/* Those that are known from what stands before them as well. */
static const struct sign lost_mail = {'@', NULL, N_("this is no e-mail address"),
	N_("name@example.lv: without spaces, commas and letters with marks, then it can be "
	   "tapped")};

static const struct sign mail_host = {'@', NULL, N_("this e-mail address lacks its end"),
	N_("it ends with a dot and letters: name@example.lv; what is no address is written '\\@'")};

static const struct sign lost_web = {'/', NULL, N_("this is no web address"),
	N_("it begins with https:// and has no space, then it can be tapped")};

static const struct sign lost_underscore = {'_', NULL, N_("these signs are not read as emphasis"),
	N_("as many stand before the words as behind: _words_; to show the sign, write '\\_'")};

/* --- single * and _ ----------------------------------------------------------------- */

static bool is_blank(str text, size_t at)
{
	return at >= text.len || strchr(" \t", text.ptr[at]);
}

static char char_at(str text, size_t at)
{
	return at < text.len ? text.ptr[at] : ' ';
}

static bool stands_alone(str text, size_t at)
{
	char c = text.ptr[at];
	return !(at > 0 && text.ptr[at - 1] == c) && !(at + 1 < text.len && text.ptr[at + 1] == c);
}

static bool has_only_name(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!ascii_is_alnum(text.ptr[i]) && !strchr("_.-/", text.ptr[i]))
			return false;
	return true;
}

/* Behind the end of a quotation, a bracket or a sentence. */
static bool is_behind_mark(str text, size_t at)
{
	static const str marks[] = {STR_INIT("”"), STR_INIT("“"), STR_INIT("»")};
	str before = str_sub(text, 0, at);
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (str_ends(before, marks[i]))
			return true;
	return strchr(")].,!?;:\"'", text.ptr[at - 1]);
}

/* "*(word)*ending", "word*(ending)*", "*word *", "_one word_ending": Markdown reads none. */
static bool is_close(str text, size_t open, size_t at)
{
	bool behind = is_word(text, at + 1);
	str inside = str_sub(text, open + 1, at);
	if (open > 0 && is_word(text, open - 1))
		return !behind && strchr("([\"'", inside.ptr[0]) && !is_blank(text, at - 1) &&
		       !(is_word(text, at - 1) && strchr("([", char_at(text, at + 1)));
	if (is_blank(text, at - 1))
		return !behind && is_word(inside, 0) && !ascii_is_digit(inside.ptr[0]);
	if (!behind || has_only_name(inside))
		return false;
	return is_behind_mark(text, at) || text.ptr[at] == '_';
}

/* The sign at `at` and its fellow, or 0. */
static size_t match_emphasis(str text, size_t at)
{
	char c = text.ptr[at];
	if (!stands_alone(text, at) || is_blank(text, at + 1) || text.ptr[at + 1] == '.')
		return 0;
	for (size_t end = at + 2; end < text.len && end < at + LENGTH_MAX; end++)
		if (text.ptr[end] == c)
			return stands_alone(text, end) && is_close(text, at, end) ? end + 1 - at
										  : 0;
	return 0;
}

/* What stands between two texts, as little as the rules above look at: its outer signs. */
static str stand_in(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT: {
		const char *text = cmark_node_get_literal(node);
		return str_n(text, strnlen(text, LENGTH_MAX));
	}
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		return S(" ");
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		return S("[a b]");
	default:
		return S("\"a b\"");
	}
}

/* `text`, the last part of that of `node`, and what stands behind until some letters after the
 * next `c`. */
static size_t gather(cmark_node *node, str text, char c, char out[2 * LENGTH_MAX])
{
	str part = str_sub(text, 0, LENGTH_MAX);
	bool found = str_find_char(str_from(part, 2), c) != STR_NONE;
	size_t len = part.len;
	memcpy(out, part.ptr, part.len);
	for (bool last = false; !last && len < LENGTH_MAX && (node = cmark_node_next(node));) {
		last = found;
		part = stand_in(node);
		memcpy(out + len, part.ptr, part.len);
		found = found || str_find_char(part, c) != STR_NONE;
		len += part.len;
	}
	return len;
}

/* As match_emphasis(), also when links, code or the end of a line stand between: then of
 * the first sign alone. */
static size_t match_across(cmark_node *node, str text, size_t at)
{
	char around[2 * LENGTH_MAX];
	size_t before = at > 0, from = at - before;
	size_t whole = gather(node, str_from(text, from), text.ptr[at], around);
	size_t len = match_emphasis(str_n(around, whole), before);
	return len > text.len - at ? 1 : len;
}

/* "**words*" is a '*' and "words" in italics. */
static bool is_half(cmark_node *node, str text, size_t at)
{
	cmark_node *behind = cmark_node_next(node), *before = cmark_node_previous(node);
	return text.ptr[at] == '*' && stands_alone(text, at) &&
	       ((at + 1 == text.len && behind && node_is(behind, CMARK_NODE_EMPH)) ||
		       (at == 0 && before && node_is(before, CMARK_NODE_EMPH)));
}

/* "[words]" and on the next line "(page.md)". */
static bool is_parted_link(cmark_node *node, str text, size_t at)
{
	cmark_node *next = cmark_node_next(node);
	cmark_node *line = next ? cmark_node_next(next) : NULL;
	if (text.ptr[at] != ']' || at + 1 != text.len || !line || !node_is(line, CMARK_NODE_TEXT) ||
		!(node_is(next, CMARK_NODE_SOFTBREAK) || node_is(next, CMARK_NODE_LINEBREAK)))
		return false;
	str address = str_of(cmark_node_get_literal(line));
	size_t end = str_find_char(address, ')');
	return str_starts(address, S("(")) && end != STR_NONE &&
	       is_address(str_sub(address, 1, end));
}

/* --- where they stand --------------------------------------------------------------- */

#define AROUND    12 /* bytes on each side by which a sign is found again */
#define TRIES_MAX 20 /* in one block; bounds the time that a hostile text takes */

/* Where the sign stands in the file; nothing if it was written with backslashes. */
static str find_sign(struct sign_search *search, str text, size_t at, size_t len)
{
	if (!search->tries++)
		search->source = place_source(search->doc, search->block);
	size_t from = at > AROUND ? at - AROUND : 0;
	str around = str_sub(text, from, at + len + AROUND);
	size_t found = str_find(search->source, around);
	if (found == STR_NONE)
		return S("");
	found += at - from;
	bool escaped = found > 0 && search->source.ptr[found - 1] == '\\';
	return escaped ? S("") : str_sub(search->source, found, found + len);
}

static bool holds_any(str s, const char *any)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr(any, s.ptr[i]))
			return true;
	return false;
}

/* "](my form.pdf)": the address, if it is one but for its spaces. */
static str spaced_address(str source, str part)
{
	str rest = str_from(source, (size_t)(part.ptr - source.ptr) + part.len);
	str address = str_sub(rest, 0, str_find_char(rest, ')'));
	bool spaced = address.len < rest.len && str_find_char(address, ' ') != STR_NONE;
	return spaced && !holds_any(address, "\n<>\"") ? address : S("");
}

/* "112" of "tel: 112": of such an address the blank is no part. Nothing, of others. */
static str behind_scheme(str address)
{
	size_t colon = str_find_char(address, ':');
	str rest = colon == STR_NONE ? S("") : str_from(address, colon + 1);
	str goal = str_trim(rest);
	return str_starts(rest, S(" ")) && str_find_char(goal, ' ') == STR_NONE ? goal : S("");
}

static bool report(
	struct sign_search *search, str text, size_t at, size_t len, const struct sign *sign)
{
	str part = search->tries < TRIES_MAX ? find_sign(search, text, at, len) : S("");
	if (!part.len)
		return false;
	size_t start = document_offset(search->doc, part);
	enum diag_id id = sign == &mail_host ? DIAG_MAIL_HOST : DIAG_MARKUP_UNREAD;
	if (!document_reports(search->doc, id))
		return true;
	diag_add(search->doc->diags, id, document_span(search->doc, start, start + len), "%s",
		_(sign->what));
	str address = sign->match == match_address ? spaced_address(search->source, part) : S("");
	if (behind_scheme(address).len)
		diag_note(search->doc->diags, SPAN_NONE,
			"nothing stands between ':' and what is behind it: ](%.*s%.*s)",
			STR_ARGS(str_sub(address, 0, str_find_char(address, ':') + 1)),
			STR_ARGS(behind_scheme(address)));
	else if (address.len)
		diag_note(search->doc->diags, SPAN_NONE,
			"an address with a space stands between < and >: ](<%.*s>)",
			STR_ARGS(address));
	else
		diag_note(search->doc->diags, SPAN_NONE, "%s", _(sign->hint));
	return true;
}

static const struct sign half = {'*', NULL, N_("this * is not read as emphasis"),
	N_("as many stand before the words as behind: *words*, **words**; to show the sign, write "
	   "'\\*'")};

static const struct sign parted = {']', NULL, N_("this is not read as a link"),
	N_("nothing stands between ] and (: [words](../folder/page.md)")};

static const struct sign single = {'*', NULL, N_("these signs are not read as emphasis"),
	N_("emphasis begins and ends with a whole word: *words*; in bold it can end anywhere: "
	   "**wor**ds")};

/* "[1]"; and "[^1]" with "[^1]: page.md", which to Markdown is a link. */
static const struct sign footnote = {'[', NULL, N_("there are no footnotes"),
	N_("write the note in round brackets where it belongs, or in a box: > [!NOTE]")};

/* The sign and what stands on both sides of it. */
static bool check_around(struct sign_search *search, str text, size_t at)
{
	static const struct {
		char sign;
		str (*find)(str text, size_t at);
		const struct sign *said;
	} strays[] = {{'@', stray_host, &mail_host}, {'@', stray_mail, &lost_mail},
		{'/', stray_web, &lost_web}, {'_', stray_underscores, &lost_underscore},
		{'[', stray_note, &footnote}};
	for (size_t i = 0; i < ARRAY_LEN(strays); i++) {
		str part = strays[i].sign == text.ptr[at] ? strays[i].find(text, at) : S("");
		if (part.len)
			return report(search, text, (size_t)(part.ptr - text.ptr), part.len,
				strays[i].said);
	}
	return false;
}

/* True when something was said of the sign at `at` in the text of `node`. */
static bool check_at(struct sign_search *search, cmark_node *node, str text, size_t at)
{
	char c = text.ptr[at];
	str near = str_sub(text, at, at + LENGTH_MAX);
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		size_t len = signs[i].first == c ? signs[i].match(near) : 0;
		if (len > 0 && report(search, text, at, len, &signs[i]))
			return true;
	}
	if (is_parted_link(node, text, at))
		return report(search, text, at, 1, &parted);
	if (is_half(node, text, at))
		return report(search, text, at, 1, &half);
	size_t len = c == '*' || c == '_' ? match_across(node, text, at) : 0;
	return (len > 0 && report(search, text, at, len, &single)) ||
	       check_around(search, text, at);
}

bool sign_check_link(struct sign_search *search, const struct node *link)
{
	const struct node *first = link + 1;
	if (node_is_empty(link) || first->kind != CMARK_NODE_TEXT)
		return false;
	str text = first->words;
	return str_starts(text, S("^")) && report(search, text, 0, text.len, &footnote);
}

static sixteen first_signs(sixteen c)
{
	sixteen brackets = (sixteen)((c == '[') | (c == ']') | (c == '{') | (c == '<'));
	sixteen others = (sixteen)((c == '`') | (c == '\\') | (c == '@') | (c == '/'));
	return brackets | others |
	       (sixteen)((c == '*') | (c == '_') | (c == '~') | (c == '=') | (c == '^'));
}

/* Nearly no text holds one: one look spares all searches. */
bool sign_check_text(struct sign_search *search, const struct node *node)
{
	str text = node->words;
	size_t at = sixteen_find(text, 0, first_signs);
	for (; at < text.len; at = sixteen_find(text, at + 1, first_signs))
		if (check_at(search, node->origin, text, at))
			return true;
	return false;
}
