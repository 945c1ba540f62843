#include "markdown/markdown.h"

#include "markdown/heading.h"
#include "markdown/html.h"
#include "markdown/plain.h"

bool markdown_render(str text, struct span at, const struct markdown_options *options,
	struct buf *html, struct markdown_outline *outline)
{
	struct document doc;
	size_t nerrors = options->diags->nerrors;
	document_init(&doc, options->scratch, text, at, options->diags);
	if (outline)
		heading_mark(&doc, options, outline);
	html_write(&doc, options, html);
	if (options->plain)
		plain_blocks(&doc, options->plain);
	document_release(&doc);
	return options->diags->nerrors == nerrors;
}

void markdown_plain(struct arena *scratch, str text, struct buf *out)
{
	struct document doc;
	document_init(&doc, scratch, text, SPAN_NONE, NULL);
	plain_blocks(&doc, out);
	document_release(&doc);
}
