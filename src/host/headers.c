#include "host/print.h"

/* Where two rules name one header the hosts join the values, so that no header
 * stands in two rules that can meet. What is not hashed these hosts ask anew by
 * themselves. They know the kinds of files and the languages' 404.html, too. */
void print_headers(const struct host_site *site, struct buf *out)
{
	buf_adds(out, "# The file _headers of Netlify and Cloudflare Pages.\n/*\n");
	print_each_header(site, "  ", ": ", "", out);
	buf_printf(
		out, "%.*s/assets/*\n  Cache-Control: " PRINT_FOREVER "\n", STR_ARGS(site->path));
	if (site->nmoves)
		buf_adds(out, "# Old addresses, for the file _redirects, without the sign:\n");
	for (size_t i = 0; i < site->nmoves; i++)
		buf_printf(out, "# %.*s%.*s %.*s 301\n", STR_ARGS(site->path),
			STR_ARGS(site->moves[i].from), STR_ARGS(site->moves[i].to));
}
