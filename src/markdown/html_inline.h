/* Words and what marks them: links, pictures, emphasis, code. */
#ifndef MARKDOWN_HTML_INLINE_H
#define MARKDOWN_HTML_INLINE_H

#include "markdown/writer.h"

/* All that is inside a paragraph, a heading or a cell. */
void html_inlines(struct writer *w, const struct node *around);

#endif
