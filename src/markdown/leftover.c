#include "markdown/leftover.h"

#include <string.h>

#include "base/ascii.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/utf8.h"
#include "diag/conflict.h"
#include "markdown/alert.h"
#include "markdown/fence.h"
#include "markdown/litter.h"
#include "markdown/mistaken.h"
#include "markdown/place.h"
#include "markdown/sign.h"
#include "markdown/wording.h"

/* --- what is said ------------------------------------------------------------------- */

static void unread(struct document *doc, str part, const char *what, const char *hint)
{
	document_tell(doc, DIAG_MARKUP_UNREAD, part, what, hint);
}

/* --- lines of a paragraph, as they stand in the file -------------------------------- */

static size_t count_start(str line, char c)
{
	size_t n = 0;
	while (n < line.len && line.ptr[n] == c)
		n++;
	return n;
}

#define LEVELS 6 /* of headings */

/* "##Who pays", "####### Who pays", and "## Who pays" with a space that is none to Markdown. */
static bool is_lost_heading(str line)
{
	size_t marks = count_start(line, '#');
	str rest = str_from(line, marks);
	if (marks > LEVELS)
		return str_starts(rest, S(" "));
	return marks > 0 && rest.len > 0 && (marks > 1 || str_starts(rest, S("\u00a0")));
}

/* The bullets that documents use; the last two come from a font of symbols. */
static size_t bullet_length(str line)
{
	static const str bullets[] = {STR_INIT("•"), STR_INIT("·"), STR_INIT("▪"), STR_INIT("◦"),
		STR_INIT("●"), STR_INIT("‣"), STR_INIT("o\t"), STR_INIT("o  "), STR_INIT("–\t"),
		STR_INIT("–\u00a0"), STR_INIT("\xef\x82\xb7"), STR_INIT("\xef\x82\xa7")};
	for (size_t i = 0; i < ARRAY_LEN(bullets); i++)
		if (str_starts(line, bullets[i]))
			return bullets[i].len;
	bool joined = line.len > 1 && line.ptr[0] == '-' &&
		      (ascii_is_letter(line.ptr[1]) || (unsigned char)line.ptr[1] >= 0x80);
	return joined ? 1 : 0;
}

/* A word, not the letter of a class (2.A) or a version (1.x). */
static bool begins_with_word(str text, bool *small)
{
	size_t at = 0;
	uint32_t first = text.len ? utf8_next(text, &at) : 0;
	bool letter = first < 0x80 ? ascii_is_letter((int)first) : first >= 0xc0 && first <= 0x45f;
	*small = utf8_is_lower(first);
	return letter && at < text.len && utf8_is_lower(utf8_next(text, &at));
}

struct joined_number {
	size_t len; /* with its mark; 0: there is none */
	int number;
	bool small; /* the word behind it begins with a small letter */
};

/* "1.Call" or "1)Call" */
static struct joined_number find_joined(str line)
{
	struct joined_number joined = {0};
	size_t n = 0;
	for (; n < line.len && n < 2 && ascii_is_digit(line.ptr[n]); n++)
		joined.number = joined.number * 10 + (line.ptr[n] - '0');
	bool marked = n > 0 && n < line.len && (line.ptr[n] == '.' || line.ptr[n] == ')');
	if (marked && begins_with_word(str_from(line, n + 1), &joined.small))
		joined.len = n + 1;
	return joined;
}

/* Not in the middle of a sentence; before a small letter it may be a date, unless the next line
 * counts on. */
static bool is_lost_number(str before, str line, str next)
{
	struct joined_number first = find_joined(line), second = find_joined(next);
	bool begins = !before.len || str_ends(str_trim(before), S(":"));
	return begins && first.len > 0 &&
	       (!first.small || (second.len > 0 && second.number == first.number + 1));
}

static bool is_lettered(str line, char letter)
{
	return line.len > 2 && ascii_is_letter(letter) && line.ptr[0] == letter &&
	       line.ptr[1] == ')' && strchr(" \t", line.ptr[2]);
}

/* "a) one" above "b) two", which would be one sentence; not when the lines are parted. */
static bool is_lost_letter(str line, str next)
{
	char letter = line.len ? line.ptr[0] : ' ';
	return is_lettered(line, letter) && is_lettered(next, (char)(letter + 1)) &&
	       !str_ends(line, S("\\")) && !str_ends(line, S("  "));
}

/* "`@name` is code" ends with the sign that began it, an embed's line does not. */
static bool is_lost_embed(str line)
{
	static const str fences[] = {STR_INIT("``@"), STR_INIT("`@"), STR_INIT("'''@"),
		STR_INIT("‘‘‘@"), STR_INIT("’’’@"), STR_INIT("´´´@")};
	for (size_t i = 0; i < ARRAY_LEN(fences); i++)
		if (str_starts(line, fences[i]))
			return str_find_char(str_from(line, fences[i].len), '`') == STR_NONE;
	return false;
}

/* "kind/id" or "id: kind/id", and nothing else. */
static bool is_reference(str text)
{
	size_t colon = str_find_char(text, ':');
	str ref = colon == STR_NONE ? text : str_trim(str_from(text, colon + 1));
	return str_find_char(ref, '/') != STR_NONE && str_find_char(ref, ' ') == STR_NONE &&
	       str_find_char(ref, ':') == STR_NONE;
}

/* "@contact", and parameters below or beside it: the fence around an embed is lost. */
static bool is_bare_embed(str line, str next)
{
	size_t len = 1;
	while (len < line.len && (ascii_is_letter(line.ptr[len]) || line.ptr[len] == '-'))
		len++;
	if (!str_starts(line, S("@")) || len == 1)
		return false;
	if (len < line.len && line.ptr[len] == ' ' && is_reference(str_trim(str_from(line, len))))
		return true;
	size_t colon = str_find_char(next, ':');
	return !str_trim(str_from(line, len)).len && colon != STR_NONE &&
	       str_find_char(str_sub(next, 0, colon), ' ') == STR_NONE;
}

/* "::: note", "!!! warning": boxes of other programs. */
static bool is_foreign_box(str line)
{
	return str_starts(line, S(":::")) || str_starts(line, S("!!! ")) ||
	       str_starts(line, S("??? "));
}

/* ":   what the word above means" */
static bool is_definition(str before, str line)
{
	return before.len > 0 && (str_starts(line, S(": ")) || str_starts(line, S(":\t")));
}

/* A line of '|', '-', ':' and spaces, with a '-': what table_mark() has judged. */
static bool is_dashes(str line)
{
	bool dash = false;
	for (size_t i = 0; i < line.len; i++) {
		if (!strchr("|-: ", line.ptr[i]))
			return false;
		dash = dash || line.ptr[i] == '-';
	}
	return dash;
}

static bool is_row(str line)
{
	line = str_trim(line);
	return line.len > 2 && line.ptr[0] == '|' && line.ptr[line.len - 1] == '|';
}

/* "[!WORD]"; "[![" is a picture in a link. */
static bool is_alert_line(str line)
{
	size_t end = str_find_char(line, ']');
	return str_starts(line, S("[!")) && end != STR_NONE && end > 2 && line.ptr[2] != '[' &&
	       (end + 1 == line.len || !strchr("([:", line.ptr[end + 1]));
}

/* The line of an alert that was read stays among its paragraph's lines, and one
 * with an unknown word has been reported. Some editors save > \[!NOTE]. */
static bool is_lost_alert(cmark_node *block, str line)
{
	cmark_node *parent = cmark_node_parent(block);
	bool quoted = node_is(parent, CMARK_NODE_BLOCK_QUOTE);
	if (quoted && str_starts(line, S("\\")))
		return alert_word(str_from(line, 1)).len > 0;
	return is_alert_line(line) && !(quoted && cmark_node_get_user_data(parent)) &&
	       !(quoted && alert_word(line).len);
}

/* Nearly all lines begin with a letter of the Latin or the Cyrillic alphabet, a link or bold words;
 * only of an "o" with a tab or two spaces behind it, of "a)" and of "[!" is there anything to say.
 */
static bool begins_with_words(str line)
{
	unsigned char first = line.len > 1 ? (unsigned char)line.ptr[0] : 0;
	if (first == '[' || first == '*')
		return line.ptr[1] != '!' && line.ptr[1] != '\t';
	bool letter = ascii_is_letter((char)first) || (first >= 0xc3 && first <= 0xdf);
	return letter && line.ptr[1] != '\t' && line.ptr[1] != ')' && !str_starts(line, S("o  "));
}

/* What git leaves of two versions, where its first line is taken out: with it, that is told. To
 * Markdown ">>>>>>> main" is seven quotes. */
static bool check_conflict_rest(struct document *doc, str line)
{
	if (doc->torn || !conflict_is_mark(line))
		return false;
	size_t at = document_offset(doc, line);
	if (document_reports(doc, DIAG_MARKUP_UNREAD))
		conflict_tell(
			doc->diags, DIAG_MARKUP_UNREAD, document_span(doc, at, at + line.len));
	return true;
}

static void report_heading(struct document *doc, str line)
{
	size_t marks = count_start(line, '#');
	unread(doc, str_sub(line, 0, marks), N_("this is not read as a heading"),
		marks > LEVELS ? N_("a heading begins with two to six of them: '## Words'")
			       : N_("one ordinary space stands behind the '#'; to show the sign, "
				    "write '\\#'"));
}

/* A line that begins what other programs, or hurried people, write otherwise. */
static bool check_begin(struct document *doc, cmark_node *block, str before, str line, str next)
{
	static const char bullet_hint[] = N_("begin each item with '- ' on a line of its own");
	size_t bullet;
	if (begins_with_words(line))
		return false;
	if (check_conflict_rest(doc, line))
		return true;
	bullet = bullet_length(line);
	if (is_lost_heading(line))
		report_heading(doc, line);
	else if (bullet > 0)
		unread(doc, str_sub(line, 0, bullet), N_("this is not read as a list"),
			bullet_hint);
	else if (is_lost_number(before, line, next))
		unread(doc, str_sub(line, 0, find_joined(line).len),
			N_("this is not read as a list"),
			N_("a space stands behind the number: '1. Call'; in a sentence write "
			   "'1\\.'"));
	else if (is_lost_letter(line, next))
		unread(doc, str_sub(line, 0, 2), N_("this is not read as a list"),
			N_("letters make no list: begin each item with '- ' or '1. '"));
	else if (is_lost_alert(block, line))
		unread(doc, line, N_("this is not read as an alert"),
			N_("a line of its own, each line behind '> ': > [!WARNING]; the others are "
			   "NOTE, TIP, IMPORTANT, CAUTION"));
	else if (is_lost_embed(line))
		unread(doc, line, N_("this is not read as an embed"),
			N_("three signs ` stand before the @, and three alone on the last line"));
	else if (is_bare_embed(line, next))
		unread(doc, line, N_("this is not read as an embed"),
			N_("a line ``` stands before and behind it, and the first has the name: "
			   "```@name"));
	else if (is_foreign_box(line))
		unread(doc, str_sub(line, 0, 3), N_("this is not read as a box"),
			N_("a box is written > [!NOTE], and each of its lines begins with '> '"));
	else if (is_definition(before, line))
		unread(doc, str_sub(line, 0, 1), N_("this is not read as what a word means"),
			N_("write a list: - **word**: what it means"));
	else
		return false;
	return true;
}

/* One tab is a wide space to readers; those of two lines were columns. */
static bool check_columns(struct document *doc, str before, str line, str next)
{
	bool tabbed = str_find_char(line, '\t') != STR_NONE;
	size_t tab = tabbed ? str_find_char(str_trim(line), '\t') : STR_NONE;
	if (is_row(line) && !is_row(before) && is_row(next) && !is_dashes(next))
		unread(doc, line, N_("this is not read as a table"),
			N_("below its first line stands one of dashes: |---|---|"));
	else if (tab != STR_NONE && str_find_char(str_trim(next), '\t') != STR_NONE)
		unread(doc, str_sub(line, tab, tab + 1), N_("tabs stand in these lines"),
			N_("a table is written with '|' between its columns: | one | two |"));
	else
		return false;
	return true;
}

/* Two lines or more that begin with a dash or an arrow: one alone is somebody speaking, and so are
 * several that are parted with a backslash. */
static bool check_dashes(struct document *doc, str line, str next)
{
	static const str signs[] = {STR_INIT("– "), STR_INIT("— "), STR_INIT("→ "), STR_INIT("► "),
		STR_INIT("➢ "), STR_INIT("✓ "), STR_INIT("✔ "), STR_INIT("□ "), STR_INIT("○ ")};
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (!str_starts(line, signs[i]) || !str_starts(next, signs[i]) ||
			str_ends(line, S("\\")))
			continue;
		unread(doc, str_sub(line, 0, signs[i].len - 1), N_("this is not read as a list"),
			N_("begin each item with '- ' (the short dash)"));
		return true;
	}
	return false;
}

/* An empty line ends a table, and what should have been its next rows is text. */
static bool stands_below_table(cmark_node *block)
{
	cmark_node *before = cmark_node_previous(block);
	return before && node_is(before, (cmark_node_type)NODE_TABLE);
}

/* A row of a table that stands alone between empty lines; of several, the first. Two tables may
 * stand one below the other, the second with a mistake of its own. */
static bool check_row(struct document *doc, cmark_node *block, str line)
{
	if (!str_starts(line, S("|")) || !is_row(line))
		return false;
	size_t n = (size_t)cmark_node_get_start_line(block), quotes = document_quotes(block);
	bool one_cell = str_find_char(str_from(line, 1), '|') + 2 == str_trim(line).len;
	bool below = stands_below_table(block);
	if (one_cell || n != document_last_line(doc, block) ||
		(!below && n > 2 && is_row(document_content(doc, n - 2, quotes))))
		return false;
	unread(doc, line, N_("this is not read as a table"),
		below || is_row(document_content(doc, n + 2, quotes))
			? N_("no empty line stands between the rows of a table")
			: N_("below its first line stands one of dashes: |---|---|"));
	return true;
}

/* "until\": editors leave the sign of a broken line behind when what stood below it became a block
 * of its own, or was taken out. "\\" shows the sign. */
static bool check_break(struct document *doc, str line)
{
	str end = str_trim(line);
	size_t signs = 0;
	while (signs < end.len && end.ptr[end.len - 1 - signs] == '\\')
		signs++;
	if (signs % 2 == 0)
		return false;
	unread(doc, str_from(end, end.len - 1), N_("this is not read as a line break"),
		N_("the paragraph ends here: take the '\\' out; if the line below became a list, "
		   "write '\\-' or '1\\.' there"));
	return true;
}

/* What a line of words is spared: all else begins with another sign, or has a tab. */
static bool is_usual(const struct document *doc, str line)
{
	return !doc->tabbed && begins_with_words(line);
}

static bool check_line(struct document *doc, cmark_node *block, str before, str line, str next)
{
	return check_begin(doc, block, before, line, next) ||
	       check_columns(doc, before, line, next) || check_dashes(doc, line, next) ||
	       check_row(doc, block, line);
}

static bool check_lines(struct document *doc, cmark_node *block)
{
	size_t quotes = document_quotes(block), last = document_last_line(doc, block);
	size_t n = (size_t)cmark_node_get_start_line(block);
	if (quotes >= sizeof(">>>>>>>") - 1 && check_conflict_rest(doc, lines_at(&doc->lines, n)))
		return true;
	size_t column = (size_t)cmark_node_get_start_column(block);
	str line = n ? str_from(lines_at(&doc->lines, n), column ? column - 1 : 0) : S("");
	for (str before = S(""); n && n <= last; n++) {
		str next = n < last ? document_content(doc, n + 1, quotes) : S("");
		if (!is_usual(doc, line) && check_line(doc, block, before, line, next))
			return true;
		if (n == last && check_break(doc, line))
			return true;
		before = line;
		line = next;
	}
	return false;
}

/* --- what became of a text ---------------------------------------------------------- */

static str first_line(const struct document *doc, cmark_node *block)
{
	size_t n = (size_t)cmark_node_get_start_line(block);
	return document_content(doc, n, document_quotes(block));
}

/* Editors that know no embeds put the name below the fence. */
static bool holds_embed(cmark_node *code)
{
	str body = str_of(cmark_node_get_literal(code));
	str line = str_trim(str_sub(body, 0, str_find_char(body, '\n')));
	/* "@contact id: …": parameters stand on lines of their own. */
	str name = str_sub(line, 1, str_find_char(line, ' '));
	return cmark_node_get_fence_info(code)[0] == '\0' && str_starts(line, S("@")) &&
	       path_is_slug(name) &&
	       (1 + name.len == line.len || str_find_char(line, ':') != STR_NONE);
}

/* "1)      Call": behind the sign of a list five spaces and more are an indent. */
static bool begins_item(cmark_node *code)
{
	cmark_node *item = cmark_node_parent(code);
	return node_is(item, CMARK_NODE_ITEM) && cmark_node_first_child(item) == code &&
	       cmark_node_get_start_line(item) == cmark_node_get_start_line(code);
}

static const char *hint_of_indent(cmark_node *code)
{
	if (begins_item(code))
		return N_("put one space between the sign of the list and the words");
	return N_("begin the line at the margin; the next paragraph of a list's item stands "
		  "below its words");
}

static void check_code(struct document *doc, cmark_node *block)
{
	struct fence fence = {0};
	str line = first_line(doc, block);
	size_t first = (size_t)cmark_node_get_start_line(block);
	size_t last = document_last_line(doc, block);
	str end = document_content(doc, last, document_quotes(block));
	if (fence_read(&fence, line) != FENCE_BEGINS)
		document_tell(doc, DIAG_CODE_INDENTED, line,
			N_("an indented line is shown as program code"), hint_of_indent(block));
	else if (first == last || fence_read(&fence, end) != FENCE_ENDS)
		document_tell(doc, DIAG_FENCE_OPEN, line, N_("this block is never closed"),
			N_("put a line ``` behind its last line"));
	else if (holds_embed(block))
		unread(doc, document_content(doc, first + 1, document_quotes(block)),
			N_("this is not read as an embed"),
			N_("the name stands right behind the signs, on one line: ```@name"));
}

static void check_heading(struct document *doc, cmark_node *heading)
{
	str line = first_line(doc, heading);
	if (!cmark_node_first_child(heading))
		document_tell(doc, DIAG_HEADING_EMPTY, line, N_("a heading without words"),
			N_("write its words, or take the line out"));
	else if (!str_starts(line, S("#")) && cmark_node_get_heading_level(heading) == 2)
		document_tell(doc, DIAG_HEADING_UNDERLINE, line,
			N_("the line of dashes below makes this a heading"),
			N_("put an empty line between them; a heading begins with '## '"));
}

/* A block of the second text: its lines are not those of the file. */
static bool is_moved(const struct document *doc, cmark_node *block)
{
	return cmark_node_get_user_data(block) == doc;
}

/* "```@contact id: kind/id```" on one line is code among words. */
static bool is_inline_embed(str code)
{
	str name = str_sub(str_from(code, 1), 0, str_find_char(code, ' ') - 1);
	str rest = str_from(code, 1 + name.len);
	return str_starts(code, S("@")) && path_is_slug(name) &&
	       str_find_char(rest, ':') != STR_NONE;
}

static bool check_inline_code(struct document *doc, const struct node *block, str code)
{
	if (!is_inline_embed(code))
		return false;
	if (document_reports(doc, DIAG_MARKUP_UNREAD)) {
		diag_add(doc->diags, DIAG_MARKUP_UNREAD, place_words(doc, block->origin, code),
			"this is not read as an embed");
		diag_note(doc->diags, SPAN_NONE, "%s",
			_("a line ``` stands before and behind it, and the first has the name: "
			  "```@name"));
	}
	return true;
}

/* The words of a paragraph, heading or table: of its signs one is told, if nothing was
 * said of the block yet; each of its links is looked at. */
static void check_words(struct document *doc, const struct node *block, bool said)
{
	struct sign_search search = {.doc = doc, .block = block->origin};
	bool moved = is_moved(doc, block->origin);
	for (const struct node *node = block; node < node_end(block); node++) {
		if (node->kind == CMARK_NODE_TEXT) {
			said = said || (!node->plain && sign_check_text(&search, node));
			if (!moved)
				wording_check_capitals(doc, block, node->words);
		} else if (node->kind == CMARK_NODE_CODE) {
			said = said || check_inline_code(doc, block, node->words);
		} else if (node->kind == CMARK_NODE_LINK) {
			said = said || sign_check_link(&search, node);
			wording_check(doc, node);
		}
	}
}

/* Gives where to go on: behind what holds no blocks. */
static const struct node *check_block(struct document *doc, const struct node *block)
{
	bool moved = is_moved(doc, block->origin);
	if (!moved)
		mistaken_check(doc, block);
	switch (block->kind) {
	case CMARK_NODE_PARAGRAPH:
		check_words(doc, block, !moved && check_lines(doc, block->origin));
		return node_end(block);
	case CMARK_NODE_CODE_BLOCK:
		check_code(doc, block->origin);
		return node_end(block);
	case CMARK_NODE_HEADING:
		if (!moved)
			check_heading(doc, block->origin);
		check_words(doc, block, false);
		return node_end(block);
	case NODE_TABLE:
		check_words(doc, block, false);
		return node_end(block);
	default:
		return block + 1;
	}
}

void leftover_check(struct document *doc)
{
	const struct node *block = doc->tree.nodes;
	doc->tabbed = str_find_char(doc->text, '\t') != STR_NONE;
	doc->torn = str_find(doc->text, S("<<<<<<< ")) != STR_NONE;
	litter_check(doc);
	while (block < tree_end(&doc->tree))
		block = check_block(doc, block);
}
