#include <criterion/criterion.h>

#include "base/buf.h"
#include "check/host.h"
#include "check/policy.h"
#include "check/tag.h"

/* --- hosts -------------------------------------------------------------------------- */

static bool foreign(const char *address)
{
	return host_is_foreign(str_of(address), S("https://example.org"));
}

Test(host, knows_its_own_addresses)
{
	static const char *const own[] = {"", "/", "/a/b.png", "a.png", "../a.png", "#x", "?a=b",
		"a/b:c", "https://example.org", "https://example.org/a", "https://example.org?a",
		" /a ", "data:image/png;base64,AA==", "DATA:,x", "blob:null/1"};
	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		cr_assert(!foreign(own[i]), "%s", own[i]);
}

Test(host, knows_all_ways_to_name_another)
{
	static const char *const others[] = {"https://other.example/a", "http://example.org/",
		"//other.example/", "//example.org/", "/\\other.example", "\\\\other.example",
		"https://example.org.other.example/", "https://example.orgy/", "HTTPS://other/",
		"wss://other", " https://other/", "&#104;ttps://other/", "https&colon;//other/",
		"ht\ntps://other/", "javascript:alert(1)", "ftp:other"};
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		cr_assert(foreign(others[i]), "%s", others[i]);
}

Test(host, takes_the_origin_of_an_address_with_a_path)
{
	cr_assert(str_eq(host_origin(S("https://h:8080/a/b")), S("https://h:8080")));
	cr_assert(str_eq(host_origin(S("https://h")), S("https://h")));
}

Test(host, looks_at_every_picture_of_a_set)
{
	str origin = S("https://example.org");
	cr_assert(!host_is_foreign_any(S("/a.png 1x, https://example.org/b.png 2x"), origin));
	cr_assert(host_is_foreign_any(S("/a.png 1x,\n\thttps://other/b.png 2x"), origin));
}

Test(host, finds_addresses_in_style_sheets_and_scripts)
{
	str address, text = S("@import 'https://a/x.css';\n/* http://www.w3.org/2000/svg */"
			      "b{c:url(//d/e)} fetch(`wss://f`) // https://example.org/g");
	size_t at = 0;
	str origin = S("https://example.org");
	static const char *const expected[] = {"https://a/x.css", "//d/e", "wss://f"};
	for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
		cr_assert(host_find_foreign(text, origin, &at, &address));
		cr_assert(str_eq(address, str_of(expected[i])), "%.*s", STR_ARGS(address));
	}
	cr_assert(!host_find_foreign(text, origin, &at, &address));
}

/* --- policies ----------------------------------------------------------------------- */

Test(policy, wants_self_or_none_for_everything)
{
	cr_assert(policy_is_strict(S("default-src 'none'")));
	cr_assert(policy_is_strict(S(
		" default-src 'none' ; style-src  'self'; base-uri 'none'; sandbox allow-forms")));
	cr_assert(policy_is_strict(
		S("default-src 'self'; require-trusted-types-for 'script'; trusted-types a;")));
}

Test(policy, takes_no_exceptions)
{
	static const char *const weak[] = {"", "script-src 'self'", "default-src *",
		"default-src 'self' 'unsafe-inline'",
		"default-src 'none'; img-src data:", "default-src 'none'; style-src 'sha256-abc='",
		"default-src 'none'; font-src fonts.example", "default-src 'none'; report-uri /r"};
	for (size_t i = 0; i < ARRAY_LEN(weak); i++)
		cr_assert(!policy_is_strict(str_of(weak[i])), "%s", weak[i]);
}

/* --- tags --------------------------------------------------------------------------- */

/* "a(href=x,b=)p()" of all tags and their attributes. */
static str tags_of(struct buf *out, str html)
{
	struct tags tags = {.html = html};
	buf_init(out);
	for (str name; tag_next(&tags, &name);) {
		buf_printf(out, "%.*s(", STR_ARGS(name));
		for (struct attribute at; tag_attribute(&tags, &at);)
			buf_printf(out, "%.*s=%.*s,", STR_ARGS(at.name), STR_ARGS(at.value));
		str text = tag_text(&tags);
		buf_printf(out, ")%.*s", STR_ARGS(text));
	}
	return buf_str(out);
}

static void expect_tags(str html, const char *expected)
{
	struct buf out;
	str got = tags_of(&out, html);
	cr_assert(str_eq(got, str_of(expected)), "%.*s: %.*s", STR_ARGS(html), STR_ARGS(got));
	buf_release(&out);
}

Test(tag, reads_attributes_in_all_their_forms)
{
	expect_tags(S("<a href=\"/x>y\" b c = 'd' e=f/g h=i>z</a><br/>"),
		"a(href=/x>y,b=,c=d,e=f/g,h=i,)br()");
	expect_tags(S("<IMG\n\tSRC=a\r\nALT>"), "IMG(SRC=a,ALT=,)");
}

Test(tag, passes_over_what_is_no_element)
{
	expect_tags(S("<!doctype html><!-- <b> --> 1 < 2 <3 </c><p>"), "p()");
	expect_tags(S("<?xml-stylesheet href='/x'?><g>"), "?xml-stylesheet(href=/x,?=,)g()");
}

Test(tag, takes_scripts_as_text)
{
	expect_tags(S("<script>if (a<b) '<img src=x>'</SCRIPT><p>"),
		"script()if (a<b) '<img src=x>'p()");
	expect_tags(S("<title><b></title><style>a</styl></style>"), "title()<b>style()a</styl>");
}

Test(tag, survives_what_is_broken)
{
	static const char *const broken[] = {"<", "<a", "<a ", "<a b", "<a b=", "<a b='",
		"<a b=\"c", "<!--", "<!", "</", "<script", "<script>", "<script></scrip", "<a/",
		"<a =", "<a ==b>", "<title></title"};
	for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
		struct buf out;
		tags_of(&out, str_of(broken[i]));
		buf_release(&out);
	}
}
