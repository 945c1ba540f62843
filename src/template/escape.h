/* HTML text and attribute values. */
#ifndef TEMPLATE_ESCAPE_H
#define TEMPLATE_ESCAPE_H

#include "base/buf.h"

/* Appends s with & < > " ' as character references: safe as text and between
 * quotes of either kind. */
void escape_html(struct buf *out, str s);

#endif
