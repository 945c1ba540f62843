#include "host/host.h"

#include "base/ascii.h"
#include "host/print.h"

static const struct row {
	str name;
	void (*print)(const struct host_site *site, struct buf *out);
} rows[] = {
	{STR_INIT("nginx"), print_nginx},
	{STR_INIT("apache"), print_apache},
	{STR_INIT("caddy"), print_caddy},
	{STR_INIT("headers"), print_headers},
};

str host_name(size_t n)
{
	return n < ARRAY_LEN(rows) ? rows[n].name : S("");
}

bool host_write(const struct host_site *site, str server, struct buf *out)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (str_eq(rows[i].name, server)) {
			rows[i].print(site, out);
			return true;
		}
	return false;
}

bool host_is_quotable(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("\"\\$`{}%", text.ptr[i]))
			return false;
	return ascii_control_at(text) == STR_NONE;
}

void host_take_address(struct host_site *site, str base_url)
{
	size_t colon = str_find(base_url, S("://"));
	site->scheme = str_sub(base_url, 0, colon);
	str rest = str_from(base_url, colon + 3);
	size_t slash = str_find_char(rest, '/');
	str authority = str_sub(rest, 0, slash);
	site->path = slash == STR_NONE ? S("") : str_from(rest, slash);
	size_t port = str_rfind_char(authority, ':');
	bool has_port = port != STR_NONE && !str_ends(authority, S("]"));
	site->name = has_port ? str_sub(authority, 0, port) : authority;
	site->port = has_port ? str_from(authority, port + 1) : S("");
}

/* --- what the configurations share -------------------------------------------------- */

void print_each_header(const struct host_site *site, const char *before, const char *between,
	const char *after, struct buf *out)
{
	static const struct {
		str name, value;
	} headers[] = {
		{STR_INIT("X-Content-Type-Options"), STR_INIT("nosniff")},
		{STR_INIT("Referrer-Policy"), STR_INIT("no-referrer")},
		{STR_INIT("Cross-Origin-Opener-Policy"), STR_INIT("same-origin")},
		{STR_INIT("Permissions-Policy"),
			STR_INIT("camera=(), geolocation=(), microphone=()")},
	};
	buf_printf(out, "%sContent-Security-Policy%s%.*s; frame-ancestors 'none'%s\n", before,
		between, STR_ARGS(site->policy), after);
	for (size_t i = 0; i < ARRAY_LEN(headers); i++)
		buf_printf(out, "%s%.*s%s%.*s%s\n", before, STR_ARGS(headers[i].name), between,
			STR_ARGS(headers[i].value), after);
}

void print_pattern(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (strchr(".*+?()[]|^", text.ptr[i]))
			buf_adds(out, "\\");
		buf_add_char(out, text.ptr[i]);
	}
}
