#include "markdown/html_raw.h"

#include "base/messages.h"
#include "markdown/escape.h"
#include "markdown/place.h"

/* One message a block: who forgot once has written the end tag as well. */
static void report(struct writer *w, const struct node *html, struct span span)
{
	cmark_node *block = cmark_node_parent(html->origin);
	if (w->html_in == block || !document_reports(w->doc, DIAG_HTML_RAW))
		return;
	w->html_in = block;
	diag_add(w->doc->diags, DIAG_HTML_RAW, span, "HTML can't stand in a text");
	bool remark = str_starts(str_trim(html->words), S("<!--"));
	diag_note(w->doc->diags, SPAN_NONE, "%s",
		remark ? _("readers would see this remark: take it out, or put it behind a '#' "
			   "between the --- at the file's beginning")
		       : _("write it in Markdown; to show the sign itself, write '\\<'"));
}

void html_raw_inline(struct writer *w, const struct node *html)
{
	report(w, html, place_html(w->doc, html->origin));
	escape_text(w->out, html->words);
}

void html_raw_block(struct writer *w, const struct node *html)
{
	w->html_in = NULL;
	report(w, html, place_block(w->doc, html->origin));
	writer_block(w, S("<p>"));
	escape_text(w->out, str_trim(html->words));
	buf_adds(w->out, "</p>\n");
}
