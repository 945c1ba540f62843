#include "markdown/autolink.h"

#include <string.h>

#include "base/ascii.h"
#include "base/phone.h"
#include "markdown/memory.h"
#include "markdown/place.h"

/* An address in a text, and what stands before it in the link. */
struct found {
	size_t start;
	size_t end;
	str scheme; /* "http://", "mailto:", "tel:" or none */
};

/* --- how addresses end -------------------------------------------------------------- */

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* "&copy;" at the end is an entity that was meant as one. */
static size_t before_entity(str s)
{
	size_t at = s.len - 1;
	while (at > 0 && ascii_is_letter(s.ptr[at - 1]))
		at--;
	return at > 0 && at < s.len - 1 && s.ptr[at - 1] == '&' ? at - 1 : s.len - 1;
}

/* Quotation marks and dashes of more than one byte, which no address ends with. */
static size_t before_mark(str s)
{
	static const str marks[] = {STR_INIT("”"), STR_INIT("“"), STR_INIT("„"), STR_INIT("»"),
		STR_INIT("’"), STR_INIT("…"), STR_INIT("–"), STR_INIT("—")};
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (str_ends(s, marks[i]))
			return s.len - marks[i].len;
	return s.len;
}

/* Without the signs that belong to the sentence; a bracket stays that was opened. */
static str without_sentence(str s)
{
	size_t opened = str_count(s, '('), closed = str_count(s, ')');
	while (s.len > 0) {
		char last = s.ptr[s.len - 1];
		size_t end = before_mark(s);
		if (last == ')' && closed > opened)
			closed--, end = s.len - 1;
		else if (strchr("?!.,:*_~'\"", last))
			end = s.len - 1;
		else if (last == ';')
			end = before_entity(s);
		if (end == s.len)
			return s;
		s = str_sub(s, 0, end);
	}
	return s;
}

/* --- web addresses ------------------------------------------------------------------ */

static bool is_host_char(str s, size_t at)
{
	unsigned char c = (unsigned char)s.ptr[at];
	return c >= 0x80 || ascii_is_alnum(c) || c == '-' || c == '_' || c == '.';
}

/* The length of the host at the start; 0: an underscore stands in its last two parts. */
static size_t host_length(str s, bool wants_dot)
{
	size_t len = 0, dots = 0;
	while (len < s.len && is_host_char(s, len))
		dots += s.ptr[len++] == '.';
	str host = str_sub(s, 0, len), last = host;
	size_t dot = str_rfind_char(host, '.');
	if (dot != STR_NONE) {
		size_t earlier = str_rfind_char(str_sub(host, 0, dot), '.');
		last = str_from(host, earlier == STR_NONE ? 0 : earlier + 1);
	}
	if (len == 0 || s.ptr[0] == '.' || str_find_char(last, '_') != STR_NONE)
		return 0;
	return wants_dot && dots == 0 ? 0 : len;
}

/* From `host` on, up to a blank or '<'. */
static bool find_end(str text, size_t host, bool wants_dot, struct found *found)
{
	size_t len = host_length(str_from(text, host), wants_dot), end = host + len;
	if (len == 0)
		return false;
	while (end < text.len && !is_space(text.ptr[end]) && text.ptr[end] != '<' &&
		(unsigned char)text.ptr[end] >= 0x20)
		end++;
	found->end = found->start + without_sentence(str_sub(text, found->start, end)).len;
	return found->end > host;
}

static bool web_at(str text, size_t colon, struct found *found)
{
	size_t start = colon;
	while (start > 0 && ascii_is_letter(text.ptr[start - 1]))
		start--;
	str scheme = str_sub(text, start, colon);
	if (!str_starts(str_from(text, colon), S("://")) ||
		!(str_eq_nocase(scheme, S("https")) || str_eq_nocase(scheme, S("http"))))
		return false;
	*found = (struct found){.start = start, .scheme = S("")};
	return find_end(text, colon + 3, false, found);
}

static bool www_at(str text, size_t at, struct found *found)
{
	bool begins = at == 0 || is_space(text.ptr[at - 1]) || strchr("*_~(", text.ptr[at - 1]);
	*found = (struct found){.start = at, .scheme = S("http://")};
	/* "www." at the end of a sentence is a word. */
	return begins && find_end(text, at, true, found) &&
	       found->end - found->start > sizeof("www.") - 1;
}

/* --- e-mail ------------------------------------------------------------------------- */

static bool is_mailbox_char(char c)
{
	return ascii_is_alnum(c) || (c && strchr(".+-_", c));
}

static bool mail_at(str text, size_t at, struct found *found)
{
	size_t start = at, end = at + 1, dots = 0;
	while (start > 0 && is_mailbox_char(text.ptr[start - 1]))
		start--;
	bool inside = start > 0 && (unsigned char)text.ptr[start - 1] >= 0x80 &&
		      before_mark(str_sub(text, 0, start)) == start;
	for (; end < text.len; end++) {
		char c = text.ptr[end];
		bool dot = c == '.' && end + 1 < text.len && ascii_is_alnum(text.ptr[end + 1]);
		dots += dot;
		if (!dot && !ascii_is_alnum(c) && c != '-' && c != '_')
			break;
	}
	bool named = str_ends(str_sub(text, 0, start), S("mailto:"));
	start -= named ? strlen("mailto:") : 0;
	*found = (struct found){start, end, named ? S("") : S("mailto:")};
	bool whole = end == text.len || text.ptr[end] != '@';
	return start < at && dots > 0 && whole && !inside && ascii_is_letter(text.ptr[end - 1]);
}

/* --- phones ------------------------------------------------------------------------- */

static bool number_at(str text, size_t at, struct found *found)
{
	size_t end;
	if (!phone_at(text, at, &end))
		return false;
	*found = (struct found){at, end, S("tel:")};
	return true;
}

/* --- in the tree -------------------------------------------------------------------- */

/* The first address from `from` on. */
static bool find_address(str text, size_t from, struct found *found)
{
	for (size_t at = from; at < text.len; at++) {
		char c = text.ptr[at];
		bool is = (c == ':' && web_at(text, at, found)) ||
			  (c == '@' && mail_at(text, at, found)) ||
			  (c == '+' && number_at(text, at, found)) ||
			  (c == 'w' && str_starts(str_from(text, at), S("www.")) &&
				  www_at(text, at, found));
		if (is && found->start >= from)
			return true;
	}
	return false;
}

static cmark_node *text_node(const struct document *doc, str text)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory_of_cmark());
	cmark_node_set_literal(node, arena_cstr(doc->scratch, text));
	return node;
}

static cmark_node *link_node(const struct document *doc, str words, str scheme)
{
	cmark_node *link = cmark_node_new_with_mem(CMARK_NODE_LINK, memory_of_cmark());
	bool phone = str_eq(scheme, S("tel:"));
	str goal = phone ? phone_dialled(words, doc->scratch) : words;
	str url = arena_join(doc->scratch, scheme, goal, S(""));
	cmark_node_set_url(link, arena_cstr(doc->scratch, url));
	cmark_node_append_child(link, text_node(doc, words));
	return link;
}

static cmark_node *insert(cmark_node *after, cmark_node *node)
{
	cmark_node_insert_after(after, node);
	return node;
}

/* A sign of Markdown ended the text in the middle of an address. */
static bool is_cut(cmark_node *node, str text, size_t end)
{
	cmark_node *next = cmark_node_next(node);
	return end == text.len && next && !node_is(next, CMARK_NODE_SOFTBREAK) &&
	       !node_is(next, CMARK_NODE_LINEBREAK);
}

static void report_cut(struct document *doc, cmark_node *node)
{
	if (!document_reports(doc, DIAG_MARKUP_UNREAD))
		return;
	diag_add(doc->diags, DIAG_MARKUP_UNREAD, place_block(doc, node),
		"a sign of Markdown stands in an address of this text");
	diag_note(doc->diags, SPAN_NONE, "put the address between < and >");
}

/* Parts the text at its addresses; false: there are none. */
static bool part_text(struct document *doc, cmark_node *node, str text)
{
	struct found found;
	size_t from = 0;
	cmark_node *last = node;
	while (find_address(text, from, &found)) {
		str before = str_sub(text, from, found.start);
		if (is_cut(last, text, found.end)) {
			report_cut(doc, node);
			break;
		}
		if (last == node)
			cmark_node_set_literal(node, arena_cstr(doc->scratch, before));
		else
			last = insert(last, text_node(doc, before));
		str words = str_sub(text, found.start, found.end);
		last = insert(last, link_node(doc, words, found.scheme));
		from = found.end;
	}
	if (from > 0)
		insert(last, text_node(doc, str_from(text, from)));
	return from > 0;
}

/* Nearly no text does: four quick looks. */
static bool may_hold_address(str text)
{
	return str_find_char(text, '@') != STR_NONE || str_find_char(text, '+') != STR_NONE ||
	       str_find(text, S("://")) != STR_NONE || str_find(text, S("www.")) != STR_NONE;
}

/* Signs also come from entities, and from values of records. */
static bool may_become_address(str source)
{
	return may_hold_address(source) || str_find_char(source, '&') != STR_NONE ||
	       str_find_char(source, '{') != STR_NONE;
}

void autolink_mark(struct document *doc)
{
	if (!may_become_address(doc->text))
		return;
	bool parted = false;
	for (const struct node *node = doc->tree.nodes; node < tree_end(&doc->tree);) {
		bool closed = node->kind == CMARK_NODE_LINK || node->kind == CMARK_NODE_IMAGE;
		if (node->kind == CMARK_NODE_TEXT && may_hold_address(node->words))
			parted |= part_text(doc, node->origin, node->words);
		node = closed ? node_end(node) : node + 1;
	}
	if (parted)
		doc->tree = tree_of(doc);
}
