/* Text inside HTML, and addresses inside attributes. */
#ifndef MARKDOWN_ESCAPE_H
#define MARKDOWN_ESCAPE_H

#include "base/buf.h"

/* & < > and " become entities: right between tags and inside "…". */
void escape_text(struct buf *out, str s);

/* For href="…" and src="…": also percent-encodes what RFC 3986 does not let
 * stand as it is; a '%' that is there is kept. */
void escape_href(struct buf *out, str url);

/* Appends ` name="text"`, or nothing when the text is empty. */
void escape_attribute(struct buf *out, const char *name, str text);

#endif
