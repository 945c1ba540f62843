#include "markdown/place.h"

#include <string.h>

#include "markdown/table.h"

/* How far a destination is looked for behind the start of its link; in longer
 * cells escapes are not counted. */
#define SEARCH_MAX 4096

static bool is_inline(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type >= CMARK_NODE_FIRST_INLINE && type <= CMARK_NODE_LAST_INLINE;
}

static cmark_node *block_of(cmark_node *node)
{
	while (is_inline(node))
		node = cmark_node_parent(node);
	return node;
}

static bool is_moved(const struct document *doc, cmark_node *node)
{
	for (; node; node = cmark_node_parent(node))
		if (cmark_node_get_user_data(node) == doc || node_is_cell(node))
			return true;
	return false;
}

static const struct piece *piece_of(const struct document *doc, size_t line)
{
	return line > 0 && line <= doc->pieces.len ? &doc->pieces.items[line - 1] : NULL;
}

/* A part of the text that begins where line and column should be, and ends with
 * its block. */
static str moved_from(const struct document *doc, size_t line, size_t column)
{
	const struct piece *piece = piece_of(doc, line);
	if (!piece)
		return S("");
	str part = str_sub(doc->text, piece->start, piece->end);
	if (piece->goes != PIECE_CELL)
		return str_from(part, column);
	size_t offset = column > piece->shift ? column - piece->shift : 0;
	return str_from(part, part.len > SEARCH_MAX ? offset : row_escaped_offset(part, offset));
}

static str block_from(const struct document *doc, cmark_node *block, size_t line, size_t column)
{
	size_t first = (size_t)cmark_node_get_start_line(block);
	size_t last = document_last_line(doc, block);
	size_t indent = (size_t)cmark_node_get_start_column(block) - 1;
	if (line < first || line > last)
		return S("");
	str part = lines_at(&doc->lines, line);
	if (line > first) {
		part = document_content(doc, line, document_quotes(block));
		column -= column < indent ? column : indent;
	}
	size_t from = document_offset(doc, str_from(part, column));
	str end = lines_at(&doc->lines, last);
	return str_sub(doc->text, from, document_offset(doc, end) + end.len);
}

/* What stands at the place that cmark gives; empty when it can't be. */
static str text_at(const struct document *doc, cmark_node *node, size_t line, size_t column)
{
	column -= column > 0;
	if (is_moved(doc, node))
		return moved_from(doc, line, column);
	return block_from(doc, block_of(node), line, column);
}

/* From the start of the line of `node` to the end of its block. */
static str text_from_line(const struct document *doc, cmark_node *node, size_t line)
{
	size_t indent = (size_t)cmark_node_get_start_column(block_of(node));
	return text_at(doc, node, line, is_moved(doc, node) ? 1 : indent);
}

struct span place_block(const struct document *doc, cmark_node *node)
{
	cmark_node *block = block_of(node);
	if (!is_moved(doc, block))
		return document_block_span(doc, block);
	const struct piece *piece = piece_of(doc, (size_t)cmark_node_get_start_line(block));
	return piece ? document_span(doc, piece->start, piece->end)
		     : document_span(doc, 0, doc->text.len);
}

static str lines_between(const struct document *doc, size_t first, size_t end)
{
	size_t last = doc->lines.len;
	return str_sub(doc->text, doc->lines.starts[first - 1 < last ? first - 1 : last],
		doc->lines.starts[end - 1 < last ? end - 1 : last]);
}

str place_source(const struct document *doc, cmark_node *block)
{
	size_t first = (size_t)cmark_node_get_start_line(block);
	if (node_is(block, CMARK_NODE_CUSTOM_BLOCK)) {
		const struct table *table = cmark_node_get_user_data(block);
		return lines_between(doc, table->first, table->end);
	}
	if (!is_moved(doc, block))
		return first ? lines_between(doc, first, document_last_line(doc, block) + 1)
			     : doc->text;
	const struct piece *from = piece_of(doc, first);
	const struct piece *to = piece_of(doc, (size_t)cmark_node_get_end_line(block));
	return from && to ? str_sub(doc->text, from->start, to->end) : doc->text;
}

struct span place_words(const struct document *doc, cmark_node *block, str words)
{
	str source = place_source(doc, block);
	size_t at = str_find(source, words);
	if (at == STR_NONE)
		return place_block(doc, block);
	at += document_offset(doc, source);
	return document_span(doc, at, at + words.len);
}

/* cmark puts a link on the line where it ends; its text tells where it begins. */
static size_t first_line(cmark_node *link)
{
	size_t line = (size_t)cmark_node_get_start_line(link);
	cmark_node *child = cmark_node_first_child(link);
	size_t inner = child ? (size_t)cmark_node_get_start_line(child) : 0;
	return inner > 0 && inner < line ? inner : line;
}

/* Where the destination stands in `part`, behind '(' or '<'; STR_NONE: nowhere near. */
static size_t find_destination(str part, str url)
{
	size_t from = 0;
	part = str_sub(part, 0, SEARCH_MAX + url.len);
	while (url.len > 0) {
		size_t found = str_find(str_from(part, from), url);
		if (found == STR_NONE)
			return STR_NONE;
		from += found;
		if (from > 0 && strchr("(<", part.ptr[from - 1]))
			return from;
		from++;
	}
	return STR_NONE;
}

/* Index of the bracket that closes the one at `at`, or STR_NONE. */
static size_t find_closing(str part, size_t at, char open, char close)
{
	size_t depth = 0;
	for (size_t i = at; i < part.len; i++) {
		char c = part.ptr[i];
		if (c == '\\')
			i++;
		else if (c == open)
			depth++;
		else if (c == close && --depth == 0)
			return i;
	}
	return STR_NONE;
}

/* The length of [text](address), [text][label], [text] or <address> at the start;
 * 0 when it does not end: STR_NONE + 1 is 0. */
static size_t link_length(str part)
{
	part = str_sub(part, 0, SEARCH_MAX);
	if (str_starts(part, S("<")))
		return find_closing(part, 0, '<', '>') + 1;
	size_t end = find_closing(part, str_find_char(part, '['), '[', ']');
	str rest = end == STR_NONE ? S("") : str_from(part, end + 1);
	size_t more = STR_NONE;
	if (str_starts(rest, S("(")))
		more = find_closing(rest, 0, '(', ')');
	else if (str_starts(rest, S("[")))
		more = find_closing(rest, 0, '[', ']');
	return end + 1 + more + 1;
}

static struct span span_of_part(const struct document *doc, str part, size_t from, size_t to)
{
	size_t at = document_offset(doc, part);
	return document_span(doc, at + from, at + to);
}

struct span place_link(const struct document *doc, cmark_node *link)
{
	const str *written = cmark_node_get_user_data(link);
	if (written)
		return span_of_part(doc, *written, 0, written->len);
	size_t line = first_line(link);
	str url = str_of(cmark_node_get_url(link));
	str part = text_at(doc, link, line, (size_t)cmark_node_get_start_column(link));
	bool here = part.len > 0 && strchr("[!<", part.ptr[0]);
	if (!here)
		part = text_from_line(doc, link, line);
	if (str_starts(url, S("mailto:")) && str_starts(part, S("<")))
		url = str_from(url, sizeof("mailto:") - 1);
	size_t len = here ? link_length(part) : 0;
	size_t found = find_destination(len ? str_sub(part, 0, len) : part, url);
	if (found != STR_NONE)
		return span_of_part(doc, part, found, found + url.len);
	return len > 0 ? span_of_part(doc, part, 0, len) : place_block(doc, link);
}

struct span markdown_span(struct markdown_place place)
{
	return place_link(place.doc, place.link);
}

struct span place_html(const struct document *doc, cmark_node *html)
{
	size_t line = (size_t)cmark_node_get_start_line(html);
	str literal = str_of(cmark_node_get_literal(html));
	literal = str_sub(literal, 0, strcspn(literal.ptr, "\r\n"));
	str part = text_at(doc, html, line, (size_t)cmark_node_get_start_column(html));
	if (!str_starts(part, literal)) {
		part = str_sub(text_from_line(doc, html, line), 0, SEARCH_MAX);
		size_t found = str_find(part, literal);
		if (found == STR_NONE)
			return place_block(doc, html);
		part = str_from(part, found);
	}
	return span_of_part(doc, part, 0, literal.len);
}
