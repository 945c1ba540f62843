#include "host/print.h"

#include "base/ascii.h"
#include "serve/content_type.h"

/* A name of our own for a variable: other sites may be configured beside this. */
static void put_variable(const struct host_site *site, struct buf *out)
{
	buf_adds(out, "$kept_");
	for (size_t i = 0; i < site->name.len; i++)
		buf_add_char(out, ascii_is_alnum(site->name.ptr[i]) ? site->name.ptr[i] : '_');
	for (size_t i = 0; i < site->path.len; i++)
		buf_add_char(out, ascii_is_alnum(site->path.ptr[i]) ? site->path.ptr[i] : '_');
}

static void put_map(const struct host_site *site, struct buf *out)
{
	buf_adds(out, "# Hashed names are kept for a year, all else is asked for anew.\nmap $uri ");
	put_variable(site, out);
	buf_adds(out, " {\n\tdefault \"no-cache\";\n\t\"~^");
	print_pattern(out, site->path);
	buf_adds(out, PRINT_ASSET "$\" \"" PRINT_FOREVER "\";\n}\n\n");
}

static void put_types(struct buf *out)
{
	str ext;
	const char *type;
	buf_adds(out, "\ttypes {\n");
	for (size_t i = 0; content_type_row(i, &ext, &type); i++)
		buf_printf(out, "\t\t\"%s\" %.*s;\n", type, STR_ARGS(ext));
	buf_adds(out, "\t}\n\tdefault_type application/octet-stream;\n");
}

static void put_headers(const struct host_site *site, struct buf *out)
{
	print_each_header(site, "\tadd_header ", " \"", "\" always;", out);
	buf_adds(out, "\tadd_header Cache-Control ");
	put_variable(site, out);
	/* Also of a page that is missing: it may come, and a browser keeps a 404 by its date. */
	buf_adds(out, " always;\n");
}

static void put_listen(const struct host_site *site, struct buf *out)
{
	str port = site->port.len ? site->port : S("80");
	buf_printf(out, "\tlisten %.*s;\n\tlisten [::]:%.*s;\n", STR_ARGS(port), STR_ARGS(port));
	if (str_eq(site->scheme, S("https")))
		buf_adds(out, "\t# `certbot --nginx` adds what https needs.\n");
	buf_printf(out, "\tserver_name %.*s;\n", STR_ARGS(site->name));
}

static void put_moves(const struct host_site *site, struct buf *out)
{
	for (size_t i = 0; i < site->nmoves; i++)
		buf_printf(out, "\tlocation = \"%.*s%.*s\" { return 301 \"%.*s\"; }\n",
			STR_ARGS(site->path), STR_ARGS(site->moves[i].from),
			STR_ARGS(site->moves[i].to));
}

/* To nginx a folder without a page is forbidden; to a reader it is not there. */
static void put_missing(const struct host_site *site, str language, struct buf *out)
{
	buf_printf(out, "error_page 403 404 =404 \"%.*s/%.*s404.html\";\n", STR_ARGS(site->path),
		STR_ARGS(language));
}

/* `language` is "" or "ru/". */
static void put_location(const struct host_site *site, str language, struct buf *out)
{
	buf_printf(out, "\tlocation \"%.*s/%.*s\" {\n", STR_ARGS(site->path), STR_ARGS(language));
	if (site->path.len)
		buf_printf(out, "\t\talias \"%.*s/%.*s\";\n", STR_ARGS(site->folder),
			STR_ARGS(language));
	buf_adds(out, "\t\t");
	put_missing(site, language, out);
	buf_adds(out, "\t}\n");
}

static void put_locations(const struct host_site *site, struct buf *out)
{
	struct buf language;
	buf_init(&language);
	put_location(site, S(""), out);
	for (size_t i = 0; i < site->nlanguages; i++) {
		buf_clear(&language);
		buf_printf(&language, "%.*s/", STR_ARGS(site->languages[i]));
		put_location(site, buf_str(&language), out);
	}
	if (site->path.len)
		buf_printf(out, "\tlocation = \"%.*s\" { return 301 \"%.*s/\"; }\n",
			STR_ARGS(site->path), STR_ARGS(site->path));
	buf_release(&language);
}

void print_nginx(const struct host_site *site, struct buf *out)
{
	buf_adds(out, "# For /etc/nginx/sites-available, linked from sites-enabled.\n");
	put_map(site, out);
	buf_adds(out, "server {\n");
	put_listen(site, out);
	if (!site->path.len)
		buf_printf(out, "\troot \"%.*s\";\n", STR_ARGS(site->folder));
	buf_adds(out, "\tindex index.html;\n\tautoindex off;\n\tserver_tokens off;\n"
		      "\tabsolute_redirect off;\n"
		      "\t# What --compress wrote; brotli_static on; with "
		      "libnginx-mod-http-brotli-static.\n"
		      "\tgzip_static on;\n\tgzip_vary on;\n\n");
	put_types(out);
	buf_adds(out, "\n");
	put_headers(site, out);
	buf_adds(out, "\n\t# Nothing hidden, but what certificates are asked for by.\n"
		      "\tif ($uri ~ \"/\\.(?!well-known/)\") { return 404; }\n\n\t");
	put_missing(site, S(""), out);
	put_locations(site, out);
	put_moves(site, out);
	buf_adds(out, "}\n");
}
