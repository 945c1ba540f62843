#include "markdown/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"

bool document_reports(struct document *doc, enum diag_id id)
{
	return doc->diags && doc->nreports[diag_info(id)->level]++ < MARKDOWN_REPORTS_MAX;
}

void document_tell(
	struct document *doc, enum diag_id id, str part, const char *what, const char *hint)
{
	size_t at = document_offset(doc, part);
	if (!document_reports(doc, id))
		return;
	diag_add(doc->diags, id, document_span(doc, at, at + part.len), "%s", _(what));
	diag_note(doc->diags, SPAN_NONE, "%s", _(hint));
}

struct span document_span(const struct document *doc, size_t from, size_t to)
{
	return doc->exact ? span_within(doc->at, from, to) : doc->at;
}

str document_content(const struct document *doc, size_t n, size_t nquotes)
{
	str line = lines_at(&doc->lines, n);
	size_t at = 0;
	for (; at < line.len; at++) {
		char c = line.ptr[at];
		if (c == '>' && nquotes > 0)
			nquotes--;
		else if (c != ' ' && c != '\t')
			break;
	}
	return str_from(line, at);
}

size_t document_quotes(cmark_node *node)
{
	size_t count = 0;
	for (; node; node = cmark_node_parent(node))
		count += node_is(node, CMARK_NODE_BLOCK_QUOTE);
	return count;
}

size_t document_offset(const struct document *doc, str part)
{
	return (size_t)(part.ptr - doc->text.ptr);
}

/* Where a longer heading ends is not looked for: no person writes one. */
#define HEADING_LINES_MAX 100

/* A line of '=' or of '-' alone. */
static bool is_underline(str line)
{
	line = str_trim(line);
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != line.ptr[0])
			return false;
	return line.len > 0 && (line.ptr[0] == '=' || line.ptr[0] == '-');
}

size_t document_last_line(const struct document *doc, cmark_node *block)
{
	size_t first = (size_t)cmark_node_get_start_line(block);
	size_t last = (size_t)cmark_node_get_end_line(block);
	if (last > doc->lines.len)
		last = doc->lines.len;
	if (last <= first)
		return first;
	if (!node_is(block, CMARK_NODE_HEADING))
		return last;
	/* cmark ends an underlined heading one line late. */
	size_t nquotes = document_quotes(block), n = first + 1;
	if (last - first > HEADING_LINES_MAX)
		return last;
	while (n < last && !is_underline(document_content(doc, n, nquotes)))
		n++;
	return n;
}

struct span document_block_span(const struct document *doc, cmark_node *block)
{
	size_t first = (size_t)cmark_node_get_start_line(block);
	size_t column = (size_t)cmark_node_get_start_column(block);
	if (first == 0 || first > doc->lines.len)
		return document_span(doc, 0, doc->text.len);
	str line = str_from(lines_at(&doc->lines, first), column > 0 ? column - 1 : 0);
	str end = lines_at(&doc->lines, document_last_line(doc, block));
	return document_span(doc, document_offset(doc, line), document_offset(doc, end) + end.len);
}

static bool holds_blocks(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE ||
	       type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
}

cmark_node *node_next_block(cmark_node *root, cmark_node *node)
{
	cmark_node *next = holds_blocks(node) ? cmark_node_first_child(node) : NULL;
	while (!next && node != root) {
		next = cmark_node_next(node);
		if (!next)
			node = cmark_node_parent(node);
	}
	return next;
}

bool node_is_cell(cmark_node *node)
{
	cmark_node *parent = cmark_node_parent(node);
	return node_is(node, CMARK_NODE_HEADING) && parent &&
	       node_is(parent, CMARK_NODE_CUSTOM_BLOCK);
}
