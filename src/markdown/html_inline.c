#include "markdown/html_inline.h"

#include "base/messages.h"
#include "markdown/escape.h"
#include "markdown/html_raw.h"
#include "markdown/image.h"
#include "markdown/link.h"
#include "markdown/place.h"
#include "markdown/plain.h"
#include "markdown/wording.h"
#include "markdown/words.h"

/* --- links and pictures ------------------------------------------------------------- */

static void report_wordless(struct document *doc, const struct node *node, enum diag_id id,
	const char *what, const char *hint)
{
	struct span span = place_link(doc, node->origin);
	if (!document_reports(doc, id))
		return;
	diag_add(doc->diags, id, span, "%s", _(what));
	diag_note(doc->diags, SPAN_NONE, "%s", _(hint));
}

/* Gives how it ends. */
static str open_link(struct writer *w, const struct node *node, const struct markdown_link *link,
	enum link_kind kind)
{
	if (kind == LINK_WORDS) {
		buf_printf(w->out, "<span lang=\"%.*s\">", STR_ARGS(link->href));
		return S("</span>");
	}
	buf_adds(w->out, "<a href=\"");
	escape_href(w->out, link->href);
	buf_add_char(w->out, '"');
	if (kind == LINK_WEB)
		buf_adds(w->out, " rel=\"noreferrer\"");
	escape_attribute(w->out, "title", str_of(cmark_node_get_title(node->origin)));
	buf_add_char(w->out, '>');
	return link->end ? str_of(link->end) : S("</a>");
}

static void write_link(struct writer *w, const struct node *node)
{
	struct markdown_link link;
	enum link_kind kind;
	str end = S("");
	if (!plain_has_text(node))
		report_wordless(w->doc, node, DIAG_LINK_TEXT, N_("a link without text"),
			N_("write between the brackets where it leads"));
	if (link_resolve(w->doc, w->hooks, node->origin, &link, &kind))
		end = open_link(w, node, &link, kind);
	w->concerned |= link.concerns;
	html_inlines(w, node);
	buf_add(w->out, end);
}

static void write_picture(struct writer *w, const struct node *node)
{
	struct markdown_link link;
	enum link_kind kind;
	struct buf alt;
	buf_init(&alt);
	plain_inlines(node, &alt);
	if (str_is_empty(str_trim(buf_str(&alt))))
		report_wordless(w->doc, node, DIAG_IMAGE_ALT,
			N_("a picture without alternative text"),
			N_("write between the brackets what one has to know who does not see it"));
	wording_check_picture(w->doc, node, str_trim(buf_str(&alt)));
	if (link_resolve(w->doc, w->hooks, node->origin, &link, &kind))
		image_write(
			w->out, &link, buf_str(&alt), str_of(cmark_node_get_title(node->origin)));
	else
		escape_text(w->out, buf_str(&alt));
	buf_release(&alt);
}

/* --- words -------------------------------------------------------------------------- */

static bool is_to_call(const struct node *around)
{
	return around->kind == CMARK_NODE_LINK &&
	       str_starts(str_of(cmark_node_get_url(around->origin)), S("tel:"));
}

static void write_words(struct writer *w, const struct node *around, const struct node *text)
{
	if (text->plain)
		buf_add(w->out, text->words);
	else if (is_to_call(around))
		words_write_number(w->out, text->words);
	else
		words_write(w->out, text->words);
}

static void write_marked(struct writer *w, const struct node *node, str begin, str end)
{
	buf_add(w->out, begin);
	html_inlines(w, node);
	buf_add(w->out, end);
}

static void write_inline(struct writer *w, const struct node *around, const struct node *node)
{
	switch (node->kind) {
	case CMARK_NODE_TEXT:
		write_words(w, around, node);
		break;
	case CMARK_NODE_SOFTBREAK:
		buf_add_char(w->out, '\n');
		break;
	case CMARK_NODE_LINEBREAK:
		buf_adds(w->out, "<br>\n");
		break;
	case CMARK_NODE_CODE:
		buf_adds(w->out, "<code>");
		escape_text(w->out, node->words);
		buf_adds(w->out, "</code>");
		break;
	case CMARK_NODE_HTML_INLINE:
		html_raw_inline(w, node);
		break;
	case CMARK_NODE_EMPH:
		write_marked(w, node, S("<em>"), S("</em>"));
		break;
	case CMARK_NODE_STRONG:
		write_marked(w, node, S("<strong>"), S("</strong>"));
		break;
	case CMARK_NODE_LINK:
		write_link(w, node);
		break;
	case CMARK_NODE_IMAGE:
		write_picture(w, node);
		break;
	default:
		html_inlines(w, node);
		break;
	}
}

void html_inlines(struct writer *w, const struct node *around)
{
	if (!writer_enter(w, around))
		return;
	const struct node *end = node_end(around);
	for (const struct node *node = around + 1; node < end; node = node_end(node))
		write_inline(w, around, node);
	writer_leave(w);
}
