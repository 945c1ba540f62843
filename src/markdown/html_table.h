/* A table, in a box that can be moved sideways. */
#ifndef MARKDOWN_HTML_TABLE_H
#define MARKDOWN_HTML_TABLE_H

#include "markdown/writer.h"

void html_table(struct writer *w, const struct node *table);

#endif
