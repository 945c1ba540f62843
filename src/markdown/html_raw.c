#include "markdown/html_raw.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "markdown/escape.h"
#include "markdown/place.h"

/* What editors of web pages write, and paste. */
static const struct tag {
	str name;
	const char *hint;
} tags[] = {{STR_INIT("b"), N_("bold words stand between two stars: **words**")},
	{STR_INIT("strong"), N_("bold words stand between two stars: **words**")},
	{STR_INIT("i"), N_("emphasis stands between stars: *words*")},
	{STR_INIT("em"), N_("emphasis stands between stars: *words*")},
	{STR_INIT("br"), N_("a line ends with '\\' where the next one is to begin; an empty line "
			    "begins a paragraph")},
	{STR_INIT("p"), N_("an empty line begins a paragraph")},
	{STR_INIT("div"), N_("an empty line begins a paragraph")},
	{STR_INIT("a"), N_("a link is written [words](../folder/page.md)")},
	{STR_INIT("img"), N_("a picture is written ![what it shows](../../media/name.jpg)")},
	{STR_INIT("ul"), N_("begin each item with '- ' on a line of its own")},
	{STR_INIT("ol"), N_("begin each item with '- ' on a line of its own")},
	{STR_INIT("li"), N_("begin each item with '- ' on a line of its own")},
	{STR_INIT("h2"), N_("a heading begins with '## '")},
	{STR_INIT("h3"), N_("a heading begins with '## '")}};

/* "<b>", "<a href=…>", "</li>" */
static str name_of(str html)
{
	str name = str_from(html, str_starts(html, S("</")) ? 2 : 1);
	size_t len = 0;
	while (len < name.len && ascii_is_alnum(name.ptr[len]))
		len++;
	return str_sub(name, 0, len);
}

static const char *hint_for(str html)
{
	str name = name_of(html);
	if (str_starts(html, S("<!--")))
		return N_("readers would see this remark: take it out, or put it behind a '#' "
			  "between the --- at the file's beginning");
	for (size_t i = 0; i < ARRAY_LEN(tags); i++)
		if (str_eq_nocase(name, tags[i].name))
			return tags[i].hint;
	return N_("write it in Markdown; to show the sign itself, write '\\<'");
}

/* One message a block: who forgot once has written the end tag as well. */
static void report(struct writer *w, const struct node *html, struct span span)
{
	cmark_node *block = cmark_node_parent(html->origin);
	if (w->html_in == block || !document_reports(w->doc, DIAG_HTML_RAW))
		return;
	w->html_in = block;
	diag_add(w->doc->diags, DIAG_HTML_RAW, span, "HTML can't stand in a text");
	diag_note(w->doc->diags, SPAN_NONE, "%s", _(hint_for(str_trim(html->words))));
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
