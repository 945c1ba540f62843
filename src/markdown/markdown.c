#include "markdown/markdown.h"

#include "markdown/autolink.h"
#include "markdown/heading.h"
#include "markdown/html.h"
#include "markdown/leftover.h"
#include "markdown/quote.h"
#include "markdown/section.h"
#include "markdown/twice.h"

/* What can be said of the body of a page alone. */
static void check_page(struct document *doc, bool goes_on)
{
	section_check(doc, goes_on);
	twice_check(doc);
}

bool markdown_render(str text, struct span at, const struct markdown_options *options,
	struct buf *html, struct markdown_outline *outline)
{
	struct document doc;
	size_t nerrors = options->diags->nerrors;
	document_init(&doc, options->scratch, text, at, options->diags);
	if (options->leftovers)
		leftover_check(&doc);
	if (options->leftovers && outline)
		check_page(&doc, options->goes_on);
	if (options->hooks && options->hooks->quote)
		quote_mark(&doc, options->hooks);
	autolink_mark(&doc);
	if (outline)
		heading_mark(&doc, options, outline);
	html_write(&doc, options, html);
	document_release(&doc);
	return options->diags->nerrors == nerrors;
}

void markdown_headings(
	str text, struct arena *arena, struct arena *scratch, struct markdown_outline *outline)
{
	struct document doc;
	struct markdown_options options = {.arena = arena};
	document_init(&doc, scratch, text, SPAN_NONE, NULL);
	heading_mark(&doc, &options, outline);
	document_release(&doc);
}
