/*
 * Whatever is given as the address of a source: what is shown of it holds no name that may be
 * a token, an accepted one holds no password, and its parts lie within it. The second line is
 * no_proxy, the third what libgit2 said.
 */
#include "frame.h"
#include "source/cause.h"
#include "source/proxy.h"
#include "source/url.h"

static bool lies_within(str part, str url)
{
	return !part.len || (part.ptr >= url.ptr && part.ptr + part.len <= url.ptr + url.len);
}

static void check_shown(str url, struct arena *arena)
{
	str shown = url_shown(arena, url);
	struct url_parts parts = url_parts(shown);
	if (parts.is_http && parts.user.len)
		BUG("a name in front of the host is shown");
	if (shown.len > url.len || !str_eq(url_shown(arena, shown), shown))
		BUG("what is shown is another address");
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	str url, exceptions = S(""), said = text;
	str_cut(&said, '\n', &url);
	str_cut(&said, '\n', &exceptions);
	struct url_parts parts = url_parts(url);
	if (!lies_within(parts.user, url) || !lies_within(parts.host, url) ||
		!lies_within(parts.port, url))
		BUG("a part from elsewhere");
	check_shown(url, arena);
	if (url_is_remote(url) && url_check(url, diags) &&
		str_find_char(parts.user, ':') != STR_NONE)
		BUG("an address with a password is accepted");
	struct cause cause = cause_of(said, url, arena);
	if (!cause.why.len && said.len)
		BUG("no reason is given");
	proxy_is_excepted(exceptions, parts.host, parts.port);
	if (parts.host.len && !proxy_is_excepted(parts.host, parts.host, S("")) &&
		!strpbrk(arena_cstr(arena, parts.host), ":,* \t.[]\n\r\v\f"))
		BUG("a host is not excepted by its own name");
}
