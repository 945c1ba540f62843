#include "markdown_fixture.h"

Test(markdown, writes_blocks)
{
	expect_html("## A\n\ntext\nmore  \nbreak\n\n- one\n- two\n\n3. x\n\n   y\n\n***\n",
		"<h2 id=\"a\">A</h2>\n<p>text\nmore<br>\nbreak</p>\n<ul>\n<li>one</li>\n"
		"<li>two</li>\n</ul>\n<ol "
		"start=\"3\">\n<li>\n<p>x</p>\n<p>y</p>\n</li>\n</ol>\n<hr>\n");
	expect_html("> quote\n", "<blockquote>\n<p>quote</p>\n</blockquote>\n");
	expect_html("- [ ] task\n", "<ul>\n<li>[ ] task</li>\n</ul>\n");
}

Test(markdown, writes_inlines_and_escapes)
{
	expect_html("*a* **b** `c < d` & \\<x> \"q\" -- '...'\n",
		"<p><em>a</em> <strong>b</strong> <code>c &lt; d</code> &amp; &lt;x&gt; "
		"&quot;q&quot; -- '...'</p>\n");
}

Test(markdown, holds_the_groups_of_a_number_together)
{
	expect_html("34 970 & 1 000 000, **116 123** 5\\&6 7 001\n",
		"<p>34\u00a0970 &amp; 1\u00a0000\u00a0000, <strong>116\u00a0123</strong> 5&amp;6 "
		"7\u00a0001</p>\n");
	expect_html("in 2026 500 came, 5, of 100, 12 34, 1 2345, 1  000, 1\n000, `1 000`\n",
		"<p>in 2026 500 came, 5, of 100, 12 34, 1 2345, 1  000, 1\n000, <code>1 "
		"000</code></p>\n");
}

Test(markdown, holds_a_number_to_call_together)
{
	expect_html("[+371 67 000 001](tel:+37167000001), [call 112 now](tel:112).\n",
		"<p><a href=\"tel:+37167000001\">+371\u00a067\u00a0000\u00a0001</a>, "
		"<a href=\"tel:112\">call 112 now</a>.</p>\n");
}

Test(markdown, holds_an_ordinal_and_its_word_together)
{
	expect_html("no 21. novembra, 45. pants, Nr. 725, No. 739, № 29\n",
		"<p>no 21.\u00a0novembra, 45.\u00a0pants, Nr.\u00a0725, No.\u00a0739, "
		"№\u00a029</p>\n");
	expect_html("in 2024. Then, 5.  x, 5.x, Nr.  7, 9.\nx\n",
		"<p>in 2024. Then, 5.  x, 5.x, Nr.  7, 9.\nx</p>\n");
}

Test(markdown, holds_a_short_word_and_its_hyphen_together)
{
	expect_html("e-pasts, (E-adrese) par e-lekciju\n",
		"<p><span class=\"whole\">e-pasts</span>, (<span class=\"whole\">E-adrese</span>) "
		"par "
		"<span class=\"whole\">e-lekciju</span></p>\n");
	expect_html("be-pasts, ēe-a, a-b-c, -x, e-, „ē-a”\n",
		"<p>be-pasts, ēe-a, <span class=\"whole\">a-b</span>-c, -x, e-, „<span "
		"class=\"whole\">ē-a</span>”</p>\n");
}

Test(markdown, holds_what_goes_on_with_a_digit_at_its_dash_together)
{
	expect_html("(13:00–16:00), 38 k-1. LV-1009 un 2026-11-29, 2 000–3 000\n",
		"<p>(<span class=\"whole\">13:00–16:00</span>), 38\u00a0<span "
		"class=\"whole\">k-1</span>. <span class=\"whole\">LV-1009</span> un <span "
		"class=\"whole\">2026-11-29</span>, 2\u00a0<span "
		"class=\"whole\">000–3</span>\u00a0000</p>\n");
	expect_html("-1, –5, 5–, a –5, 5– 6, \"8\"–9\n",
		"<p>-1, –5, 5–, a –5, 5– 6, &quot;8&quot;–9</p>\n");
}

Test(markdown, begins_what_it_holds_together_where_a_word_begins)
{
	expect_html("(grūdiens-8), корпус-2, к-1\n",
		"<p>(<span class=\"whole\">grūdiens-8</span>), <span "
		"class=\"whole\">корпус-2</span>, <span class=\"whole\">к-1</span></p>\n");
	expect_html("starptautiskais-5, ģimenesdienas-5, jurisprudence-5\n",
		"<p>starptautiskais-5, ģimenesdienas-5, jurisprudence-5</p>\n");
}

Test(markdown, holds_a_small_number_and_its_word_together)
{
	expect_html("31 December, 6 mēneši, 30 минут, 535 people, in 2026 we, v12 x, 5 – 6\n",
		"<p>31\u00a0December, 6\u00a0mēneši, 30\u00a0минут, 535 people, in 2026 we, v12 x, "
		"5 – "
		"6</p>\n");
}

Test(markdown, writes_code)
{
	expect_html("```c extra\na<b\n```\n",
		"<pre><code class=\"language-c\">a&lt;b\n</code></pre>\n");
	expect_html("``` \"&\n```\n", "<pre><code class=\"language-&quot;&amp;\"></code></pre>\n");
	expect_html("    x\n", "<pre><code>x\n</code></pre>\n");
}

Test(markdown, writes_links_and_pictures)
{
	expect_html("[a](b.md \"t\") <https://x.lv/?a&b> <m@x.lv>\n",
		"<p><a href=\"b.md\" title=\"t\">a</a> "
		"<a href=\"https://x.lv/?a&amp;b\" rel=\"noreferrer\">https://x.lv/?a&amp;b</a> "
		"<a href=\"mailto:m@x.lv\">m@x.lv</a></p>\n");
	expect_html("![a *b* \"](p.png)\n",
		"<p><img src=\"p.png\" alt=\"a b &quot;\" width=\"40\" height=\"30\" "
		"loading=\"lazy\" decoding=\"async\"></p>\n");
	expect_html("[x](<a b\"'ā[&%20>)\n",
		"<p><a href=\"a%20b%22&#x27;%C4%81%5B&amp;%20\">x</a></p>\n");
	expect_html("[**b**](missing) ![alt](missing)\n", "<p><strong>b</strong> alt</p>\n");
	expect_html("[![alt](p.png)](a.md)\n",
		"<p><a href=\"a.md\"><img src=\"p.png\" alt=\"alt\" width=\"40\" height=\"30\" "
		"loading=\"lazy\" decoding=\"async\"></a></p>\n");
}

Test(markdown, words_of_another_language_say_which)
{
	expect_html("a [*зона*](lang:ru), [b](b.md) [c](lang:zh-Hant)\n",
		"<p>a <span lang=\"ru\"><em>зона</em></span>, <a href=\"b.md\">b</a> "
		"<span lang=\"zh-Hant\">c</span></p>\n");
	expect_reports("[a](lang:) [b](lang:r) [c](lang:-ru) [d](lang:ru-) [e](lang:r%20u)\n",
		"words-language: lang:\nwords-language: lang:r\nwords-language: lang:-ru\n"
		"words-language: lang:ru-\nwords-language: lang:r%20u\n");
}

Test(markdown, writes_alerts)
{
	expect_html("> [!IMPORTANT]\n> Text\n> more\n",
		"<section class=\"alert alert-important\" role=\"note\">\n"
		"<p class=\"alert-title\">Important</p>\n<p>Text\nmore</p>\n</section>\n");
	expect_html("> [!tip]  \n>\n> - a\n",
		"<section class=\"alert alert-tip\" role=\"note\">\n"
		"<p class=\"alert-title\">Tip</p>\n<ul>\n<li>a</li>\n</ul>\n</section>\n");
	expect_html("> [!NOTE] text\n", "<blockquote>\n<p>[!NOTE] text</p>\n</blockquote>\n");
	expect_html("> a\n> [!NOTE]\n", "<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>\n");
}

Test(markdown, titles_of_alerts_come_from_the_labels)
{
	struct arena arena;
	struct diags diags;
	struct buf html;
	struct markdown_labels labels = {.warning = S("Uzmanību & <>")};
	struct markdown_options options = {
		.labels = &labels, .arena = &arena, .scratch = &arena, .diags = &diags};
	arena_init(&arena);
	diags_init(&diags);
	buf_init(&html);
	cr_assert(markdown_render(S("> [!WARNING]\n> # x"), SPAN_NONE, &options, &html, NULL));
	expect_text(buf_str(&html), "<section class=\"alert alert-warning\" role=\"note\">\n"
				    "<p class=\"alert-title\">Uzmanību &amp; &lt;&gt;</p>\n"
				    "<h2>x</h2>\n</section>\n");
	cr_assert_eq(diags.list.len, 0);
	buf_release(&html);
	diags_release(&diags);
	arena_release(&arena);
}

Test(markdown, refuses_raw_html_and_shows_it)
{
	struct fixture f;
	fixture_render(&f, S("a <b>c</b> <!-- d -->\n\n<script>\nx\n</script>\n"));
	expect_text(buf_str(&f.html), "<p>a &lt;b&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>\n"
				      "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n");
	cr_assert_eq(f.diags.nerrors, 2);
	fixture_release(&f);
	expect_reports("a\nb <i\nx>c</i>\n\n<div>\ny\n\n", "html-raw: <i\nhtml-raw: <div>\ny\n");
	expect_reports("> a\nb <i>\n", "html-raw: <i>\n");
	expect_reports("1. a\n   > `x\n   > y` <br/> z\n", "html-raw: <br/>\n");
}

Test(markdown, refuses_dangerous_addresses)
{
	static const char *const bad[] = {"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x",
		"vbscript:x", "file:///etc/passwd", "&#106;avascript:x", "java&#x0A;script:x",
		"&#1;javascript:x", "//evil.example/", "\\\\\\\\evil.example", "/\\\\evil.example",
		"ftp://x", "<&#32;javascript:x>", "x:y", "&#9;//evil.example"};
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct fixture f;
		struct arena arena;
		arena_init(&arena);
		fixture_render(&f, arena_printf(&arena, "[t](%s)\n", bad[i]));
		expect_text(buf_str(&f.html), "<p>t</p>\n");
		cr_assert_eq(f.diags.list.len, 1, "%s", bad[i]);
		cr_assert_eq(f.diags.list.items[0].id, DIAG_LINK_SCHEME);
		cr_assert_eq(f.asked.len, 0);
		fixture_release(&f);
		arena_release(&arena);
	}
}

Test(markdown, asks_hooks_for_what_may_be_of_the_site_and_for_phones)
{
	expect_asked("[a](b.md#c) [r](record:kind/id) [w](https://x.lv) [t](tel:112) [f](#x) "
		     "[m](mailto:a@x.lv)\n",
		"link b.md#c at b.md#c\nlink record:kind/id at record:kind/id\n"
		"link https://x.lv at https://x.lv\nlink tel:112 at tel:112\nlink #x at #x\n");
}

Test(markdown, reports_what_people_forget)
{
	expect_reports("![](p.png) [](a.md) [ ](b.md) [![](q.png)](c.md)\n",
		"image-alt: p.png\nlink-text: a.md\nlink-text: b.md\nlink-text: c.md\n"
		"image-alt: q.png\n");
	expect_reports("![x](https://x.lv/p.png)\n", "image-remote: https://x.lv/p.png\n");
	expect_reports("> [!NOTTE]\n> x\n", "alert-unknown: NOTTE\n");
}

Test(markdown, gives_fenced_blocks_with_an_at_sign_to_the_embed)
{
	expect_asked("text\n\n```@events-list\nlimit: 5\nkind: <x>\n```\n",
		"embed events-list at @events-list body limit: 5\nkind: <x>\n");
	expect_asked(
		"- a\n\n  ~~~ @b\n  x\n  y\n  ~~~\n", "embed b at @b body ~~~ @b\n  x\n  y\n  ~~~");
	expect_asked("```@a", "embed a at @a body ");
	expect_reports("```@Bad\n```\n\n```@two words\n```\n\n```@\n```\n",
		"embed-name: @Bad\nembed-name: @two words\nembed-name: @\n");
}
