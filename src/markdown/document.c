#include "markdown/document.h"

#include <stdlib.h>
#include <string.h>

#include "markdown/alert.h"
#include "markdown/memory.h"
#include "markdown/table.h"

bool document_reports(struct document *doc, enum diag_id id)
{
	return doc->diags && doc->nreports[diag_info(id)->level]++ < MARKDOWN_REPORTS_MAX;
}

struct span document_span(const struct document *doc, size_t from, size_t to)
{
	return doc->exact ? span_within(doc->at, from, to) : doc->at;
}

static void cut(struct document *doc, size_t at)
{
	doc->text = str_sub(doc->text, 0, at);
	doc->lines = lines_of(doc->scratch, doc->text);
}

/* Where a longer heading ends is not looked for: no person writes one. */
#define HEADING_LINES_MAX 100

/* cmark takes time depth x lines: the depth must end before cmark reads. */
static void limit_depth(struct document *doc)
{
	for (size_t n = 1; n <= doc->lines.len; n++) {
		str line = lines_at(&doc->lines, n);
		if (line_depth(line) <= MARKDOWN_DEPTH_MAX)
			continue;
		size_t at = document_offset(doc, line);
		if (document_reports(doc, DIAG_MARKDOWN_DEPTH))
			diag_add(doc->diags, DIAG_MARKDOWN_DEPTH,
				document_span(doc, at, at + line.len),
				"lists and quotes go more than %d levels deep here",
				MARKDOWN_DEPTH_MAX);
		cut(doc, at);
		return;
	}
}

/* cmark takes time open pictures x links. */
static void limit_pictures(struct document *doc)
{
	size_t count = 0;
	for (size_t at = 0, found; at < doc->text.len; at += found + 1) {
		found = str_find_char(str_from(doc->text, at), '!');
		if (found == STR_NONE)
			return;
		bool picture =
			at + found + 1 < doc->text.len && doc->text.ptr[at + found + 1] == '[';
		if (!picture || ++count <= MARKDOWN_PICTURES_MAX)
			continue;
		if (document_reports(doc, DIAG_MARKDOWN_SIZE))
			diag_add(doc->diags, DIAG_MARKDOWN_SIZE,
				document_span(doc, at + found, at + found + 2),
				"this text has more than %d pictures", MARKDOWN_PICTURES_MAX);
		cut(doc, at + found);
		return;
	}
}

/* A table may take the place of the block: gives where to go on from. */
static cmark_node *mark_block(struct document *doc, cmark_node *block, size_t *alert_line)
{
	switch (cmark_node_get_type(block)) {
	case CMARK_NODE_BLOCK_QUOTE:
		*alert_line = alert_mark(doc, block);
		return block;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		return table_mark(doc, block, *alert_line);
	default:
		return block;
	}
}

void document_init(
	struct document *doc, struct arena *scratch, str text, struct span at, struct diags *diags)
{
	/* cmark skips a byte order mark and does not count it. */
	if (str_starts(text, S("\xef\xbb\xbf"))) {
		text = str_from(text, 3);
		at.start += at.end - at.start == text.len + 3 ? 3 : 0;
	}
	*doc = (struct document){.text = text, .at = at, .diags = diags, .scratch = scratch};
	doc->outer = memory_lend(scratch);
	doc->exact = at.end - at.start == text.len;
	doc->lines = lines_of(doc->scratch, text);
	limit_depth(doc);
	limit_pictures(doc);
	/* With SOURCEPOS cmark counts the lines inside code spans, too. */
	doc->root = memory_parse(doc->text, CMARK_OPT_SOURCEPOS);
	size_t alert_line = 0;
	for (cmark_node *block = doc->root; block; block = node_next_block(doc->root, block))
		block = mark_block(doc, block, &alert_line);
	if (doc->pieces.len > 0)
		table_fill(doc);
}

void document_release(struct document *doc)
{
	memory_return(doc->outer);
	VEC_FREE(&doc->pieces);
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

cmark_node *node_next(cmark_node *root, cmark_node *node, bool inside)
{
	cmark_node *next = inside ? cmark_node_first_child(node) : NULL;
	while (!next && node != root) {
		next = cmark_node_next(node);
		if (!next)
			node = cmark_node_parent(node);
	}
	return next;
}

static bool holds_blocks(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE ||
	       type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
}

cmark_node *node_next_block(cmark_node *root, cmark_node *node)
{
	return node_next(root, node, holds_blocks(node));
}

static bool is_below_custom(cmark_node *node)
{
	cmark_node *parent = cmark_node_parent(node);
	return parent && node_is(parent, CMARK_NODE_CUSTOM_BLOCK);
}

bool node_is_cell(cmark_node *node)
{
	return node_is(node, CMARK_NODE_HEADING) && is_below_custom(node);
}

bool node_is_row(cmark_node *node)
{
	return node_is(node, CMARK_NODE_CUSTOM_BLOCK) && is_below_custom(node);
}
