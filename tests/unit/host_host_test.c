/* What configurations of hosts are made from, and names in them. */
#include <criterion/criterion.h>

#include "host/host.h"

static void expect_address(
	const char *url, const char *scheme, const char *name, const char *port, const char *path)
{
	struct host_site site = {0};
	host_take_address(&site, str_of(url));
	cr_expect(str_eq(site.scheme, str_of(scheme)), "%s", url);
	cr_expect(str_eq(site.name, str_of(name)), "%s: %.*s", url, STR_ARGS(site.name));
	cr_expect(str_eq(site.port, str_of(port)), "%s: %.*s", url, STR_ARGS(site.port));
	cr_expect(str_eq(site.path, str_of(path)), "%s: %.*s", url, STR_ARGS(site.path));
}

Test(host_host, an_address_has_parts)
{
	expect_address("https://example.org", "https", "example.org", "", "");
	expect_address("http://example.org:8080/a/b", "http", "example.org", "8080", "/a/b");
	expect_address("http://[2001:db8::1]", "http", "[2001:db8::1]", "", "");
	expect_address("http://[2001:db8::1]:8080/a", "http", "[2001:db8::1]", "8080", "/a");
}

/* Each of these means something to one of the servers. */
Test(host_host, what_means_something_between_quotes_is_refused)
{
	static const char signs[] = "\"\\$`{}%\n\t";
	cr_expect(host_is_quotable(S("/var/www/a b.c-d_ā")));
	for (size_t i = 0; signs[i]; i++)
		cr_expect_not(host_is_quotable(str_n(&signs[i], 1)), "sign %zu", i);
}

static bool nginx_has(struct host_site site, const char *words)
{
	struct buf out;
	buf_init(&out);
	site.folder = S("/var/www/public");
	site.policy = S("default-src 'none'");
	cr_assert(host_write(&site, S("nginx"), &out));
	bool has = str_find(buf_str(&out), str_of(words)) != STR_NONE;
	buf_release(&out);
	return has;
}

/* Sites of one name at two paths stand in one configuration. */
Test(host_host, nginx_variables_are_each_site_s_own)
{
	struct host_site site = {0};
	host_take_address(&site, S("https://example.org/a-b"));
	cr_expect(nginx_has(site, "map $uri $kept_example_org_a_b {"));
	host_take_address(&site, S("https://example.org/c"));
	cr_expect(nginx_has(site, "map $uri $kept_example_org_c {"));
}

Test(host_host, nginx_listens_to_both_kinds_of_addresses)
{
	struct host_site site = {0};
	host_take_address(&site, S("https://example.org"));
	cr_expect(nginx_has(site, "listen 80;") && nginx_has(site, "listen [::]:80;"));
	cr_expect(nginx_has(site, "# `certbot --nginx` adds what https needs."));
	host_take_address(&site, S("http://example.org:8080"));
	cr_expect(nginx_has(site, "listen 8080;"));
	cr_expect_not(nginx_has(site, "certbot"));
}
