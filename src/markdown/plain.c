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
