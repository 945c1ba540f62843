/* How a picture stands in a page. */
#ifndef MARKDOWN_IMAGE_H
#define MARKDOWN_IMAGE_H

#include "markdown/markdown.h"

/* With its size, so that nothing moves when it comes, and in several widths if it has them. `alt`
 * and `title` are plain text. */
void image_write(struct buf *out, const struct markdown_link *link, str alt, str title);

#endif
