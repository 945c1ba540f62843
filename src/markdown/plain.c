#include "markdown/plain.h"

static bool is_text(const struct node *node)
{
	return node->kind == CMARK_NODE_TEXT || node->kind == CMARK_NODE_CODE;
}

void plain_inlines(const struct node *around, struct buf *out)
{
	for (const struct node *node = around; node < node_end(around); node++) {
		if (is_text(node))
			buf_add(out, node->words);
		else if (node->kind == CMARK_NODE_SOFTBREAK || node->kind == CMARK_NODE_LINEBREAK)
			buf_add_char(out, ' ');
	}
}

str plain_words(const struct node *around, struct buf *buf)
{
	if (around->size == 2 && is_text(around + 1))
		return around[1].words;
	buf_clear(buf);
	plain_inlines(around, buf);
	return buf_str(buf);
}

bool plain_has_text(const struct node *around)
{
	for (const struct node *node = around; node < node_end(around); node++)
		if (is_text(node) && !str_is_empty(str_trim(node->words)))
			return true;
	return false;
}
