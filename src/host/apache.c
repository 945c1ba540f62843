#include "host/print.h"

#include "serve/content_type.h"

static void put_top(const struct host_site *site, struct buf *out)
{
	buf_printf(out, "<VirtualHost *:%.*s>\n\tServerName %.*s\n",
		STR_ARGS(site->port.len ? site->port : S("80")), STR_ARGS(site->name));
	if (str_eq(site->scheme, S("https")))
		buf_adds(out, "\t# `certbot --apache` adds what https needs.\n");
	if (site->path.len)
		buf_printf(out,
			"\tRedirectMatch 301 \"^%.*s$\" \"%.*s/\"\n"
			"\tAlias \"%.*s/\" \"%.*s/\"\n",
			STR_ARGS(site->path), STR_ARGS(site->path), STR_ARGS(site->path),
			STR_ARGS(site->folder));
	else
		buf_printf(out, "\tDocumentRoot \"%.*s\"\n", STR_ARGS(site->folder));
}

/* Files that --compress wrote are sent as they are, under their first ending's kind, to who
 * takes the coding: named, in any case, and not with a weight of nought (RFC 9110, 12.5.3). */
static void put_twin(struct buf *out, const char *coding, const char *ending)
{
	buf_printf(out,
		"\t\tAddEncoding %s .%s\n\t\tRemoveType .%s\n"
		"\t\tRewriteCond \"%%{HTTP:Accept-Encoding}\" \"(^|,)\\s*%s\\s*"
		"(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[^,]*)?(,|$)\" [NC]\n"
		"\t\tRewriteCond \"%%{REQUEST_FILENAME}.%s\" -f\n"
		"\t\tRewriteRule \"^(.+)$\" \"$1.%s\" [E=no-gzip:1,L]\n",
		coding, ending, ending, coding, ending, ending);
}

static void put_types(struct buf *out)
{
	str ext;
	const char *type;
	for (size_t i = 0; content_type_row(i, &ext, &type); i++)
		buf_printf(out, "\t\tAddType \"%s\" .%.*s\n", type, STR_ARGS(ext));
}

static void put_folder(const struct host_site *site, struct buf *out)
{
	buf_printf(out,
		"\t<Directory \"%.*s\">\n\t\tRequire all granted\n\t\tAllowOverride None\n"
		"\t\tOptions FollowSymLinks\n\t\tDirectoryIndex index.html\n"
		"\t\tAddDefaultCharset Off\n\t\tRewriteEngine On\n",
		STR_ARGS(site->folder));
	put_types(out);
	put_twin(out, "br", "br");
	put_twin(out, "gzip", "gz");
	buf_adds(out, "\t\tHeader merge Vary Accept-Encoding\n\t</Directory>\n");
}

static void put_headers(const struct host_site *site, struct buf *out)
{
	print_each_header(site, "\tHeader always set ", " \"", "\"", out);
	buf_adds(out, "\tHeader set Cache-Control \"no-cache\"\n\t<LocationMatch \"^");
	print_pattern(out, site->path);
	buf_adds(out, PRINT_ASSET "(\\.(br|gz))?$\">\n"
				  "\t\tHeader set Cache-Control \"" PRINT_FOREVER
				  "\"\n\t</LocationMatch>\n");
}

/* A folder without a page is forbidden to Apache; to a reader it is not there. */
static void put_page(
	const struct host_site *site, const char *indent, str language, struct buf *out)
{
	const char *slash = language.len ? "/" : "";
	buf_printf(out,
		"%sErrorDocument 404 %.*s%s%.*s/404.html\n%sErrorDocument 403 "
		"%.*s%s%.*s/404.html\n",
		indent, STR_ARGS(site->path), slash, STR_ARGS(language), indent,
		STR_ARGS(site->path), slash, STR_ARGS(language));
}

static void put_missing(const struct host_site *site, struct buf *out)
{
	put_page(site, "\t", S(""), out);
	for (size_t i = 0; i < site->nlanguages; i++) {
		buf_printf(out, "\t<Location \"%.*s/%.*s/\">\n", STR_ARGS(site->path),
			STR_ARGS(site->languages[i]));
		put_page(site, "\t\t", site->languages[i], out);
		buf_adds(out, "\t</Location>\n");
	}
}

static void put_moves(const struct host_site *site, struct buf *out)
{
	for (size_t i = 0; i < site->nmoves; i++) {
		buf_adds(out, "\tRedirectMatch 301 \"^");
		print_pattern(out, site->path);
		print_pattern(out, site->moves[i].from);
		buf_printf(out, "$\" \"%.*s\"\n", STR_ARGS(site->moves[i].to));
	}
}

void print_apache(const struct host_site *site, struct buf *out)
{
	buf_adds(out,
		"# For /etc/apache2/sites-available: a2enmod headers rewrite, then a2ensite.\n");
	put_top(site, out);
	put_folder(site, out);
	put_headers(site, out);
	buf_adds(out, "\t# Nothing hidden, but what certificates are asked for by.\n"
		      "\tRedirectMatch 404 \"/\\.(?!well-known/)\"\n");
	put_missing(site, out);
	put_moves(site, out);
	buf_adds(out, "</VirtualHost>\n");
}
