#include "markdown_fixture.h"
#include "growth.h"

static void repeat(struct buf *out, const char *what, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_add(out, str_of(what));
}

/* before, then `what` and `after` repeated. */
static struct buf repeated(const char *before, const char *what, const char *after, size_t count)
{
	struct buf text;
	buf_init(&text);
	buf_add(&text, str_of(before));
	repeat(&text, what, count);
	repeat(&text, after, count);
	return text;
}

static bool reports(const struct fixture *f, enum diag_id id)
{
	for (size_t i = 0; i < f->diags.list.len; i++)
		if (f->diags.list.items[i].id == id)
			return true;
	return false;
}

static void expect_reported(struct buf text, enum diag_id id)
{
	struct fixture f;
	fixture_render(&f, buf_str(&text));
	cr_assert(reports(&f, id));
	cr_assert_leq(f.diags.list.len, MARKDOWN_REPORTS_MAX + 1);
	fixture_release(&f);
	buf_release(&text);
}

Test(limit, depth_of_blocks)
{
	expect_reported(repeated("", "> ", "", 101), DIAG_MARKDOWN_DEPTH);
	expect_reported(repeated("", "- ", "a", 101), DIAG_MARKDOWN_DEPTH);
	expect_reported(repeated("", "1. ", "a", 101), DIAG_MARKDOWN_DEPTH);
	expect_reported(repeated("a\n", " ", "b", 250), DIAG_MARKDOWN_DEPTH);
}

Test(limit, what_looks_deep_and_is_not)
{
	struct buf text = repeated("", "- ", "", 500);
	repeat(&text, "\n", 1);
	repeat(&text, " ", 500);
	repeat(&text, "\n", 1);
	repeat(&text, "* ", 300);
	struct fixture f;
	fixture_render(&f, buf_str(&text));
	expect_text(buf_str(&f.html), "<hr>\n<hr>\n");
	cr_assert_eq(f.diags.list.len, 0);
	fixture_release(&f);
	buf_release(&text);
}

Test(limit, depth_of_marks_and_what_stays)
{
	struct fixture f;
	struct buf text = repeated("x ", "*a ", "b*", 200);
	fixture_render(&f, buf_str(&text));
	cr_assert_eq(f.diags.list.len, 1);
	cr_assert_eq(f.diags.list.items[0].id, DIAG_MARKDOWN_DEPTH);
	cr_assert(str_ends(buf_str(&f.html), S("</em></p>\n")));
	fixture_release(&f);
	buf_release(&text);
}

Test(limit, pictures_columns_and_reports)
{
	expect_reported(repeated("", "![[]()", "", 1200), DIAG_MARKDOWN_SIZE);
	struct buf wide = repeated("", "|a", "", 101);
	repeat(&wide, "\n", 1);
	repeat(&wide, "|-", 101);
	expect_reported(wide, DIAG_TABLE_COLUMNS);
	expect_reported(repeated("", "a <b>\n\n", "", 1000), DIAG_HTML_RAW);
	struct buf warned = repeated("", "# a\n", "", 150);
	repeat(&warned, "[x](y:z)\n", 1);
	expect_reported(warned, DIAG_LINK_SCHEME);
}

Test(limit, a_place_is_the_whole_when_the_text_was_written_otherwise)
{
	struct fixture f;
	fixture_render(&f, S(""));
	struct markdown_options options = {
		.arena = &f.arena, .scratch = &f.arena, .diags = &f.diags};
	markdown_render(S("a <b>"), span_of(1, 10, 40), &options, &f.html, NULL);
	cr_assert_eq(f.diags.list.items[0].span.start, 10);
	cr_assert_eq(f.diags.list.items[0].span.end, 40);
	markdown_render(S("a <b>"), span_of(1, 10, 15), &options, &f.html, NULL);
	cr_assert_eq(f.diags.list.items[1].span.start, 12);
	markdown_render(S("\xef\xbb\xbf"
			  "a <b>"),
		span_of(1, 10, 18), &options, &f.html, NULL);
	cr_assert_eq(f.diags.list.items[2].span.start, 15);
	fixture_release(&f);
}

/* As the body of a page is rendered: what was meant and not read is looked for as well. */
static void render_repeated(void *ctx, size_t n)
{
	const char *const *texts = ctx;
	struct fixture f = {.text = S("")};
	struct buf text = repeated(texts[0], texts[1], texts[2], n);
	struct markdown_options options = {
		.arena = &f.arena, .scratch = &f.arena, .diags = &f.diags, .leftovers = true};
	diags_init(&f.diags);
	arena_init(&f.arena);
	buf_init(&f.html);
	buf_init(&f.asked);
	markdown_render(buf_str(&text), span_of(1, 0, text.len), &options, &f.html, &f.outline);
	fixture_release(&f);
	buf_release(&text);
}

Test(limit, time_grows_with_the_text, .timeout = HANGS)
{
	static const char *const texts[][3] = {{"", "[", ""}, {"", "![", ""}, {"", "[a](", ""},
		{"", "`", "a``"}, {"", "` ``", ""}, {"", "*a **b ", ""}, {"", "*", "*"},
		{"", "a_ ", ""}, {"", "<!--", ""}, {"", "<a ", ""}, {"", "- ", "\n"},
		{"", "> ", "\n"}, {"", "1. ", "\n"}, {"", "\\|", "|"}, {"|a|\n|-|\n", "|", "\n"},
		{"|a|\n|-|\n", "|`[*|\n", ""}, {"|", "-|", "\n|-|"}, {"", "|-|\n", ""},
		{"", "a|\n-|\n", ""}, {"", "a|\n-|\n\n", ""}, {"> |a|\n> |-|\n", "a\n", ""},
		{"[r]: /u\n", "[r] ", ""}, {"", "[x]: /u\n", "[x] "}, {"", "## a\n", ""},
		{"", "> [!NOTE]\n\n", ""}, {"", "<b>\n", ""}, {"", "[a](javascript:x)\n", ""},
		{"", "[a](\\javascript:x)\n", ""}, {"", "[a]\n", "[a]: x:y\n"}, {"> - ", "a\n", ""},
		{"", "a\n", "==="}, {"", "a\r", "|"}, {"", "&amp;", ""}, {"", "[a](b\\_)\n", "="},
		{"", "[a\nb](b\\_)\n", "=\n"}, {"|a|\n|-|\n", "\\|[a](b\\_)", ""},
		{"", "[a](b\\_)", ""}, {"|a|\n|-|\n", "\\|<b>", ""},
		/* what was meant and not read */
		{"", "a@b ", ""}, {"", "http//", ""}, {"", "a", "//"}, {"", "a_", ""},
		{"", "~a~ ", ""}, {"", "[a (", ""}, {"", "==a ", ""}, {"", "{a:b/c ", ""},
		{"", "[^", ""}, {"", "+371 67 ", ""}, {"", "67208207-", ""}, {"", "TODO ", ""},
		{"", "1. a\n\nb\n\n", ""}, {"", "1. a\n> ", "\n"}, {"", "**a**\n\nb\n\n", ""},
		{"", "|a\n\n", ""}, {"", ">>>>>>> a\n\n", ""}, {"", "a\\\n\n", ""}};
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		cr_assert(growth_is_linear(render_repeated, (void *)texts[i], 8000), "'%s' '%s'",
			texts[i][0], texts[i][1]);
}

/* For each sign the whole text was looked at, which is felt in a longer one alone. */
Test(limit, signs_of_a_long_text_cost_no_more, .timeout = HANGS)
{
	static const char *const marks[3] = {"", "a\n\n=======\n\n", ""};
	static const char *const underscores[3] = {"", "a_", ""};
	cr_assert(growth_is_linear(render_repeated, (void *)marks, 50000));
	cr_assert(growth_is_linear(render_repeated, (void *)underscores, 200000));
}
