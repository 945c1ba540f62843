/* From a text to its document: cmark's tree, then alerts and tables in it. */
#include <stdlib.h>

#include "markdown/alert.h"
#include "markdown/document.h"
#include "markdown/hide.h"
#include "markdown/memory.h"
#include "markdown/table.h"

static void cut(struct document *doc, size_t at)
{
	doc->text = str_sub(doc->text, 0, at);
	doc->lines = lines_of(doc->scratch, doc->text);
}

/* Can a line that begins so not nest at all? As most do: with a letter. */
static bool is_flat(char first)
{
	return (unsigned char)first >= '@';
}

/* cmark takes time depth x lines: the depth must end before cmark reads. */
static void limit_depth(struct document *doc)
{
	for (size_t n = 1; n <= doc->lines.len; n++) {
		if (is_flat(doc->text.ptr[doc->lines.starts[n - 1]]))
			continue;
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
	/* cmark skips a byte order mark and does not count it; of two it would leave one. */
	while (str_starts(text, S("\xef\xbb\xbf"))) {
		text = str_from(text, 3);
		at.start += at.end - at.start == text.len + 3 ? 3 : 0;
	}
	*doc = (struct document){.text = text, .at = at, .diags = diags, .scratch = scratch};
	doc->outer = memory_lend(scratch);
	doc->exact = at.end - at.start == text.len;
	doc->lines = lines_of(doc->scratch, text);
	limit_depth(doc);
	limit_pictures(doc);
	doc->phrases.arena = doc->scratch;
	doc->phrases.has_web = str_find(doc->text, S("www.")) != STR_NONE;
	/* With SOURCEPOS cmark counts the lines inside code spans, too. */
	doc->root = memory_parse(hide_blocks(doc), CMARK_OPT_SOURCEPOS);
	size_t alert_line = 0;
	for (cmark_node *block = doc->root; block; block = node_next_block(doc->root, block))
		block = mark_block(doc, block, &alert_line);
	if (doc->pieces.len > 0)
		table_fill(doc);
	doc->tree = tree_of(doc);
}

void document_release(struct document *doc)
{
	memory_return(doc->outer);
	VEC_FREE(&doc->pieces);
}
