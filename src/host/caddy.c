#include "host/print.h"

#include "serve/content_type.h"

static void put_types(struct buf *out)
{
	str ext;
	const char *type;
	for (size_t i = 0; content_type_row(i, &ext, &type); i++)
		buf_printf(out, "\t@%.*s path *.%.*s\n\theader @%.*s Content-Type \"%s\"\n",
			STR_ARGS(ext), STR_ARGS(ext), STR_ARGS(ext), type);
}

static void put_headers(const struct host_site *site, struct buf *out)
{
	buf_adds(out, "\theader {\n");
	print_each_header(site, "\t\t", " \"", "\"", out);
	/* Caddy says it of compressed answers alone (findings/caddy-vary.sh). */
	buf_adds(out, "\t}\n\theader ?Vary Accept-Encoding\n\t@hashed path_regexp \"^");
	print_pattern(out, site->path);
	buf_adds(out, PRINT_ASSET "$\"\n\theader @hashed Cache-Control \"" PRINT_FOREVER "\"\n"
				  "\t@others not path_regexp \"^");
	print_pattern(out, site->path);
	buf_adds(out, PRINT_ASSET "$\"\n\theader @others Cache-Control no-cache\n");
}

static void put_moves(const struct host_site *site, struct buf *out)
{
	for (size_t i = 0; i < site->nmoves; i++)
		buf_printf(out, "\tredir \"%.*s%.*s\" \"%.*s\" 301\n", STR_ARGS(site->path),
			STR_ARGS(site->moves[i].from), STR_ARGS(site->moves[i].to));
	if (site->path.len)
		buf_printf(out, "\tredir \"%.*s\" \"%.*s/\" 301\n", STR_ARGS(site->path),
			STR_ARGS(site->path));
}

/*
 * A folder without its slash, and a question: file_server would drop the question
 * (findings/caddy-query.sh). Only addresses as tilts makes them, for whatever else stands
 * in a path could name another host; path_regexp would look at a path that was tidied.
 */
static void put_asked(const struct host_site *site, struct buf *out)
{
	buf_printf(out,
		"\t\t\t@asked {\n"
		"\t\t\t\tfile {path}/index.html\n"
		"\t\t\t\texpression `{query} != \"\" && {path}.matches(\"^(/[a-z0-9-]+)+$\")`\n"
		"\t\t\t}\n"
		"\t\t\tredir @asked \"%.*s{path}/?{query}\" 308\n",
		STR_ARGS(site->path));
}

/* What begins with a dot is refused inside the handle, which comes before an error
 * of the site; only certificates are asked for by such names. */
static void put_files(const struct host_site *site, struct buf *out)
{
	buf_printf(out,
		"\t@hidden {\n\t\tpath */.*\n\t\tnot path %.*s/.well-known/*\n\t}\n"
		"\troot * \"%.*s\"\n\thandle %.*s/* {\n\t\troute {\n"
		"\t\t\terror @hidden 404\n",
		STR_ARGS(site->path), STR_ARGS(site->folder), STR_ARGS(site->path));
	if (site->path.len)
		buf_printf(out, "\t\t\turi strip_prefix %.*s\n", STR_ARGS(site->path));
	put_asked(site, out);
	buf_adds(out, "\t\t\tfile_server {\n\t\t\t\tprecompressed br gzip\n\t\t\t}\n"
		      "\t\t}\n\t}\n");
	if (site->path.len)
		buf_adds(out, "\thandle {\n\t\terror 404\n\t}\n");
}

/* The address as it was sent decides, for a path may have been cut off it. The
 * headers of the asset that is not there must not stay, nor may what was asked on
 * conditions: Caddy would answer 404 without the page (findings/caddy-missing-pages.sh). */
static void put_missing(const struct host_site *site, struct buf *out)
{
	static const char *const conditions[] = {
		"If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Range"};
	buf_adds(out, "\thandle_errors {\n\t\theader Cache-Control no-cache\n"
		      "\t\theader Content-Type \"" CONTENT_TYPE_HTML "\"\n");
	for (size_t i = 0; i < ARRAY_LEN(conditions); i++)
		buf_printf(out, "\t\trequest_header -%s\n", conditions[i]);
	for (size_t i = 0; i < site->nlanguages; i++)
		buf_printf(out,
			"\t\t@in%zu expression "
			"`{http.request.orig_uri.path}.startsWith(\"%.*s/%.*s/\")`\n"
			"\t\thandle @in%zu {\n\t\t\trewrite * \"/%.*s/404.html\"\n"
			"\t\t\tfile_server\n\t\t}\n",
			i, STR_ARGS(site->path), STR_ARGS(site->languages[i]), i,
			STR_ARGS(site->languages[i]));
	buf_adds(out, "\t\thandle {\n\t\t\trewrite * /404.html\n\t\t\tfile_server\n\t\t}\n\t}\n");
}

void print_caddy(const struct host_site *site, struct buf *out)
{
	buf_printf(out, "# For /etc/caddy/Caddyfile.\n%.*s://%.*s%s%.*s {\n",
		STR_ARGS(site->scheme), STR_ARGS(site->name), site->port.len ? ":" : "",
		STR_ARGS(site->port));
	put_headers(site, out);
	put_types(out);
	put_moves(site, out);
	put_files(site, out);
	put_missing(site, out);
	buf_adds(out, "}\n");
}
