#include "markdown/plain.h"

void plain_inlines(cmark_node *root, struct buf *out)
{
	for (cmark_node *node = root; node; node = node_next(root, node, true)) {
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
			buf_add(out, str_of(cmark_node_get_literal(node)));
			break;
		case CMARK_NODE_SOFTBREAK:
		case CMARK_NODE_LINEBREAK:
			buf_add_char(out, ' ');
			break;
		default:
			break;
		}
	}
}

bool plain_has_text(cmark_node *root)
{
	for (cmark_node *node = root; node; node = node_next(root, node, true)) {
		bool text = node_is(node, CMARK_NODE_TEXT) || node_is(node, CMARK_NODE_CODE);
		if (text && !str_is_empty(str_trim(str_of(cmark_node_get_literal(node)))))
			return true;
	}
	return false;
}

static bool is_embed(cmark_node *code)
{
	return cmark_node_get_fence_info(code)[0] == '@';
}

static void add_block(cmark_node *block, char before, size_t start, struct buf *out)
{
	size_t len = out->len;
	if (len > start)
		buf_add_char(out, before);
	size_t from = out->len;
	if (node_is(block, CMARK_NODE_CODE_BLOCK))
		buf_add(out, str_trim(str_of(cmark_node_get_literal(block))));
	else
		plain_inlines(block, out);
	if (out->len == from)
		buf_truncate(out, len);
}

static void add_rows(cmark_node *table, size_t start, struct buf *out)
{
	cmark_node *row = cmark_node_first_child(table);
	for (; row; row = cmark_node_next(row)) {
		cmark_node *cell = cmark_node_first_child(row);
		for (char before = '\n'; cell; cell = cmark_node_next(cell), before = ' ')
			add_block(cell, before, start, out);
	}
}

void plain_blocks(const struct document *doc, struct buf *out)
{
	size_t start = out->len;
	for (cmark_node *node = doc->root; node; node = node_next_block(doc->root, node)) {
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_CUSTOM_BLOCK:
			add_rows(node, start, out);
			break;
		case CMARK_NODE_CODE_BLOCK:
			if (is_embed(node))
				break;
			add_block(node, '\n', start, out);
			break;
		case CMARK_NODE_PARAGRAPH:
		case CMARK_NODE_HEADING:
			add_block(node, '\n', start, out);
			break;
		default:
			break;
		}
	}
}
