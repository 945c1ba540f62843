#include "markdown/html.h"

#include "base/messages.h"
#include "base/path.h"
#include "markdown/alert.h"
#include "markdown/escape.h"
#include "markdown/goal.h"
#include "markdown/image.h"
#include "markdown/link.h"
#include "markdown/place.h"
#include "markdown/plain.h"
#include "markdown/table.h"
#include "markdown/words.h"

struct writer {
	struct document *doc;
	const struct markdown_hooks *hooks;
	const struct markdown_labels *labels;
	struct buf *out;
	size_t column;       /* the next cell of the table being written */
	str heading;         /* id of the last heading; empty: none */
	cmark_node *html_in; /* the block whose raw HTML was reported */
	bool cut;            /* markdown-depth was reported */
	unsigned deeper;     /* levels that headings go down */
	size_t open;         /* sections that stay open; 0: all */
	size_t sections;     /* those that have begun */
	bool concerned;      /* a link of the paragraph concerns hooks->paragraph() */
};

static const struct markdown_labels english = {STR_INIT("Note"), STR_INIT("Tip"),
	STR_INIT("Important"), STR_INIT("Warning"), STR_INIT("Caution"), STR_INIT("Table")};

static str literal(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

/* Blocks begin on a line of their own. */
static void new_line(struct buf *out)
{
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		buf_add_char(out, '\n');
}

static void open_block(struct buf *out, str tag)
{
	new_line(out);
	buf_add(out, tag);
}

/* --- raw HTML ----------------------------------------------------------------------- */

/* One message a block: who forgot once has written the end tag as well. */
static void report_html(struct writer *w, cmark_node *node, struct span span)
{
	cmark_node *block = cmark_node_parent(node);
	if (w->html_in == block || !document_reports(w->doc, DIAG_HTML_RAW))
		return;
	w->html_in = block;
	diag_add(w->doc->diags, DIAG_HTML_RAW, span, "HTML can't stand in a text");
	bool remark = str_starts(str_trim(literal(node)), S("<!--"));
	diag_note(w->doc->diags, SPAN_NONE, "%s",
		remark ? _("readers would see this remark: take it out, or put it behind a '#' "
			   "between the --- at the file's beginning")
		       : _("write it in Markdown; to show the sign itself, write '\\<'"));
}

static void html_inline(struct writer *w, cmark_node *node)
{
	report_html(w, node, place_html(w->doc, node));
	escape_text(w->out, literal(node));
}

static void html_block(struct writer *w, cmark_node *node)
{
	w->html_in = NULL;
	report_html(w, node, place_block(w->doc, node));
	open_block(w->out, S("<p>"));
	escape_text(w->out, str_trim(literal(node)));
	buf_adds(w->out, "</p>\n");
}

/* --- code and embeds ---------------------------------------------------------------- */

/* The lines between the fences, or, in a quote or list, all that they stand in. */
static struct span body_span(const struct document *doc, cmark_node *code, str body)
{
	size_t first = (size_t)cmark_node_get_start_line(code);
	size_t from = doc->lines.starts[first < doc->lines.len ? first : doc->lines.len];
	if (str_starts(str_from(doc->text, from), body))
		return document_span(doc, from, from + body.len);
	return document_block_span(doc, code);
}

static struct span name_span(const struct document *doc, cmark_node *code, str name)
{
	str line = lines_at(&doc->lines, (size_t)cmark_node_get_start_line(code));
	size_t at = str_find_char(line, '@');
	if (at == STR_NONE || !str_starts(str_from(line, at + 1), name))
		return document_block_span(doc, code);
	size_t from = document_offset(doc, line) + at;
	return document_span(doc, from, from + 1 + name.len);
}

static void embed(struct writer *w, cmark_node *code, str name)
{
	struct span span = name_span(w->doc, code, name);
	new_line(w->out);
	if (path_is_slug(name) && w->hooks && w->hooks->embed) {
		str body = literal(code);
		w->hooks->embed(
			w->hooks->ctx, name, body, span, body_span(w->doc, code, body), w->out);
		new_line(w->out);
		return;
	}
	if (!document_reports(w->doc, DIAG_EMBED_NAME))
		return;
	diag_add(w->doc->diags, DIAG_EMBED_NAME, span, "no embed can be called '%.*s'",
		STR_ARGS(str_sub(name, 0, 80)));
	diag_note(w->doc->diags, SPAN_NONE,
		path_is_slug(name) ? N_("there are no embeds in this text")
				   : N_("a name is one word of a-z, 0-9 and '-'"));
}

static void code_block(struct writer *w, cmark_node *node)
{
	str info = str_of(cmark_node_get_fence_info(node));
	if (str_starts(info, S("@"))) {
		embed(w, node, str_trim(str_from(info, 1)));
		return;
	}
	open_block(w->out, S("<pre><code"));
	if (info.len > 0) {
		buf_adds(w->out, " class=\"language-");
		escape_text(w->out, str_sub(info, 0, strcspn(info.ptr, " \t")));
		buf_add_char(w->out, '"');
	}
	buf_add_char(w->out, '>');
	escape_text(w->out, literal(node));
	buf_adds(w->out, "</code></pre>\n");
}

/* --- links and pictures ------------------------------------------------------------- */

/* How a link ends is its user data: NULL for one that is shown without the link. */
static void ends_with(cmark_node *link, const char *end)
{
	cmark_node_set_user_data(link, (char *)(uintptr_t)end);
}

static void report_wordless(
	struct document *doc, cmark_node *node, enum diag_id id, const char *what, const char *hint)
{
	struct span span = place_link(doc, node);
	if (!document_reports(doc, id))
		return;
	diag_add(doc->diags, id, span, "%s", _(what));
	diag_note(doc->diags, SPAN_NONE, "%s", _(hint));
}

static void open_link(struct writer *w, cmark_node *node)
{
	struct markdown_link link;
	enum link_kind kind;
	if (!plain_has_text(node))
		report_wordless(w->doc, node, DIAG_LINK_TEXT, N_("a link without text"),
			N_("write between the brackets where it leads"));
	bool resolved = link_resolve(w->doc, w->hooks, node, &link, &kind);
	w->concerned |= link.concerns;
	if (!resolved)
		return;
	ends_with(node, kind == LINK_WORDS ? "</span>" : link.end ? link.end : "</a>");
	if (kind == LINK_WORDS) {
		buf_printf(w->out, "<span lang=\"%.*s\">", STR_ARGS(link.href));
		return;
	}
	buf_adds(w->out, "<a href=\"");
	escape_href(w->out, link.href);
	buf_add_char(w->out, '"');
	if (kind == LINK_WEB)
		buf_adds(w->out, " rel=\"noreferrer\"");
	escape_attribute(w->out, "title", str_of(cmark_node_get_title(node)));
	buf_add_char(w->out, '>');
}

static void close_link(struct writer *w, cmark_node *node)
{
	const char *end = cmark_node_get_user_data(node);
	if (end)
		buf_add(w->out, str_of(end));
}

static void picture(struct writer *w, cmark_node *node)
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
	if (link_resolve(w->doc, w->hooks, node, &link, &kind))
		image_write(w->out, &link, buf_str(&alt), str_of(cmark_node_get_title(node)));
	else
		escape_text(w->out, buf_str(&alt));
	buf_release(&alt);
}

/* --- tables ------------------------------------------------------------------------- */

static void open_table(struct writer *w)
{
	open_block(w->out, S("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label"));
	if (str_is_empty(w->heading)) {
		buf_adds(w->out, "=\"");
		escape_text(w->out, w->labels->table);
	} else {
		buf_adds(w->out, "ledby=\"");
		buf_add(w->out, w->heading);
	}
	buf_adds(w->out, "\">\n<table>\n");
}

static bool is_header(cmark_node *row)
{
	return cmark_node_previous(row) == NULL;
}

static const struct table *table_of(cmark_node *row)
{
	return cmark_node_get_user_data(cmark_node_parent(row));
}

static void open_row(struct writer *w, cmark_node *row)
{
	w->column = 0;
	if (is_header(row))
		buf_adds(w->out, "<thead>\n");
	else if (is_header(cmark_node_previous(row)))
		buf_adds(w->out, "<tbody>\n");
	buf_adds(w->out, "<tr>\n");
}

static void close_row(struct writer *w, cmark_node *row)
{
	for (; w->column < table_of(row)->ncolumns; w->column++)
		buf_adds(w->out, "<td></td>\n");
	buf_adds(w->out, "</tr>\n");
	if (is_header(row))
		buf_adds(w->out, "</thead>\n");
	else if (!cmark_node_next(row))
		buf_adds(w->out, "</tbody>\n");
}

/* An empty corner is no heading of its column. */
static bool is_header_cell(cmark_node *cell)
{
	return cmark_node_first_child(cell) && is_header(cmark_node_parent(cell));
}

static void open_cell(struct writer *w, cmark_node *cell)
{
	static const char *const classes[] = {
		"", " class=\"left\"", " class=\"center\"", " class=\"right\""};
	const struct table *table = table_of(cmark_node_parent(cell));
	buf_add(w->out, is_header_cell(cell) ? S("<th scope=\"col\"") : S("<td"));
	buf_add(w->out, str_of(classes[table->align[w->column++]]));
	buf_add_char(w->out, '>');
}

static void close_cell(struct writer *w, cmark_node *cell)
{
	buf_add(w->out, is_header_cell(cell) ? S("</th>\n") : S("</td>\n"));
}

static void open_custom(struct writer *w, cmark_node *node)
{
	if (node_is_row(node))
		open_row(w, node);
	else
		open_table(w);
}

static void close_custom(struct writer *w, cmark_node *node)
{
	if (node_is_row(node))
		close_row(w, node);
	else
		buf_adds(w->out, "</table>\n</div>\n");
}

/* --- other blocks ------------------------------------------------------------------- */

static char heading_level(const struct writer *w, cmark_node *node)
{
	int level = cmark_node_get_heading_level(node);
	unsigned shown = (unsigned)(level > 1 ? level : 2) + w->deeper;
	return (char)('0' + (shown < 6 ? shown : 6));
}

/* Does the heading begin a section of the text? A quote's or a list's does not. */
static bool begins_section(cmark_node *node)
{
	return cmark_node_get_heading_level(node) <= 2 &&
	       cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
}

static bool is_folded(const struct writer *w)
{
	return w->open && w->sections > w->open;
}

/* The heading stands in the summary, so that a link to it leads to what can be seen. */
static void open_fold(struct writer *w)
{
	if (is_folded(w))
		buf_adds(w->out, "</details>\n");
	w->sections++;
	if (is_folded(w))
		buf_adds(w->out, MARKDOWN_FOLD);
}

static void open_heading(struct writer *w, cmark_node *node)
{
	const struct markdown_heading *heading = cmark_node_get_user_data(node);
	if (node_is_cell(node)) {
		open_cell(w, node);
		return;
	}
	new_line(w->out);
	if (begins_section(node))
		open_fold(w);
	buf_adds(w->out, "<h");
	buf_add_char(w->out, heading_level(w, node));
	if (heading && (const void *)heading != w->doc) {
		buf_adds(w->out, " id=\"");
		buf_add(w->out, heading->id);
		buf_add_char(w->out, '"');
		w->heading = heading->id;
	}
	buf_add_char(w->out, '>');
}

static void close_heading(struct writer *w, cmark_node *node)
{
	if (node_is_cell(node)) {
		close_cell(w, node);
		return;
	}
	buf_adds(w->out, "</h");
	buf_add_char(w->out, heading_level(w, node));
	buf_add_char(w->out, '>');
	if (begins_section(node) && is_folded(w))
		buf_adds(w->out, "</summary>");
	buf_add_char(w->out, '\n');
}

/* role="note": an <aside> alone would be a landmark, and a page may have many. */
static void open_quote(struct writer *w, cmark_node *node)
{
	const struct alert *alert = cmark_node_get_user_data(node);
	if (!alert) {
		open_block(w->out, S("<blockquote>\n"));
		return;
	}
	open_block(w->out, S("<aside class=\"alert "));
	buf_add(w->out, alert->class_name);
	buf_adds(w->out, "\" role=\"note\">\n<p class=\"alert-title\">");
	escape_text(w->out, *(const str *)((const char *)w->labels + alert->label));
	buf_adds(w->out, "</p>\n");
}

static void close_quote(struct writer *w, cmark_node *node)
{
	open_block(w->out, cmark_node_get_user_data(node) ? S("</aside>\n") : S("</blockquote>\n"));
}

static void open_list(struct writer *w, cmark_node *node)
{
	int start = cmark_node_get_list_start(node);
	if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
		open_block(w->out, S("<ul>\n"));
		return;
	}
	open_block(w->out, S("<ol"));
	if (start != 1)
		buf_printf(w->out, " start=\"%d\"", start);
	buf_adds(w->out, ">\n");
}

static void close_list(struct writer *w, cmark_node *node)
{
	bool bullets = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
	open_block(w->out, bullets ? S("</ul>\n") : S("</ol>\n"));
}

static bool is_tight(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);
	return item && node_is(item, CMARK_NODE_ITEM) &&
	       cmark_node_get_list_tight(cmark_node_parent(item));
}

static void open_paragraph(struct writer *w, cmark_node *node)
{
	w->concerned = false;
	if (!is_tight(node))
		open_block(w->out, S("<p>"));
}

static void close_paragraph(struct writer *w, cmark_node *node)
{
	if (w->concerned && w->hooks->paragraph)
		goal_tell(w->doc, w->hooks, node);
	if (!is_tight(node))
		buf_adds(w->out, "</p>\n");
}

/* --- the walk ----------------------------------------------------------------------- */

/* A number to call is held together by the style sheet, and copied as it was written. */
static bool is_to_call(cmark_node *text)
{
	cmark_node *parent = cmark_node_parent(text);
	return cmark_node_get_type(parent) == CMARK_NODE_LINK &&
	       str_starts(str_of(cmark_node_get_url(parent)), S("tel:"));
}

static void text(struct writer *w, cmark_node *node)
{
	if (is_to_call(node))
		escape_text(w->out, literal(node));
	else
		words_write(w->out, literal(node));
}

/* Writes the whole of a node that has no children; false: it can have some. */
static bool write_leaf(struct writer *w, cmark_node *node, cmark_node_type type)
{
	switch (type) {
	case CMARK_NODE_TEXT:
		text(w, node);
		return true;
	case CMARK_NODE_SOFTBREAK:
		buf_add_char(w->out, '\n');
		return true;
	case CMARK_NODE_LINEBREAK:
		buf_adds(w->out, "<br>\n");
		return true;
	case CMARK_NODE_CODE:
		buf_adds(w->out, "<code>");
		escape_text(w->out, literal(node));
		buf_adds(w->out, "</code>");
		return true;
	case CMARK_NODE_HTML_INLINE:
		html_inline(w, node);
		return true;
	case CMARK_NODE_IMAGE:
		picture(w, node);
		return true;
	case CMARK_NODE_CODE_BLOCK:
		code_block(w, node);
		return true;
	case CMARK_NODE_HTML_BLOCK:
		html_block(w, node);
		return true;
	case CMARK_NODE_THEMATIC_BREAK:
		open_block(w->out, S("<hr>\n"));
		return true;
	default:
		return false;
	}
}

/* The beginning of a node whose children come next. */
static void enter(struct writer *w, cmark_node *node, cmark_node_type type)
{
	switch (type) {
	case CMARK_NODE_EMPH:
		buf_adds(w->out, "<em>");
		break;
	case CMARK_NODE_STRONG:
		buf_adds(w->out, "<strong>");
		break;
	case CMARK_NODE_LINK:
		open_link(w, node);
		break;
	case CMARK_NODE_PARAGRAPH:
		open_paragraph(w, node);
		break;
	case CMARK_NODE_HEADING:
		open_heading(w, node);
		break;
	case CMARK_NODE_LIST:
		open_list(w, node);
		break;
	case CMARK_NODE_ITEM:
		open_block(w->out, S("<li>"));
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		open_quote(w, node);
		break;
	case CMARK_NODE_CUSTOM_BLOCK:
		open_custom(w, node);
		break;
	default:
		break;
	}
}

/* The end of what enter() began. */
static void leave(struct writer *w, cmark_node *node, cmark_node_type type)
{
	switch (type) {
	case CMARK_NODE_EMPH:
		buf_adds(w->out, "</em>");
		break;
	case CMARK_NODE_STRONG:
		buf_adds(w->out, "</strong>");
		break;
	case CMARK_NODE_LINK:
		close_link(w, node);
		break;
	case CMARK_NODE_PARAGRAPH:
		close_paragraph(w, node);
		break;
	case CMARK_NODE_HEADING:
		close_heading(w, node);
		break;
	case CMARK_NODE_LIST:
		close_list(w, node);
		break;
	case CMARK_NODE_ITEM:
		buf_adds(w->out, "</li>\n");
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		close_quote(w, node);
		break;
	case CMARK_NODE_CUSTOM_BLOCK:
		close_custom(w, node);
		break;
	default:
		break;
	}
}

/* Are the children near enough to the root? Reports the first that are not. */
static bool may_descend(struct writer *w, cmark_node *node, size_t depth)
{
	if (depth < MARKDOWN_DEPTH_MAX)
		return true;
	if (!w->cut && document_reports(w->doc, DIAG_MARKDOWN_DEPTH))
		diag_add(w->doc->diags, DIAG_MARKDOWN_DEPTH, place_block(w->doc, node),
			"marks are nested more than %d levels deep here", MARKDOWN_DEPTH_MAX);
	w->cut = true;
	return false;
}

static void walk(struct writer *w, cmark_node *root)
{
	cmark_node *node = root, *next;
	size_t depth = 0;
	while (node) {
		cmark_node_type type = cmark_node_get_type(node);
		bool inside = !write_leaf(w, node, type);
		if (inside)
			enter(w, node, type);
		next = inside ? cmark_node_first_child(node) : NULL;
		if (next && may_descend(w, node, depth)) {
			node = next;
			depth++;
			continue;
		}
		if (inside)
			leave(w, node, type);
		while (!(next = cmark_node_next(node)) && node != root) {
			node = cmark_node_parent(node);
			depth--;
			leave(w, node, cmark_node_get_type(node));
		}
		node = next;
	}
}

void html_write(struct document *doc, const struct markdown_options *options, struct buf *out)
{
	const struct markdown_labels *labels = options->labels ? options->labels : &english;
	struct writer writer = {.doc = doc,
		.hooks = options->hooks,
		.labels = labels,
		.out = out,
		.heading = S(""),
		.deeper = options->deeper,
		.open = options->open};
	walk(&writer, doc->root);
	if (is_folded(&writer))
		buf_adds(out, "</details>\n");
}
