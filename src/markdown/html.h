/* The tree as HTML. */
#ifndef MARKDOWN_HTML_H
#define MARKDOWN_HTML_H

#include "markdown/document.h"

void html_write(struct document *doc, const struct markdown_options *options, struct buf *out);

#endif
