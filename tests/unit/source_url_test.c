#include <criterion/criterion.h>

#include "source/cause.h"
#include "source/proxy.h"
#include "source/url.h"

static void expect_parts(const char *url, const char *user, const char *host, const char *port)
{
	struct url_parts parts = url_parts(str_of(url));
	cr_expect(str_eq(parts.user, str_of(user)), "%s: %.*s", url, STR_ARGS(parts.user));
	cr_expect(str_eq(parts.host, str_of(host)), "%s: %.*s", url, STR_ARGS(parts.host));
	cr_expect(str_eq(parts.port, str_of(port)), "%s: %.*s", url, STR_ARGS(parts.port));
}

Test(source_url, parts)
{
	expect_parts("ssh://git@example.org:2222/a/b", "git", "example.org", "2222");
	expect_parts("https://example.org/a:b@c", "", "example.org", "");
	expect_parts("http://[::1]:8080/a", "", "::1", "8080");
	expect_parts("http://[::1]", "", "::1", "");
	expect_parts("git@example.org:a/b", "git", "example.org", "");
	expect_parts("http://[::1", "", "[::1", "");
	cr_expect(url_parts(S("git@example.org:a")).is_ssh);
	cr_expect(url_parts(S("git+ssh://example.org/a")).is_ssh);
	cr_expect(url_parts(S("https://example.org/a")).is_http);
	cr_expect_not(url_parts(S("git://example.org/a")).is_http);
}

static bool is_refused(const char *url)
{
	struct diags diags;
	diags_init(&diags);
	bool refused = !url_check(str_of(url), &diags);
	for (size_t i = 0; i < diags.list.len; i++)
		cr_expect_eq(str_find(diags.list.items[i].text, S("er2")), STR_NONE, "%s", url);
	diags_release(&diags);
	return refused;
}

Test(source_url, passwords_are_refused_and_not_shown)
{
	cr_expect(is_refused("https://name:hunter2@example.org/a"));
	cr_expect(is_refused("https://name:hunt/er2@example.org/a"));
	cr_expect(is_refused("https://name:hunt#er2@example.org/a"));
	cr_expect(is_refused("ssh://name:hunter2@example.org/a"));
	cr_expect_not(is_refused("https://example.org:8443/@a/b"));
	cr_expect_not(is_refused("http://[::1]:80/@a/b"));
	cr_expect_not(is_refused("https://token@example.org/a"));
	cr_expect_not(is_refused("git@example.org:a/b@c"));
	cr_expect_not(is_refused("https://example.org/a:b@c"));
}

static void expect_proxy(const char *proxy, const char *shown)
{
	struct arena arena;
	arena_init(&arena);
	str text = proxy_shown(str_of(proxy), &arena);
	cr_expect(str_eq(text, str_of(shown)), "%s: %.*s", proxy, STR_ARGS(text));
	arena_release(&arena);
}

Test(source_proxy, is_shown_without_its_password)
{
	expect_proxy("http://example.org:8080", "http://example.org:8080");
	expect_proxy("http://name:password@example.org:x", "http://example.org:x");
	expect_proxy("socks5://name:p/a@ss#word@[::1", "socks5://[::1");
	expect_proxy("http://name:password@", "http://");
}

Test(source_proxy, exceptions)
{
	str list = S("localhost, .example.org,10.0.0.1:8080");
	cr_expect(proxy_is_excepted(list, S("localhost"), S("80")));
	cr_expect(proxy_is_excepted(list, S("example.org"), S("80")));
	cr_expect(proxy_is_excepted(list, S("git.EXAMPLE.org"), S("443")));
	cr_expect(proxy_is_excepted(list, S("10.0.0.1"), S("8080")));
	cr_expect_not(proxy_is_excepted(list, S("10.0.0.1"), S("80")));
	cr_expect_not(proxy_is_excepted(list, S("anexample.org"), S("80")));
	cr_expect_not(proxy_is_excepted(S(""), S("example.org"), S("80")));
	cr_expect_not(proxy_is_excepted(S(","), S("example.org"), S("80")));
	cr_expect(proxy_is_excepted(S("*"), S("example.org"), S("80")));
	cr_expect(proxy_is_excepted(S("*.example.org"), S("a.example.org"), S("80")));
}

static void expect_hint(struct cause cause, const char *words)
{
	cr_expect(str_find(cause.hint, str_of(words)) != STR_NONE, "%.*s", STR_ARGS(cause.hint));
}

Test(source_cause, names_the_command)
{
	struct arena arena;
	arena_init(&arena);
	str url = S("ssh://git@example.org:2222/a"), said = S("something else");
	cr_expect(str_eq(cause_of(said, url, &arena).why, said));
	cr_expect(str_is_empty(cause_of(said, url, &arena).hint));
	expect_hint(cause_of(S("Unable to exchange encryption keys"), url, &arena),
		"`ssh -p 2222 git@example.org`");
	expect_hint((struct cause){.hint = cause_connect(S("example.org:a"), &arena)},
		"`ssh example.org`");
	expect_hint((struct cause){.hint = cause_changed_key(S("example.org:a"), &arena)},
		"ssh-keygen -R 'example.org'");
	expect_hint(cause_of(S("extensions.refstorage"), S("here"), &arena), "git -C here refs");
	arena_release(&arena);
}
