/* Raw HTML of a text: refused, and shown as it is written. */
#ifndef MARKDOWN_HTML_RAW_H
#define MARKDOWN_HTML_RAW_H

#include "markdown/writer.h"

void html_raw_inline(struct writer *w, const struct node *html);
void html_raw_block(struct writer *w, const struct node *html);

#endif
