#include "jumble.h"
#include "markdown/row.h"
#include "markdown_fixture.h"

#define OPEN  "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n"
#define CLOSE "</table>\n</div>\n"

/* A table in short: rows of cells, "|" between them; "r:" and so on before an
 * aligned cell. Text outside of tables stays as it is. */
static void shorten(str html, struct buf *out)
{
	static const char *const long_short[][2] = {{OPEN, "{\n"}, {CLOSE, "}\n"},
		{"<thead>\n", ""}, {"</thead>\n", ""}, {"<tbody>\n", ""}, {"</tbody>\n", ""},
		{"<tr>\n", ""}, {"</tr>\n", "\n"}, {"<th scope=\"col\"", "*"}, {"<td", "|"},
		{"</th>\n", ""}, {"</td>\n", ""}, {" class=\"right\">", "r:"},
		{" class=\"left\">", "l:"}, {" class=\"center\">", "c:"}};
	while (html.len > 0) {
		size_t i = 0;
		while (i < ARRAY_LEN(long_short) && !str_starts(html, str_of(long_short[i][0])))
			i++;
		bool found = i < ARRAY_LEN(long_short);
		buf_add(out, found ? str_of(long_short[i][1]) : str_sub(html, 0, 1));
		html = str_from(html, found ? strlen(long_short[i][0]) : 1);
	}
}

static void expect_table(const char *text, const char *wanted)
{
	struct fixture f;
	struct buf got;
	buf_init(&got);
	fixture_render(&f, str_of(text));
	shorten(buf_str(&f.html), &got);
	expect_text(buf_str(&got), wanted);
	buf_release(&got);
	fixture_release(&f);
}

Test(table, is_written_in_full)
{
	expect_html("| foo | bar |\n| --- | --- |\n| baz | bim |\n", OPEN
		"<thead>\n<tr>\n<th scope=\"col\">foo</th>\n<th scope=\"col\">bar</th>\n</tr>\n"
		"</thead>\n<tbody>\n<tr>\n<td>baz</td>\n<td>bim</td>\n</tr>\n</tbody>\n" CLOSE);
	expect_html("## T\n\n|a|\n|-|\n",
		"<h2 id=\"t\">T</h2>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		"aria-labelledby=\"t\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n"
		"</thead>\n" CLOSE);
}

Test(table, an_empty_corner_is_no_heading_and_lets_the_first_column_head_the_rows)
{
	expect_html("| | a |\n|-|-|\n| b | c |\n| | d |\n",
		OPEN "<thead>\n<tr>\n<td></td>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n"
		     "<tbody>\n<tr>\n<th scope=\"row\">b</th>\n<td>c</td>\n</tr>\n"
		     "<tr>\n<td></td>\n<td>d</td>\n</tr>\n</tbody>\n" CLOSE);
}

/* The cases of the GFM specification, section "Tables (extension)". */
Test(table, follows_the_specification)
{
	expect_table("| abc | defghi |\n:-: | -----------:\nbar | baz\n",
		"{\n*c:abc*r:defghi\n|c:bar|r:baz\n}\n");
	expect_table("| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
		"{\n*>f|oo\n|>b <code>|</code> az\n|>b <strong>|</strong> im\n}\n");
	expect_table("| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
		"{\n*>abc*>def\n|>bar|>baz\n}\n<blockquote>\n<p>bar</p>\n</blockquote>\n");
	expect_table("| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
		"{\n*>abc*>def\n|>bar|>baz\n|>bar|>\n}\n<p>bar</p>\n");
	expect_table(
		"| abc | def |\n| --- |\n| bar |\n", "<p>| abc | def |\n| --- |\n| bar |</p>\n");
	expect_table("| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
		"{\n*>abc*>def\n|>bar|>\n|>bar|>baz\n}\n");
	expect_table("| abc | def |\n| --- | --- |\n", "{\n*>abc*>def\n}\n");
}

Test(table, knows_its_alignments)
{
	expect_table("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|\n",
		"{\n*>a*l:b*c:c*r:d\n|>1|l:2|c:3|r:4\n}\n");
}

Test(table, needs_a_delimiter_row)
{
	expect_table("a | b\n- | -\n", "<p>a | b</p>\n<ul>\n<li>| -</li>\n</ul>\n");
	expect_table("a\n:-:\n", "<p>a\n:-:</p>\n");
	expect_table("|a|\n|--:-|\n", "<p>|a|\n|--:-|</p>\n");
	expect_table("|a|b|\n|-||\n", "<p>|a|b|\n|-||</p>\n");
	expect_table("|a|\n|::|\n", "<p>|a|\n|::|</p>\n");
	expect_table("|a|\n\\|-|\n", "<p>|a|\n|-|</p>\n");
}

Test(table, takes_rows_of_any_shape)
{
	expect_table("|a|b|\n|-|-|\n|\n||\n| |x\nx||\n\\|\n",
		"{\n*>a*>b\n|>|>\n|>|>\n|>|>x\n|>x|>\n|>||>\n}\n");
}

Test(table, cells_hold_inlines_only)
{
	expect_table("|# a|- b|\n|-|-|\n|> c|    d|\n|1. E|```|\n|***|# # #|\n",
		"{\n*># a*>- b\n|>&gt; c|>d\n|>1. E|>```\n|>***|># # #\n}\n");
	expect_table("|a|\n|-|\n|*b|\n|c*|\n", "{\n*>a\n|>*b\n|>c*\n}\n");
	expect_table("|\\*a\\\\|&amp;|\n|-|-|\n", "{\n*>*a\\*>&amp;\n}\n");
}

Test(table, pipes_are_cut_before_anything_else)
{
	expect_table(
		"|`a|b`|\n|-|-|\n|\\\\|x|\n|`\\\\|`|\n", "{\n*>`a*>b`\n|>\\|>x\n|>`\\|>`\n}\n");
}

Test(table, cells_use_the_links_of_the_document)
{
	expect_html("|[r]|\n|-|\n\n> [r]: /u\n", OPEN
		"<thead>\n<tr>\n<th scope=\"col\"><a "
		"href=\"/u\">r</a></th>\n</tr>\n</thead>\n" CLOSE "<blockquote>\n</blockquote>\n");
}

Test(table, stands_in_lists_and_quotes)
{
	expect_table("- x\n  | a |\n  |---|\n  | 1 |\n- | b |\n  |---|\n",
		"<ul>\n<li>x\n{\n*>a\n|>1\n}\n</li>\n<li>\n{\n*>b\n}\n</li>\n</ul>\n");
	expect_table("> > | a |\n> > |---|\n> > | 1 |\n",
		"<blockquote>\n<blockquote>\n{\n*>a\n|>1\n}\n</blockquote>\n</blockquote>\n");
	expect_table("1. > | a |\n   > |---|\n   >| 1 |\n",
		"<ol>\n<li>\n<blockquote>\n{\n*>a\n|>1\n}\n</blockquote>\n</li>\n</ol>\n");
	expect_table("> [!NOTE]\n> | a |\n> |---|\n> | 1 |\n",
		"<section class=\"alert alert-note\" role=\"note\">\n<p "
		"class=\"alert-title\">Note</p>\n"
		"{\n*>a\n|>1\n}\n</section>\n");
}

Test(table, ends_where_its_list_or_quote_ends)
{
	expect_table("> | a |\n> |---|\n> | 1 |\nlazy *x*\n2. y\n",
		"<blockquote>\n{\n*>a\n|>1\n}\n</blockquote>\n<p>lazy <em>x</em></p>\n<ol "
		"start=\"2\">\n<li>y</li>\n</ol>\n");
	expect_table("- | a |\n  |---|\n  | 1 |\nlazy\n",
		"<ul>\n<li>\n{\n*>a\n|>1\n}\n</li>\n</ul>\n<p>lazy</p>\n");
	expect_table("> > | a |\n> > |---|\n> lazy\n", "<blockquote>\n<blockquote>\n{\n*>a\n}\n</"
						       "blockquote>\n<p>lazy</p>\n</blockquote>\n");
	expect_table("> | a |\n|---|\n", "<blockquote>\n<p>| a |\n|---|</p>\n</blockquote>\n");
}

Test(table, leaves_the_lines_before_it_a_paragraph)
{
	expect_table("*x\ny* [r]\n    # z\n| a |\n|---|\n| 1 |\n\n[r]: /u\n",
		"<p><em>x\ny</em> <a href=\"/u\">r</a>\n# z</p>\n{\n*>a\n|>1\n}\n");
	expect_table("[r]: /u\n| [r] |\n|---|\n", "{\n*><a href=\"/u\">r</a>\n}\n");
	expect_table("| x |\n| a | b |\n|---|---|\n", "<p>| x |</p>\n{\n*>a*>b\n}\n");
}

Test(table, is_not_underlined)
{
	expect_table("|a|\n|-|\n|1|\n---\nx\n", "{\n*>a\n|>1\n}\n<hr>\n<p>x</p>\n");
	expect_table("|a|\n|-|\n|1|\n===\n", "{\n*>a\n|>1\n|>===\n}\n");
	expect_table("> |a|\n> |-|\n> ---\n\nx\n",
		"<blockquote>\n{\n*>a\n}\n<hr>\n</blockquote>\n<p>x</p>\n");
}

Test(table, takes_any_line_end)
{
	expect_table("|a|\r\n|-|\r\n|1|\r\n", "{\n*>a\n|>1\n}\n");
	expect_table("|a|\r|-|\r|1|\r", "{\n*>a\n|>1\n}\n");
	expect_table("\xef\xbb\xbf|a|\n|-|\n|1|", "{\n*>a\n|>1\n}\n");
}

Test(table, reports_rows_that_lose_cells)
{
	expect_reports("x\n\n> | a | b |\n> |---|\n", "table-columns: |---|\n");
	expect_reports("|a|b|\n|-|-|\n  |1|2|3| \n", "table-cells: |1|2|3|\n");
	expect_reports("a b\n|---|---|\n", "");
}

Test(table, links_in_cells_have_their_place)
{
	expect_asked("- | a | b |\n  |---|---|\n  | x\\|[l](u.md) | [m](u.md) ![n](v.png) |\n",
		"link u.md at u.md\nlink u.md at u.md\npicture v.png at v.png\n");
	expect_reports("|a|\n|-|\n| \\| \\| <b>x |\n", "html-raw: <b>\n");
	expect_reports("|a|\n|-|\n|[r][q] x|\n\n[q]: javascript:x\n", "link-scheme: [r][q]\n");
	expect_reports("p <i>\n| a |\n|---|\n", "html-raw: <i>\n");
}

Test(row, offsets_count_the_backslashes)
{
	expect_text(str_from(S("a\\|b\\|c"), row_escaped_offset(S("a\\|b\\|c"), 1)), "|b\\|c");
	expect_text(str_from(S("a\\|b\\|c"), row_escaped_offset(S("a\\|b\\|c"), 4)), "c");
	cr_assert_eq(row_escaped_offset(S("ab"), 9), 2);
}

/* --- cells that cmark does not read -------------------------------------------------- */

/* The words between the last `open` and what closes it. */
static void keep_inside(str html, str open, str close, struct buf *out)
{
	size_t from = 0;
	for (size_t at; (at = str_find(str_from(html, from), open)) != STR_NONE;)
		from += at + open.len;
	str rest = str_from(html, from);
	buf_add(out, str_sub(rest, 0, str_find(rest, close)));
}

static void expect_as_in_paragraph(
	const char *before, const char *stars, const char *inside, const char *after)
{
	struct fixture cell, paragraph;
	struct buf text, of_cell, of_paragraph;
	buf_init(&text);
	buf_init(&of_cell);
	buf_init(&of_paragraph);
	buf_printf(&text, "| h |\n|---|\n| %s%s%s%s%s |\n", before, stars, inside, stars, after);
	fixture_render(&cell, buf_str(&text));
	keep_inside(buf_str(&cell.html), S("<td>"), S("</td>"), &of_cell);
	buf_clear(&text);
	buf_printf(&text, "%s%s%s%s%s\n", before, stars, inside, stars, after);
	fixture_render(&paragraph, buf_str(&text));
	keep_inside(buf_str(&paragraph.html), S("<p>"), S("</p>"), &of_paragraph);
	cr_expect(str_eq(buf_str(&of_cell), buf_str(&of_paragraph)), "%s%s%s%s%s: %s, not %s",
		before, stars, inside, stars, after, of_cell.data, of_paragraph.data);
	fixture_release(&cell);
	fixture_release(&paragraph);
	buf_release(&text);
	buf_release(&of_cell);
	buf_release(&of_paragraph);
}

Test(table, cells_are_read_as_paragraphs_are)
{
	/* A star and a space at the start would be an item of a list. */
	static const char *const befores[] = {
		"a ", "a", "ā ", "a. ", "„", "b\u00a0", "5 ", "a–", "*c* ", "d* ", "\u00a0", "e "};
	static const char *const stars[] = {"*", "**", "***"};
	static const char *const insides[] = {
		"a", "ā", "a b", "a.", "„a“", "a ", " a", "ц", "5", "c, d", "–", "e*f", "×g×"};
	static const char *const afters[] = {
		"", ".", ", b", " b", "b", "ā", "“", " *", "*", " *c*", " d*", "**"};
	for (size_t b = 0; b < ARRAY_LEN(befores); b++)
		for (size_t s = 0; s < ARRAY_LEN(stars); s++)
			for (size_t i = 0; i < ARRAY_LEN(insides); i++)
				for (size_t a = 0; a < ARRAY_LEN(afters); a++)
					expect_as_in_paragraph(
						befores[b], stars[s], insides[i], afters[a]);
	expect_as_in_paragraph("", "*", "a", "");
	expect_as_in_paragraph("", "**", "ā b", ", c");
}

/* --- tables that cmark does not read -------------------------------------------------- */

/* HTML, what the hook was asked, and reports with their places. */
static void describe(str text, struct buf *out)
{
	struct fixture f;
	fixture_render(&f, text);
	buf_printf(out, "%.*s%.*s", STR_ARGS(buf_str(&f.html)), STR_ARGS(buf_str(&f.asked)));
	for (size_t i = 0; i < f.diags.list.len; i++)
		buf_printf(out, "%u-%u %.*s\n", f.diags.list.items[i].span.start,
			f.diags.list.items[i].span.end, STR_ARGS(f.diags.list.items[i].text));
	fixture_release(&f);
}

/* With a '<' anywhere cmark reads all; the other text has another sign in its place. */
static void expect_same_when_read(str text)
{
	struct buf read, spared, both;
	buf_init(&read);
	buf_init(&spared);
	buf_init(&both);
	buf_printf(&both, "%.*s\n\nx\n\n\\<", STR_ARGS(text));
	describe(buf_str(&both), &read);
	buf_clear(&both);
	buf_printf(&both, "%.*s\n\nx\n\n\\(", STR_ARGS(text));
	describe(buf_str(&both), &spared);
	for (size_t at; (at = str_find(buf_str(&read), S("<p>&lt;</p>"))) != STR_NONE;) {
		memcpy(read.data + at, "<p>(</p>", 8);
		memmove(read.data + at + 8, read.data + at + 11, read.len - at - 11);
		buf_truncate(&read, read.len - 3);
	}
	cr_assert(str_eq(buf_str(&read), buf_str(&spared)), "%.*s\nread:\n%.*s\nspared:\n%.*s",
		STR_ARGS(text), STR_ARGS(buf_str(&read)), STR_ARGS(buf_str(&spared)));
	buf_release(&read);
	buf_release(&spared);
	buf_release(&both);
}

Test(table, is_the_same_whether_cmark_reads_it_or_not)
{
	static const char *const lines[] = {"", "", "", "| a | *b* |", "|---|:-:|", "|---|---|",
		"| [c](d.md) | e", "| **f** \\| g | `h` |", "|", "||", "|i", "| j | k | l |", "m",
		"- n", "  | o | p |", "> | q | r |", "    |---|---|", "`s", "t`", "# u", "---",
		"[v]: /w", "| [v] | [v] |", "\t|x|y|", " ", "| z |  "};
	uint64_t seed = 11;
	for (int round = 0; round < 5000; round++) {
		struct buf text;
		buf_init(&text);
		jumble(&seed, lines, ARRAY_LEN(lines), 12, "\n", &text);
		expect_same_when_read(buf_str(&text));
		buf_release(&text);
	}
}

Test(table, is_hidden_only_where_no_block_goes_on)
{
	expect_same_when_read(S("| a |\n|---|\n| b |"));
	expect_table(
		"```\n\n|a|\n|-|\n|b|\n\n```\n", "<pre><code>\n|a|\n|-|\n|b|\n\n</code></pre>\n");
	expect_table(
		"~~~\n\n|a|\n|-|\n|b|\n\n~~~\n", "<pre><code>\n|a|\n|-|\n|b|\n\n</code></pre>\n");
}
