#include "markdown/html.h"

#include "markdown/alert.h"
#include "markdown/escape.h"
#include "markdown/goal.h"
#include "markdown/html_code.h"
#include "markdown/html_inline.h"
#include "markdown/html_raw.h"
#include "markdown/html_table.h"

static const struct markdown_labels english = {STR_INIT("Note"), STR_INIT("Tip"),
	STR_INIT("Important"), STR_INIT("Warning"), STR_INIT("Caution"), STR_INIT("Table")};

static void write_blocks(struct writer *w, const struct node *around, bool tight);

/* --- headings and the sections that they begin -------------------------------------- */

static char heading_level(const struct writer *w, const struct node *node)
{
	int level = cmark_node_get_heading_level(node->origin);
	unsigned shown = (unsigned)(level > 1 ? level : 2) + w->deeper;
	return (char)('0' + (shown < 6 ? shown : 6));
}

/* Does the heading begin a section of the text? A quote's or a list's does not. */
static bool begins_section(const struct node *around, const struct node *node)
{
	return around->kind == CMARK_NODE_DOCUMENT &&
	       cmark_node_get_heading_level(node->origin) <= 2;
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

static void write_id(struct writer *w, const struct node *node)
{
	const struct markdown_heading *heading = cmark_node_get_user_data(node->origin);
	if (!heading || (const void *)heading == w->doc)
		return;
	buf_adds(w->out, " id=\"");
	buf_add(w->out, heading->id);
	buf_add_char(w->out, '"');
	w->heading = heading->id;
}

static void write_heading(struct writer *w, const struct node *around, const struct node *node)
{
	bool section = begins_section(around, node);
	char level = heading_level(w, node);
	writer_line(w);
	if (section)
		open_fold(w);
	buf_adds(w->out, "<h");
	buf_add_char(w->out, level);
	write_id(w, node);
	buf_add_char(w->out, '>');
	html_inlines(w, node);
	buf_adds(w->out, "</h");
	buf_add_char(w->out, level);
	buf_add_char(w->out, '>');
	if (section && is_folded(w))
		buf_adds(w->out, "</summary>");
	buf_add_char(w->out, '\n');
}

/* --- other blocks ------------------------------------------------------------------- */

/* A section without a name is no landmark, and a page may have many. The reading view of browsers
 * leaves out each <aside>, with the warning in it. */
static void open_alert(struct writer *w, const struct alert *alert)
{
	writer_block(w, S("<section class=\"alert "));
	buf_add(w->out, alert->class_name);
	buf_adds(w->out, "\" role=\"note\">\n<p class=\"alert-title\">");
	escape_text(w->out, *(const str *)((const char *)w->labels + alert->label));
	buf_adds(w->out, "</p>\n");
}

static void write_quote(struct writer *w, const struct node *node)
{
	const struct alert *alert = cmark_node_get_user_data(node->origin);
	if (alert)
		open_alert(w, alert);
	else
		writer_block(w, S("<blockquote>\n"));
	write_blocks(w, node, false);
	writer_block(w, alert ? S("</section>\n") : S("</blockquote>\n"));
}

static void open_numbered(struct writer *w, const struct node *list)
{
	int start = cmark_node_get_list_start(list->origin);
	writer_block(w, S("<ol"));
	if (start != 1)
		buf_printf(w->out, " start=\"%d\"", start);
	buf_adds(w->out, ">\n");
}

static void write_items(struct writer *w, const struct node *list)
{
	bool tight = cmark_node_get_list_tight(list->origin);
	if (!writer_enter(w, list))
		return;
	const struct node *end = node_end(list);
	for (const struct node *item = list + 1; item < end; item = node_end(item)) {
		writer_block(w, S("<li>"));
		write_blocks(w, item, tight);
		buf_adds(w->out, "</li>\n");
	}
	writer_leave(w);
}

static void write_list(struct writer *w, const struct node *list)
{
	bool bullets = cmark_node_get_list_type(list->origin) == CMARK_BULLET_LIST;
	if (bullets)
		writer_block(w, S("<ul>\n"));
	else
		open_numbered(w, list);
	write_items(w, list);
	writer_block(w, bullets ? S("</ul>\n") : S("</ol>\n"));
}

/* In a list without empty lines it has no tag of its own. */
static void write_paragraph(struct writer *w, const struct node *node, bool tight)
{
	w->concerned = false;
	if (!tight)
		writer_block(w, S("<p>"));
	html_inlines(w, node);
	if (w->concerned && w->hooks->paragraph)
		goal_tell(w->doc, w->hooks, node);
	if (!tight)
		buf_adds(w->out, "</p>\n");
}

static void write_block(
	struct writer *w, const struct node *around, const struct node *node, bool tight)
{
	switch (node->kind) {
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(w, node, tight);
		break;
	case CMARK_NODE_HEADING:
		write_heading(w, around, node);
		break;
	case CMARK_NODE_LIST:
		write_list(w, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		write_quote(w, node);
		break;
	case NODE_TABLE:
		html_table(w, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		html_code_block(w, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_raw_block(w, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		writer_block(w, S("<hr>\n"));
		break;
	default:
		break;
	}
}

static void write_blocks(struct writer *w, const struct node *around, bool tight)
{
	if (!writer_enter(w, around))
		return;
	const struct node *end = node_end(around);
	for (const struct node *node = around + 1; node < end; node = node_end(node))
		write_block(w, around, node, tight);
	writer_leave(w);
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
	write_blocks(&writer, doc->tree.nodes, false);
	if (is_folded(&writer))
		buf_adds(out, "</details>\n");
}
