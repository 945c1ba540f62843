#include "markdown/writer.h"

#include "markdown/place.h"

bool writer_enter(struct writer *w, const struct node *node)
{
	if (node_is_empty(node))
		return false;
	if (w->depth < MARKDOWN_DEPTH_MAX) {
		w->depth++;
		return true;
	}
	if (!w->cut && document_reports(w->doc, DIAG_MARKDOWN_DEPTH))
		diag_add(w->doc->diags, DIAG_MARKDOWN_DEPTH, place_block(w->doc, node->origin),
			"marks are nested more than %d levels deep here", MARKDOWN_DEPTH_MAX);
	w->cut = true;
	return false;
}
