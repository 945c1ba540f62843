#include <criterion/criterion.h>

#include "search/text.h"

static void expect_text(str html, str text)
{
	struct text taken;
	text_init(&taken);
	text_take(&taken, html);
	str got = buf_str(&taken.text);
	cr_expect(str_eq(got, text), "'%.*s' gives '%.*s'", STR_ARGS(html), STR_ARGS(got));
	text_release(&taken);
}

Test(search_text, white_space_is_one_space_wherever_it_stands)
{
	struct buf html, text;
	buf_init(&html);
	buf_init(&text);
	for (size_t n = 0; n < 20; n++) {
		buf_clear(&html);
		buf_clear(&text);
		buf_adds(&html, "<main>");
		buf_add_repeat(&html, 'a', n);
		buf_adds(&html, "  b \n c\t! d &amp; <i> e</i></main>");
		buf_add_repeat(&text, 'a', n);
		buf_add(&text, str_of(n ? " b c ! d & e" : "b c ! d & e"));
		expect_text(buf_str(&html), buf_str(&text));
	}
	buf_release(&html);
	buf_release(&text);
}

Test(search_text, what_leads_elsewhere_is_left_out)
{
	expect_text(S("<p>no<main class=x><p>a</p><nav>b<nav>c</nav>d</nav><p>e</p></main>f"),
		S("a\ne\n"));
	expect_text(S("<main><p title=\"a > b\" hidden>c<p>d</p>e</p>f"), S("f"));
	expect_text(S("<main><img hidden>a <div data-search=\"off\">b</div>c"), S("a c"));
	expect_text(S("<main><a href=/h data-hidden>a</a><span hidden-not>b"), S("ab"));
	expect_text(S("<main>a <long-name-of-an-element hidden>b</long-name-of-an-element>c"),
		S("a c"));
	expect_text(S("<main>a<p title='never ends>b"), S("a\n"));
	expect_text(S("<main>a<nav>b</nav>c<form>d</form>e"), S("a\nc\ne"));
	expect_text(S("<main>a<svg><path/></svg>b <button>c</button>d"), S("a b d"));
	expect_text(S("<main>a<span hidden>b</span>c<div hidden>d</div>e"), S("ac e"));
}

Test(search_text, a_label_is_one_line_with_what_it_names)
{
	expect_text(S("<main><dl><dt>Hours</dt><dd>9 to 17</dd><dt>Who:</dt><dd>a</dd></dl>"),
		S("Hours: 9 to 17\nWho: a\n"));
	expect_text(S("<main><dl><dt>Phone </dt> <dd> <ul><li>112</li><li>113</li></ul></dd></dl>"),
		S("Phone: 112\n113\n"));
	expect_text(S("<main><dl><dt>Nothing</dt></dl><p>a</p>"), S("Nothing\na\n"));
}

Test(search_text, a_link_behind_a_colon_is_marked)
{
	expect_text(S("<main><p>More: <a href=/b>b</a>, <a href=/c>c</a>.</p><p>x:<a>y</a></p>"),
		S("More: \x1c"
		  "b, c.\nx:y\n"));
	expect_text(S("<main><h2 id=\"a\">For: <a href=/b>b</a></h2>c"), S("For: b\nc"));
	expect_text(
		S("<main><dl><dt>Phone</dt><dd><a href=/b>112</a></dd></dl>"), S("Phone: 112\n"));
}

Test(search_text, cells_of_a_row_are_one_line)
{
	expect_text(S("<main><table><tr><td>a</td><td></td><td>b</td></tr><tr><th>c</th><td>d</td>"
		      "</tr></table>e"),
		S("a – b\nc: d\ne"));
	expect_text(
		S("<main><table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>c</td></tr>"),
		S("\x1e"
		  "a: b\nc\n"));
	expect_text(S("<main><tr><td>a</td><td></td></tr><td></td><p>b</p>"), S("a\nb\n"));
}

Test(search_text, what_is_no_answer_is_marked)
{
	expect_text(S("<main><details><summary>Letter</summary><p>a</p></details>"),
		S("\x1eLetter\na\n"));
	expect_text(S("<main><p>a</p><blockquote data-search=\"words\">b\nc</blockquote>d"),
		S("a\n\x1e"
		  "b c\nd"));
	expect_text(S("<main><summary> <svg></svg></summary><p>a</p>"), S("a\n"));
	expect_text(S("<main><p>a</p><thead><tr><th></th><th> </th></tr></thead><tr><td>b</td>"),
		S("a\nb – "));
	expect_text(S("<main><div data-search=\"words\"><p>a</p><p>b</p></div>"), S("\x1e"
										    "a\nb\n"));
}

Test(search_text, white_space_is_one_space_at_the_very_end_too)
{
	expect_text(S("<main>a  b\nc"), S("a b c"));
	expect_text(S("<main>longer than a step: a  b\nc"), S("longer than a step: a b c"));
}

Test(search_text, a_comment_is_nothing)
{
	expect_text(S("<main><p>a<!-- hidden for now --> b</p><p>c</p></main>"), S("a b\nc\n"));
	expect_text(S("<main><p>sa<!-- x -->ziņa</p><!----></main>"), S("saziņa\n"));
	expect_text(S("<main>a<!-- isn't > <p>b</p> -->c 'd'"), S("ac 'd'"));
	expect_text(S("<main>a<!-- b --!>c<!-->d-->e<!--->f<!-- </main>"), S("acd-->ef"));
	expect_text(S("<main>a<?x y='>b<!z \">c<!DOCTYPE>d<nav>e<!-- </nav> -->f</nav>g"),
		S("abcd\ng"));
	expect_text(S("<main>a<script>'<!--'; '<script>'; b<!c</script>d"), S("a d"));
}

static void expect_main(str html, str expected)
{
	str got = text_main(html);
	cr_expect(str_eq(got, expected), "'%.*s' gives '%.*s'", STR_ARGS(html), STR_ARGS(got));
}

Test(search_text, what_is_looked_at_ends_with_the_last_end_of_main)
{
	struct buf html, expected;
	buf_init(&html);
	buf_init(&expected);
	for (size_t n = 0; n < 40; n++) {
		buf_clear(&html);
		buf_clear(&expected);
		buf_adds(&html, "<map><p>no</main><main id=a></main>");
		buf_add_repeat(&html, 'a', n);
		buf_adds(&html, "</main>");
		buf_add(&expected, str_from(buf_str(&html), strlen("<map><p>no</main>")));
		buf_add_repeat(&html, 'b', n % 7);
		buf_add(&html, str_of(n % 2 ? "</mai><menu></menu></html>" : ""));
		expect_main(buf_str(&html), buf_str(&expected));
	}
	expect_main(S("<p></main><main>no end"), S("<main>no end"));
	expect_main(S("<p>none</main>"), S(""));
	expect_main(S("<main></main>"), S("<main></main>"));
	buf_release(&html);
	buf_release(&expected);
}
