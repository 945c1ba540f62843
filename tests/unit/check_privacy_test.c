#include <criterion/criterion.h>

#include "base/buf.h"
#include "check/host.h"
#include "check/policy.h"
#include "check/privacy.h"
#include "check/tag.h"
#include "jumble.h"

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

Test(host, knows_names_that_lead_nowhere)
{
	cr_expect(host_is_example(S("example.org")) && host_is_example(S("www.example.org")));
	cr_expect(host_is_example(S("test")) && host_is_example(S("a.b.invalid")));
	cr_expect_not(host_is_example(S("notexample.org")) || host_is_example(S("contest")));
	cr_expect_not(host_is_example(S("example.org.lv")) || host_is_example(S("org")));
	cr_expect(host_is_loopback(S("localhost")) && host_is_loopback(S("a.localhost")));
	cr_expect(host_is_loopback(S("127.0.0.1")));
	cr_expect_not(host_is_loopback(S("mylocalhost")) || host_is_loopback(S("1127.0.0.1")));
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
static str tags_of(struct buf *out, struct tags tags)
{
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

static void expect_of(struct tags tags, const char *expected)
{
	struct buf out;
	str got = tags_of(&out, tags);
	cr_expect(str_eq(got, str_of(expected)), "%.*s: %.*s", STR_ARGS(tags.html), STR_ARGS(got));
	buf_release(&out);
}

static void expect_tags(str html, const char *expected)
{
	expect_of((struct tags){.html = html}, expected);
}

static void expect_xml(str xml, const char *expected)
{
	expect_of((struct tags){.html = xml, .xml = true}, expected);
}

Test(tag, reads_attributes_in_all_their_forms)
{
	expect_tags(S("<a href=\"/x>y\" b c = 'd' e=f/g h=i>z</a><br/>"),
		"a(href=/x>y,b=,c=d,e=f/g,h=i,)br()");
	expect_tags(S("<IMG\n\tSRC=a\r\nALT>"), "IMG(SRC=a,ALT=,)");
}

/* --- tags that may be passed over ---------------------------------------------------- */

/* Nothing is asked for, and nothing runs, whatever the element. */
static bool is_silent(const struct attribute *at)
{
	str value = at->value;
	if (!str_eq(at->name, S("href")))
		return str_eq(at->name, S("class")) || str_eq(at->name, S("id")) ||
		       str_eq(at->name, S("datetime"));
	bool host = value.len > 1 && (value.ptr[1] == '/' || value.ptr[1] == '\\');
	return value.len && (value.ptr[0] == '#' || (value.ptr[0] == '/' && !host));
}

/* What nobody may pass over: tags with other attributes, <link>, and elements with text. */
static str tags_that_tell(struct buf *out, struct tags tags)
{
	static const str names[] = {STR_INIT("link"), STR_INIT("xmp"), STR_INIT("style"),
		STR_INIT("title"), STR_INIT("script"), STR_INIT("textarea")};
	buf_init(out);
	for (str name; tag_next(&tags, &name);) {
		size_t before = out->len;
		bool tells = false;
		for (size_t i = 0; i < ARRAY_LEN(names); i++)
			tells = tells || str_eq_nocase(name, names[i]);
		buf_printf(out, "%.*s(", STR_ARGS(name));
		for (struct attribute at; tag_attribute(&tags, &at); tells |= !is_silent(&at))
			buf_printf(out, "%.*s=%.*s,", STR_ARGS(at.name), STR_ARGS(at.value));
		str text = tag_text(&tags);
		buf_printf(out, ")%.*s", STR_ARGS(text));
		if (!tells)
			buf_truncate(out, before);
	}
	return buf_str(out);
}

static void expect_same_when_skimmed(str html, str own)
{
	struct buf all, skimmed;
	str expected = tags_that_tell(&all, (struct tags){.html = html});
	str got = tags_that_tell(
		&skimmed, (struct tags){.html = html, .own = &own, .nown = 1, .skim = true});
	cr_assert(str_eq(got, expected), "%.*s:\n%.*s\n%.*s", STR_ARGS(html), STR_ARGS(expected),
		STR_ARGS(got));
	buf_release(&all);
	buf_release(&skimmed);
}

static void expect_skimmed(str html, const char *expected)
{
	expect_of((struct tags){.html = html, .skim = true}, expected);
}

Test(tag, skims_over_tags_that_tell_nothing)
{
	expect_skimmed(
		S("<p><strong>a</strong><b c><STYLE>d</style><li><link><p>efghijklmnopqrstu"),
		"b(c=,)STYLE()dlink()");
	expect_skimmed(S("<a href=\"/x/\"><a class=\"y\" href=\"#z\"><a href=\"/\" onclick=\"x\">"),
		"a(href=/,onclick=x,)");
	expect_skimmed(
		S("<base href=\"//x/\"><base href=\"/\\x/\"><link href=\"/x\"><a href=\"x\">"),
		"base(href=//x/,)base(href=/\\x/,)link(href=/x,)a(href=x,)");
	expect_skimmed(S("<time datetime=\"2026\"><p id=\"a\"class=\"b\"><p id=\"c"),
		"p(id=a,class=b,)p(id=c,)");
}

Test(tag, passes_over_what_is_our_own)
{
	str html = S("<b c><p d>e</p><i f>");
	struct tags tags = {.html = html, .own = (str[]){str_sub(html, 5, 15)}, .nown = 1};
	expect_of(tags, "b(c=,)i(f=,)");
	html = S("<!-- <p d>e</p> --><i f>");
	tags = (struct tags){.html = html, .own = (str[]){str_sub(html, 5, 15)}, .nown = 1};
	expect_of(tags, "i(f=,)");
	html = S("<b c='<p d>e</p>'><i f>");
	tags = (struct tags){.html = html, .own = (str[]){str_sub(html, 6, 16)}, .nown = 1};
	expect_of(tags, "b(c=<p d>e</p>,)i(f=,)");
}

Test(tag, skimming_gives_all_that_tells_of_any_page)
{
	static const char *const parts[] = {"<", "<", ">", ">", "/", "</", "p", "strong", "script",
		"STYLE", "title", "xmp", "link", "textarea", "<p>", "<li>", "</p>",
		"<a href=\"x\">", "<a href=\"/x\"", " href=\"", " href=\"#y\"", "/", "\\",
		" class=\"z\"", "<b id=\"", " src=y", "=", "\"", "'", " ", "\n", "<!--", "-->",
		"--!>", "<!", "<?", "]]>", "<title>", "</title>", "<script>", "</script ",
		"\xc4\x81", "<strong", "words words "};
	str own = S("<p class=\"a\">b</p>\n<ul><li><a href=\"/c/\">d</a></li></ul>");
	uint64_t seed = 7;
	for (int round = 0; round < 20000; round++) {
		struct buf html;
		buf_init(&html);
		jumble(&seed, parts, ARRAY_LEN(parts), 7, "", &html);
		size_t before = html.len;
		buf_add(&html, own);
		jumble(&seed, parts, ARRAY_LEN(parts), 7, "", &html);
		expect_same_when_skimmed(
			buf_str(&html), str_sub(buf_str(&html), before, before + own.len));
		buf_release(&html);
	}
}

Test(tag, passes_over_what_is_no_element)
{
	expect_tags(S("<!doctype html><!-- <b> --> 1 < 2 <3 </c><p>"), "p()");
	expect_tags(S("<!doctype html public \"a'><p>"), "p()");
	expect_tags(S("<?x y='><p><!x y=\"><b>\"'>"), "p()b()");
}

Test(tag, sees_the_end_of_a_comment_where_browsers_do)
{
	expect_tags(S("<!-- <b> --!><p>--><i>"), "p()i()");
	expect_tags(S("<!--><p>--><!---><i>-->"), "p()i()");
	expect_tags(S("<!----><p><!-----><i><!----!><u>"), "p()i()u()");
	expect_tags(S("<!--!><b>--><p><!---!><b>--><i>"), "p()i()");
	expect_tags(S("<!-- <b> -- > <b> --!-- <b> --!--><p><!-- <!--><i>"), "p()i()");
}

Test(tag, reads_drawings_as_xml)
{
	expect_xml(S("<?xml-stylesheet href='/x'?><g>"), "?xml-stylesheet(href=/x,)g()");
	expect_xml(S("<?x y='?><g/><?x y>z='?><a/><?x"), "?x(y=,)g()?x(y=,)a()?x()");
	expect_xml(S("<!--><b>--!><b>--><g/><!---><b/>--><a/>"), "g()a()");
	expect_xml(S("<![CDATA[<b c=']]><g/>"), "g()");
	expect_xml(S("<\u0101:g/><_a/></g>1"), "\u0101:g()_a()");
}

Test(tag, takes_little_in_a_drawing_as_text)
{
	expect_xml(S("<script/><a/><style b='c'/><g/></style>"), "script()a()style(b=c,)g()");
	expect_xml(S("<title><g/></title><script><![CDATA[a<b]]></script>"), "title()g()script()");
	expect_xml(S("<style b='/'>c<d/></style><g/>"), "style(b=/,)c<d/>g()");
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
		"<a =", "<a ==b>", "<title></title", "<!-", "<!--", "<!---", "<!--!", "<!-- --!",
		"<?", "<?>", "<??", "<?x?", "<![CDATA[", "<style", "<style/", "<style/>"};
	for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
		struct buf out;
		tags_of(&out, (struct tags){.html = str_of(broken[i])});
		buf_release(&out);
		tags_of(&out, (struct tags){.html = str_of(broken[i]), .xml = true});
		buf_release(&out);
	}
}

/* --- whole files -------------------------------------------------------------------- */

static void expect_findings(str path, str bytes, size_t n)
{
	struct privacy privacy;
	privacy_init(&privacy, S("https://example.org"));
	privacy_scan(&privacy, path, bytes);
	cr_expect_eq(privacy.findings.len, n, "%.*s: %zu findings", STR_ARGS(bytes),
		privacy.findings.len);
	privacy_release(&privacy);
}

Test(privacy, reads_a_page_as_html_and_a_drawing_as_xml)
{
	str bytes = S("<meta name=referrer content=no-referrer><meta "
		      "http-equiv=content-security-policy content=\"default-src 'self'\">"
		      "<title/><img src='https://other.example/a.png'/>");
	expect_findings(S("a.html"), bytes, 0);
	expect_findings(S("a.svg"), bytes, 1);
}

static void expect_same_findings(
	const struct privacy *got, const struct privacy *expected, str html)
{
	cr_assert_eq(got->findings.len, expected->findings.len, "%.*s", STR_ARGS(html));
	for (size_t i = 0; i < got->findings.len; i++)
		cr_assert(map_has(&expected->findings, got->findings.entries[i].key), "%.*s",
			STR_ARGS(html));
}

/* A page with a part from stock, taken twice, finds what it finds without knowing. */
static void check_stock(str html, struct stocked *part, size_t first, size_t second)
{
	struct privacy with, without;
	stretch_list stretches = {0};
	VEC_PUSH(&stretches, ((struct stretch){first, part->text.len, part}));
	VEC_PUSH(&stretches, ((struct stretch){second, part->text.len, part}));
	privacy_init(&with, S("https://example.org"));
	privacy_init(&without, S("https://example.org"));
	privacy_scan(&without, S("a.html"), html);
	privacy_scan_page(&with, S("a.html"), html, &stretches);
	expect_same_findings(&with, &without, html);
	privacy_release(&with);
	privacy_release(&without);
	VEC_FREE(&stretches);
}

Test(privacy, finds_the_same_whether_a_part_is_from_stock_or_not)
{
	static const char *const parts[] = {"<", ">", "/", "</", "p", "script", "<p>", "<p ",
		"</p>", "<title>", "</title>", "<script>", "</script ", "<textarea>", "</textarea>",
		"<a href=\"/x\">", "<a href=\"javascript:\">", "<img src=\"//x\">",
		"<b class=y onclick=z>", "<meta name=referrer content=no-referrer>", " src='//y'",
		"<link href=\"//z\">", "=", "\"", "'", " ", "<!--", "-->", "<!", "<?",
		"<svg viewBox=\"0\"><path d=\"M\"/></svg>", "words "};
	uint64_t seed = 11;
	for (int round = 0; round < 20000; round++) {
		struct buf html, text;
		buf_init(&html);
		buf_init(&text);
		jumble(&seed, parts, ARRAY_LEN(parts), 5, "", &text);
		struct stocked part = {.text = buf_str(&text)};
		jumble(&seed, parts, ARRAY_LEN(parts), 3, "", &html);
		size_t first = html.len;
		buf_add(&html, part.text);
		jumble(&seed, parts, ARRAY_LEN(parts), 3, "", &html);
		size_t second = html.len;
		buf_add(&html, part.text);
		jumble(&seed, parts, ARRAY_LEN(parts), 3, "", &html);
		check_stock(buf_str(&html), &part, first, second);
		buf_release(&html);
		buf_release(&text);
	}
}

Test(privacy, passes_by_a_part_from_stock_that_tells_nothing)
{
	struct stocked quiet = {.text = S("<nav aria-label=x><svg viewBox=\"0\"></svg></nav>")};
	struct stocked loud = {.text = S("<nav><img src=\"//x\"></nav>")};
	check_stock(quiet.text, &quiet, 0, quiet.text.len);
	check_stock(loud.text, &loud, 0, loud.text.len);
	cr_assert_eq(quiet.heard, STOCK_QUIET);
	cr_assert_eq(loud.heard, STOCK_LOUD);
}
