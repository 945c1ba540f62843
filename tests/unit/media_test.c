/* What tests/sites/media.txt does not show: names, long drawings, many faults. */
#include <criterion/criterion.h>

#include "base/buf.h"
#include "media/leftover.h"
#include "media/media.h"
#include "media/svg.h"

Test(leftover, knows_what_programs_leave)
{
	static const char *const left[] = {"x.md~", "#x#", "~$x.docx", "x.orig", "x.BAK", "x.tmp",
		"x.pdf.part", "x.pdf.crdownload", "THUMBS.DB", "Desktop.ini"};
	static const char *const meant[] = {"x.md", "~x.md", "#x", "x#", "##", "$x", "~", ".orig",
		"bak", "original", "x.parts.pdf", "thumbs.db.txt"};
	for (size_t i = 0; i < ARRAY_LEN(left); i++)
		cr_assert(leftover_is(str_of(left[i])), "%s", left[i]);
	for (size_t i = 0; i < ARRAY_LEN(meant); i++)
		cr_assert(!leftover_is(str_of(meant[i])), "%s", meant[i]);
}

static bool goes_out(const char *name, str bytes)
{
	struct diags diags;
	diags_init(&diags);
	bool good = media_check(str_of(name), bytes, 1, &diags);
	cr_assert_eq(good, diags.nerrors == 0, "%s", name);
	diags_release(&diags);
	return good;
}

Test(media, refuses_the_names_that_servers_run)
{
	static const char *const run[] = {"media/x.php.pdf", "x.Php5.v2.pdf", "x.phtml.pdf",
		"x.cgi.pdf", "x.shtml.pdf", "x.html.pdf", "x.asis.pdf", "x.var.pdf"};
	static const char *const rest[] = {"media/x.pdf", "php.pdf", "media/html.pdf", "x.pl.pdf",
		"x.py.pdf", "a.php/x.pdf", "x.phpx.pdf", "2026.11.22.pdf", "x-php.pdf"};
	for (size_t i = 0; i < ARRAY_LEN(run); i++)
		cr_assert(!goes_out(run[i], S("%PDF-1.7")), "%s", run[i]);
	for (size_t i = 0; i < ARRAY_LEN(rest); i++)
		cr_assert(goes_out(rest[i], S("%PDF-1.7")), "%s", rest[i]);
}

Test(media, finds_macros_of_an_old_document_wherever_they_stand)
{
	struct buf doc;
	buf_init(&doc);
	buf_add(&doc, S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"));
	buf_add_repeat(&doc, '\0', 100000);
	cr_assert(goes_out("media/x.doc", buf_str(&doc)));
	buf_add(&doc, S("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"));
	cr_assert(!goes_out("media/x.doc", buf_str(&doc)));
	cr_assert_eq(media_needs(S("media/x.doc")), SIZE_MAX);
	buf_release(&doc);
}

Test(media, needs_no_more_than_the_beginning_of_most)
{
	cr_assert_lt(media_needs(S("media/x.mp4")), 100000);
	cr_assert_lt(media_needs(S("media/x.PDF")), 100000);
	cr_assert_lt(media_needs(S("media/x")), 100000);
	cr_assert_eq(media_needs(S("media/x.docx")), SIZE_MAX);
	cr_assert_eq(media_needs(S("media/x.txt")), SIZE_MAX);
	cr_assert_eq(media_needs(S("media/x.svg")), SIZE_MAX);
}

/* --- drawings ------------------------------------------------------------------------- */

#define BEGIN "<svg xmlns=\"http://www.w3.org/2000/svg\">"

static bool draws(const char *inside)
{
	struct diags diags;
	struct buf text;
	diags_init(&diags);
	buf_init(&text);
	buf_printf(&text, BEGIN "%s</svg>", inside);
	bool good = svg_check(buf_str(&text), 1, &diags);
	cr_assert_eq(good, diags.nerrors == 0);
	buf_release(&text);
	diags_release(&diags);
	return good;
}

Test(svg, looks_for_addresses_only_where_they_are_read)
{
	cr_assert(draws("<text>url(https://example.org/) @import</text>"));
	cr_assert(draws("<g id='url(x)' class='\\' aria-label='javascript:'/>"));
	cr_assert(draws("<g fill='url(#a)' style='mask: url( \"#a\" )'/>"));
	cr_assert(!draws("<g fill='url(a#b)'/>"));
	cr_assert(!draws("<g style='fill: u\\72l(a)'/>"));
	cr_assert(!draws("<g mask='image-set(\"a\" 1x)'/>"));
	cr_assert(!draws("<style>a { b: c }<![CDATA[@IMPORT 'a']]></style>"));
	cr_assert(!draws("<style>@imp</style><style>ort</style><style>@import 'a'</style>"));
}

Test(svg, lets_addresses_lead_where_people_follow)
{
	cr_assert(draws("<a href='https://example.org/'/>"));
	cr_assert(draws("<a href='tel:+37120000000'/>"));
	cr_assert(draws("<use href='#a'/>"));
	cr_assert(draws("<image href='data:image/png;base64,AAAA'/>"));
	cr_assert(!draws("<a href=' javascript:1'/>"));
	cr_assert(!draws("<a href='data:text/html,a'/>"));
	cr_assert(!draws("<use href='data:image/svg+xml,a'/>"));
	cr_assert(!draws("<image href='data:image/svg+xml;base64,AAAA'/>"));
	cr_assert(!draws("<image href='a.png'/>"));
}

Test(svg, is_read_whole_however_long_it_is)
{
	struct diags diags;
	struct buf text;
	diags_init(&diags);
	buf_init(&text);
	buf_adds(&text, BEGIN);
	buf_add_repeat(&text, '\n', 3 << 20);
	size_t at = text.len;
	buf_adds(&text, "<script/></svg>");
	cr_assert(!svg_check(buf_str(&text), 1, &diags));
	cr_assert_eq(diags.list.items[0].span.start, at);
	buf_release(&text);
	diags_release(&diags);
}

Test(svg, tells_of_five_faults_and_no_more)
{
	struct diags diags;
	diags_init(&diags);
	cr_assert(!svg_check(S(BEGIN "<a/><b/><b/><b/><b/><b/><b/><b/></svg>"), 1, &diags));
	cr_assert_eq(diags.list.len, 5);
	diags_release(&diags);
}
