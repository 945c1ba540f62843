#include "template/escape.h"

#include "base/markup.h"

void escape_html(struct buf *out, str s)
{
	markup_escape(out, s, S("&#39;"));
}
