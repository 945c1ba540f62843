#include "source/url.h"

static str scheme_of(str url)
{
	size_t end = str_find(url, S("://"));
	return end == STR_NONE ? S("") : str_sub(url, 0, end);
}

/* user:password@host:port of scheme://authority/path, or user@host of host:path. */
static str authority_of(str url)
{
	str scheme = scheme_of(url);
	str rest = scheme.len ? str_from(url, scheme.len + 3) : url;
	size_t end = 0;
	while (end < rest.len && !strchr(scheme.len ? "/?#" : "/:", rest.ptr[end]))
		end++;
	return str_sub(rest, 0, end);
}

static str user_of(str url)
{
	str authority = authority_of(url);
	size_t at = str_rfind_char(authority, '@');
	return at == STR_NONE ? S("") : str_sub(authority, 0, at);
}

bool url_is_remote(str location)
{
	size_t colon = str_find_char(location, ':'), slash = str_find_char(location, '/');
	if (scheme_of(location).len)
		return true;
	return colon != STR_NONE && colon > 0 && (slash == STR_NONE || colon < slash);
}

str url_shown(struct arena *arena, str url)
{
	str user = user_of(url);
	if (!user.len || !str_starts(scheme_of(url), S("http")))
		return arena_str(arena, url);
	size_t start = (size_t)(user.ptr - url.ptr);
	return arena_join(
		arena, str_sub(url, 0, start), str_from(url, start + user.len + 1), S(""));
}

/* host:port, [host]:port, or for host:path of ssh the host alone. */
static str host_of(str authority, str *port)
{
	size_t end = str_rfind_char(authority, ':');
	*port = S("");
	if (str_starts(authority, S("["))) {
		size_t close = str_find_char(authority, ']');
		if (close == STR_NONE)
			return authority;
		if (close + 1 < authority.len && authority.ptr[close + 1] == ':')
			*port = str_from(authority, close + 2);
		return str_sub(authority, 1, close);
	}
	if (end == STR_NONE)
		return authority;
	*port = str_from(authority, end + 1);
	return str_sub(authority, 0, end);
}

struct url_parts url_parts(str url)
{
	str scheme = scheme_of(url), authority = authority_of(url), user = user_of(url);
	struct url_parts parts = {.user = user};
	parts.is_http = str_starts(scheme, S("http"));
	parts.is_ssh = !scheme.len || str_find(scheme, S("ssh")) != STR_NONE;
	if (user.len)
		authority = str_from(authority, user.len + 1);
	parts.host = host_of(authority, &parts.port);
	return parts;
}

static bool is_fetchable(str scheme)
{
	const str known[] = {S("https"), S("http"), S("ssh"), S("git"), S("file"), S("git+ssh"),
		S("ssh+git"), S("")};
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (str_eq(scheme, known[i]))
			return true;
	return false;
}

static bool is_clean(str url)
{
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.ptr[i] <= 0x20 || url.ptr[i] == 0x7f)
			return false;
	return true;
}

/* "https://name:pass/word@host": what ends a host ends no password to who wrote it. No path begins
 * with a port that is no number. */
static bool hides_password(str url)
{
	int64_t port;
	struct url_parts parts = url_parts(url);
	return scheme_of(url).len && parts.port.len && !str_to_int(parts.port, &port) &&
	       str_find_char(url, '@') != STR_NONE;
}

bool url_check(str url, struct diags *diags)
{
	str scheme = scheme_of(url);
	if (!is_clean(url)) {
		diag_add(diags, DIAG_SOURCE_URL, SPAN_NONE,
			"the address of the source holds a space or a control character");
		return false;
	}
	if (str_find_char(user_of(url), ':') != STR_NONE || hides_password(url)) {
		diag_add(diags, DIAG_SOURCE_URL, SPAN_NONE,
			"the address of the source holds a password, which others could read");
		diag_note(diags, SPAN_NONE,
			"leave it out; git's credential helper can keep it: see git help "
			"credentials");
		return false;
	}
	if (is_fetchable(scheme))
		return true;
	diag_add(diags, DIAG_SOURCE_URL, SPAN_NONE, "can't fetch from '%.*s://' addresses",
		STR_ARGS(scheme));
	diag_note(diags, SPAN_NONE, "use https, http, ssh, git or file");
	return false;
}
