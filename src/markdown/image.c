#include "markdown/image.h"

#include "markdown/escape.h"

/* How wide a picture is shown at most, told before the style sheet is there: a column of text. */
#define COLUMN "(min-width: 44rem) 42rem, 100vw"

static void write_img(struct buf *out, const struct markdown_link *link, str alt, str title)
{
	buf_adds(out, "<img src=\"");
	escape_href(out, link->href);
	buf_adds(out, "\" alt=\"");
	escape_text(out, alt);
	buf_add_char(out, '"');
	if (link->width > 0 && link->height > 0)
		buf_printf(out, " width=\"%u\" height=\"%u\"", link->width, link->height);
	escape_attribute(out, "title", title);
	buf_adds(out, " loading=\"lazy\" decoding=\"async\">");
}

/* A browser takes the width that its screen needs, and the picture's own kind if it is so old that
 * it knows no WebP. */
void image_write(struct buf *out, const struct markdown_link *link, str alt, str title)
{
	if (!link->sources.len) {
		write_img(out, link, alt, title);
		return;
	}
	buf_adds(out, "<picture><source type=\"image/webp\" srcset=\"");
	buf_add(out, link->sources);
	buf_adds(out, "\" sizes=\"" COLUMN "\">");
	write_img(out, link, alt, title);
	buf_adds(out, "</picture>");
}
