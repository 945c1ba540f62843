#include "markdown/section.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "markdown/place.h"
#include "markdown/plain.h"

/* A longer line is a sentence that somebody wants to be seen. In bytes. */
#define TITLE_MAX 80

/* A year has four. */
#define PHONE_DIGITS 5

/* Levels as they are shown: that of a title goes down. */
static int level_of(const struct node *heading)
{
	int level = cmark_node_get_heading_level(heading->origin);
	return level > 1 ? level : 2;
}

static void tell(struct document *doc, enum diag_id id, const struct node *block, const char *what,
	const char *hint)
{
	bool moved = cmark_node_get_user_data(block->origin) == doc; /* nobody knows its place */
	if (moved || !document_reports(doc, id))
		return;
	diag_add(doc->diags, id, document_block_span(doc, block->origin), "%s", _(what));
	diag_note(doc->diags, SPAN_NONE, "%s", _(hint));
}

/* --- sections ------------------------------------------------------------------------ */

/* `next` is the block behind the heading; NULL: none. */
static bool is_section_empty(const struct node *heading, const struct node *next, bool goes_on)
{
	if (!next)
		return !goes_on;
	return next->kind == CMARK_NODE_HEADING && level_of(next) <= level_of(heading);
}

static void check_heading(
	struct document *doc, const struct node *heading, const struct node *next, bool goes_on)
{
	struct buf words;
	if (node_is_empty(heading))
		return; /* which is told */
	if (is_section_empty(heading, next, goes_on))
		tell(doc, DIAG_SECTION_EMPTY, heading, N_("no text stands below this heading"),
			N_("write its answer, or take the heading out"));
	buf_init(&words);
	if (str_ends(str_trim(plain_words(heading, &words)), S(":")))
		tell(doc, DIAG_HEADING_COLON, heading, N_("this heading ends with ':'"),
			N_("take it out: lists of headings and results of search show it "
			   "without what follows"));
	buf_release(&words);
}

/* --- bold lines ---------------------------------------------------------------------- */

static bool is_all_bold(const struct node *block)
{
	const struct node *bold = block + 1;
	return block->kind == CMARK_NODE_PARAGRAPH && !node_is_empty(block) &&
	       bold->kind == CMARK_NODE_STRONG && node_end(bold) == node_end(block);
}

/* "112", "8.00–17.00", "Maksa 5 €", "info@example.lv", "Mazā iela 3, Rīga": in bold for who looks
 * for it on the page. */
static bool is_fact(str words)
{
	size_t ndigits = 0;
	bool digit = false;
	for (size_t i = 0; i < words.len; i++) {
		if (words.ptr[i] == '@' || (digit && words.ptr[i] == ','))
			return true;
		digit = ascii_is_digit(words.ptr[i]);
		ndigits += digit;
	}
	return digit || ndigits >= PHONE_DIGITS || str_find(words, S("€")) != STR_NONE;
}

/* What ends as a sentence is one, and a colon leads in what follows. */
static bool is_title(str words)
{
	static const str ends[] = {STR_INIT("."), STR_INIT("!"), STR_INIT(":"), STR_INIT(","),
		STR_INIT(";"), STR_INIT("…"), STR_INIT("”"), STR_INIT("\"")};
	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (str_ends(words, ends[i]))
			return false;
	return words.len > 0 && words.len <= TITLE_MAX && !is_fact(words);
}

static bool holds_link(const struct node *block)
{
	for (const struct node *node = block; node < node_end(block); node++)
		if (node->kind == CMARK_NODE_LINK)
			return true;
	return false;
}

/* A short line in bold with a text of its own below. Above a list it names the list. */
static void check_bold(struct document *doc, const struct node *block, const struct node *next)
{
	struct buf words;
	bool leads = next && next->kind == CMARK_NODE_PARAGRAPH;
	if (!leads || is_all_bold(next) || holds_link(block))
		return;
	buf_init(&words);
	if (is_title(str_trim(plain_words(block, &words))))
		tell(doc, DIAG_HEADING_BOLD, block, N_("this line in bold looks like a heading"),
			N_("begin it with '## ' and take out the stars; what is no heading ends "
			   "with a full stop"));
	buf_release(&words);
}

void section_check(struct document *doc, bool goes_on)
{
	const struct node *root = doc->tree.nodes, *end = node_end(root);
	for (const struct node *block = root + 1; block < end; block = node_end(block)) {
		const struct node *next = node_end(block) < end ? node_end(block) : NULL;
		if (block->kind == CMARK_NODE_HEADING)
			check_heading(doc, block, next, goes_on);
		else if (is_all_bold(block))
			check_bold(doc, block, next);
	}
}
