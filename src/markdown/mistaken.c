#include "markdown/mistaken.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "base/utf8.h"

/* --- lines, as they stand in the file ----------------------------------------------- */

/* From the block's first sign to the end of its line. */
static str opening_of(const struct document *doc, cmark_node *block)
{
	size_t column = (size_t)cmark_node_get_start_column(block);
	str line = lines_at(&doc->lines, (size_t)cmark_node_get_start_line(block));
	return str_from(line, column ? column - 1 : 0);
}

/* "31." or "-": the sign that made the block. */
static str sign_of(str line)
{
	size_t len = 0;
	while (len < line.len && line.ptr[len] != ' ' && line.ptr[len] != '\t')
		len++;
	return str_sub(line, 0, len);
}

/* cmark takes no more than nine digits, so that nothing overflows. */
static int number_of(str sign)
{
	int number = 0;
	for (size_t i = 0; i < sign.len && ascii_is_digit(sign.ptr[i]); i++)
		number = number * 10 + (sign.ptr[i] - '0');
	return number;
}

/* Is nothing left open at the end of the line? A sentence ends, a list is led in
 * by a colon, a bold line is a title, and two spaces break the line. */
static bool ends_sentence(str line)
{
	static const str ends[] = {STR_INIT("."), STR_INIT(":"), STR_INIT("!"), STR_INIT("?"),
		STR_INIT(";"), STR_INIT("…"), STR_INIT("*"), STR_INIT("_"), STR_INIT("|"),
		STR_INIT("\\"), STR_INIT("  ")};
	static const str closers[] = {
		STR_INIT(")"), STR_INIT("\""), STR_INIT("”"), STR_INIT("“"), STR_INIT("»")};
	for (size_t i = 0; i < ARRAY_LEN(closers); i++)
		if (str_ends(line, closers[i])) {
			line = str_sub(line, 0, line.len - closers[i].len);
			i = 0;
		}
	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (str_ends(line, ends[i]))
			return true;
	return str_is_empty(line);
}

/* --- what is known of a block ------------------------------------------------------- */

/* Does a paragraph stand right above, without an empty line? */
static bool breaks_in(const struct document *doc, cmark_node *block)
{
	cmark_node *before = cmark_node_previous(block);
	return before && node_is(before, CMARK_NODE_PARAGRAPH) &&
	       document_last_line(doc, before) + 1 == (size_t)cmark_node_get_start_line(block);
}

/* As breaks_in(), and the paragraph's sentence has not ended. */
static bool breaks_sentence(const struct document *doc, cmark_node *block)
{
	size_t n = (size_t)cmark_node_get_start_line(block);
	return breaks_in(doc, block) && !ends_sentence(lines_at(&doc->lines, n - 1));
}

static str first_text(const struct node *block)
{
	for (const struct node *node = block; node < node_end(block); node++)
		if (node->kind == CMARK_NODE_TEXT)
			return node->words;
	return S("");
}

/* How a sentence goes on: with a small letter or a digit, perhaps behind a quotation mark. */
static bool goes_on(const struct node *block)
{
	static const str openers[] = {STR_INIT("„"), STR_INIT("“"), STR_INIT("\""), STR_INIT("«"),
		STR_INIT("("), STR_INIT("[")};
	str text = first_text(block);
	size_t at = 0;
	for (size_t i = 0; i < ARRAY_LEN(openers); i++)
		if (str_starts(text, openers[i]))
			text = str_from(text, openers[i].len);
	if (str_is_empty(text))
		return false;
	return ascii_is_digit(text.ptr[0]) || utf8_is_lower(utf8_next(text, &at));
}

static bool begins_with_digit(const struct node *block)
{
	str text = first_text(block);
	return text.len > 0 && ascii_is_digit(text.ptr[0]);
}

/* --- numbered lists ------------------------------------------------------------------ */

struct numbers {
	size_t count;
	int start;
	bool alike;         /* 1. 1. 1., as many write them */
	cmark_node *strays; /* the first item whose number is not the one shown */
	int shown;          /* in its place */
};

static struct numbers numbers_of(const struct document *doc, cmark_node *list)
{
	struct numbers numbers = {.start = cmark_node_get_list_start(list), .alike = true};
	cmark_node *item = cmark_node_first_child(list);
	for (; item; item = cmark_node_next(item)) {
		int shown = numbers.start + (int)numbers.count++;
		int number = number_of(opening_of(doc, item));
		numbers.alike = numbers.alike && number == numbers.start && number <= 1;
		if (number == shown || numbers.strays)
			continue;
		numbers.strays = item;
		numbers.shown = shown;
	}
	return numbers;
}

static bool is_numbered(cmark_node *node)
{
	return node && node_is(node, CMARK_NODE_LIST) &&
	       cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

static cmark_node *list_before(cmark_node *node)
{
	while ((node = cmark_node_previous(node)) && !node_is(node, CMARK_NODE_LIST))
		;
	return node;
}

static cmark_node *list_after(cmark_node *node)
{
	while ((node = cmark_node_next(node)) && !node_is(node, CMARK_NODE_LIST))
		;
	return node;
}

static int count_items(cmark_node *list)
{
	int count = 0;
	for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
		count++;
	return count;
}

/* One of steps with something between them: "1. …", a picture, "2. …". */
static bool is_step(cmark_node *list)
{
	cmark_node *before = list_before(list), *after = list_after(list);
	int start = cmark_node_get_list_start(list);
	return (is_numbered(before) &&
		       cmark_node_get_list_start(before) + count_items(before) == start) ||
	       (is_numbered(after) &&
		       start + count_items(list) == cmark_node_get_list_start(after));
}

static bool is_inside_item(cmark_node *block)
{
	return node_is(cmark_node_parent(block), CMARK_NODE_ITEM);
}

/* Right below an item's own words a list of one is usual; below a later paragraph it is not. */
static bool is_sublist(cmark_node *list)
{
	cmark_node *before = cmark_node_previous(list);
	return is_inside_item(list) && !(before && cmark_node_previous(before));
}

static bool is_on_line_of_item(cmark_node *list)
{
	cmark_node *parent = cmark_node_parent(list);
	return is_inside_item(list) &&
	       cmark_node_get_start_line(parent) == cmark_node_get_start_line(list);
}

/* "- 31. decembris". In "24. 12. 2026" the list in the first one's line is no other mistake. */
static bool is_on_line_of_bullet(cmark_node *list)
{
	return is_on_line_of_item(list) && !is_numbered(cmark_node_parent(cmark_node_parent(list)));
}

#define YEAR_MIN 1000

static bool is_mistaken_list(
	const struct document *doc, const struct node *node, const struct numbers *numbers)
{
	cmark_node *list = node->origin;
	bool alone = numbers->count == 1, open = breaks_sentence(doc, list);
	if (is_on_line_of_item(list))
		return is_on_line_of_bullet(list) && alone && goes_on(node) &&
		       numbers->start < YEAR_MIN;
	if (open && !is_sublist(list))
		return alone || goes_on(node);
	return alone && goes_on(node) && (breaks_in(doc, list) || !is_step(list));
}

/* --- what is said ------------------------------------------------------------------- */

static struct span span_of_part(const struct document *doc, str part)
{
	size_t at = document_offset(doc, part);
	return document_span(doc, at, at + part.len);
}

/* Of "31." the sign with its backslash is "31\."; of "-" it is "\-". */
static str escaped(struct document *doc, str sign)
{
	size_t last = sign.len - 1;
	return arena_join(
		doc->scratch, str_sub(sign, 0, last), S("\\"), str_sub(sign, last, sign.len));
}

static void report_sign(struct document *doc, cmark_node *block, const char *otherwise)
{
	str sign = sign_of(opening_of(doc, block));
	if (str_is_empty(sign) || !document_reports(doc, DIAG_LINE_SIGN))
		return;
	diag_add(doc->diags, DIAG_LINE_SIGN, span_of_part(doc, sign),
		node_is(block, CMARK_NODE_LIST)
			? N_("a sentence's line that begins with '%.*s' has become a list")
		: node_is(block, CMARK_NODE_HEADING)
			? N_("a sentence's line that begins with '%.*s' has become a heading")
			: N_("a sentence's line that begins with '%.*s' has become a quote"),
		STR_ARGS(sign));
	diag_note(doc->diags, SPAN_NONE, "in a sentence write '%.*s'; %s",
		STR_ARGS(escaped(doc, sign)), _(otherwise));
}

static void report_number(struct document *doc, const struct numbers *numbers)
{
	str sign = sign_of(opening_of(doc, numbers->strays));
	if (str_is_empty(sign) || !document_reports(doc, DIAG_LIST_NUMBER))
		return;
	diag_add(doc->diags, DIAG_LIST_NUMBER, span_of_part(doc, sign),
		"readers would see %d here: the numbers of a list follow each other",
		numbers->shown);
	diag_note(doc->diags, SPAN_NONE,
		"in a sentence, or to keep the number, write '%.*s'; a list is numbered in its "
		"order",
		STR_ARGS(escaped(doc, sign)));
}

static void report_year(struct document *doc, cmark_node *list)
{
	str line = opening_of(doc, list);
	if (!document_reports(doc, DIAG_LIST_YEAR))
		return;
	diag_add(doc->diags, DIAG_LIST_YEAR, span_of_part(doc, line),
		"a number at the beginning of a line makes a list that begins with it");
	diag_note(doc->diags, SPAN_NONE,
		"move the words, or write a backslash before the full stop: 2024\\.");
}

static void check_numbered(struct document *doc, const struct node *node)
{
	cmark_node *list = node->origin;
	struct numbers numbers = numbers_of(doc, list);
	bool mistaken = is_mistaken_list(doc, node, &numbers);
	if (mistaken)
		report_sign(doc, list,
			breaks_in(doc, list) ? N_("a list stands below an empty line")
					     : N_("a list has more than one item, or begins with "
						  "a capital letter"));
	if (numbers.strays && !numbers.alike)
		report_number(doc, &numbers);
	else if (!mistaken && numbers.start >= YEAR_MIN)
		report_year(doc, list);
}

static void check_bullets(struct document *doc, const struct node *list)
{
	bool alone = node_end(list + 1) == node_end(list);
	if (alone && !is_sublist(list->origin) && goes_on(list) &&
		breaks_sentence(doc, list->origin))
		report_sign(doc, list->origin, N_("a list stands below an empty line"));
}

/* "Brīvības ielā / # 5 dzīvoklis". Nobody breaks a line before "##". */
static void check_heading(struct document *doc, const struct node *heading)
{
	if (str_eq(sign_of(opening_of(doc, heading->origin)), S("#")) && goes_on(heading) &&
		breaks_sentence(doc, heading->origin))
		report_sign(doc, heading->origin, N_("a heading stands below an empty line"));
}

/* "vecāks par / > 18 gadiem". People's words are quoted in small letters as well. */
static void check_quote(struct document *doc, const struct node *quote)
{
	if (begins_with_digit(quote) && breaks_sentence(doc, quote->origin))
		report_sign(doc, quote->origin, N_("a quote stands below an empty line"));
}

void mistaken_check(struct document *doc, const struct node *block)
{
	switch (block->kind) {
	case CMARK_NODE_LIST:
		if (is_numbered(block->origin))
			check_numbered(doc, block);
		else
			check_bullets(doc, block);
		break;
	case CMARK_NODE_HEADING:
		check_heading(doc, block);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		check_quote(doc, block);
		break;
	default:
		break;
	}
}
