#include "markdown_fixture.h"

/* `mark` stands in the text once, right before each destination that is asked for. */
struct expected {
	str text;
	size_t at;
	size_t count;
};

static bool check_link(
	void *ctx, str url, bool picture, struct markdown_place place, struct markdown_link *out)
{
	struct expected *expected = ctx;
	struct span span = markdown_span(place);
	UNUSED(picture);
	UNUSED(out);
	size_t mark = str_find(str_from(expected->text, expected->at), S("(%"));
	cr_assert_neq(mark, STR_NONE, "asked too often, for %.*s", STR_ARGS(url));
	expected->at += mark + 1;
	expected->count++;
	cr_assert_eq(span.start, expected->at, "%.*s at %u, not %zu, in\n%.*s", STR_ARGS(url),
		span.start, expected->at, STR_ARGS(expected->text));
	cr_assert_eq(span.end - span.start, url.len);
	return true;
}

/* Destinations begin with % and are asked for in the order of the text. */
static void expect_places(const char *text, size_t count)
{
	struct arena arena;
	struct diags diags;
	struct buf html;
	struct expected expected = {str_of(text), 0, 0};
	struct markdown_hooks hooks = {.ctx = &expected, .link = check_link};
	struct markdown_options options = {
		.hooks = &hooks, .arena = &arena, .scratch = &arena, .diags = &diags};
	arena_init(&arena);
	diags_init(&diags);
	buf_init(&html);
	markdown_render(str_of(text), span_of(1, 0, strlen(text)), &options, &html, NULL);
	cr_assert_eq(expected.count, count, "%s", text);
	buf_release(&html);
	diags_release(&diags);
	arena_release(&arena);
}

Test(place, of_links_on_one_line)
{
	expect_places("a [x](%b) [x](%b) ![y](%b \"%b\") `(b)` [x](%b)\n", 4);
	expect_places("## h [x](%b) *c [y](%b)*\n", 2);
	expect_places("h [x](%b)\ni [y](%b)\n===\n", 2);
}

Test(place, of_links_on_later_lines)
{
	expect_places("a\n   b [x](%c)\n d [x](%c)\n", 2);
	expect_places("`a\nb` [x](%c) **d\ne** [x](%c)\n", 2);
	expect_places("[a\nb](%c) [x\n  y *z*](%c)\n", 2);
	expect_places("a\r\nb [x](%c)\r\nd [x](%c)\r\n", 2);
}

Test(place, of_links_in_quotes_and_lists)
{
	expect_places("> a\n> b [x](%c)\n>d [x](%c)\nlazy [x](%c)\n", 3);
	expect_places("- a\n  b [x](%c)\n     d [x](%c)\nlazy [x](%c)\n", 3);
	expect_places("1. > - a\n   >   b [x](%c)\n   > d [x](%c)\n  > [x](%c)\n[x](%c)\n", 4);
}

Test(place, of_links_beside_tables)
{
	expect_places("a [x](%c)\n  d [x](%c)\n| [x](%c) |\n|---|\n|\\||\n| \\| *[x](%c)* |\n", 4);
	expect_places("> |[x](%c)|\n> |---|\n> | ![x](%c) [x](%c)\nlazy [x](%c)\n b [x](%c)\n", 5);
}

Test(place, of_links_whose_address_is_elsewhere_or_escaped)
{
	expect_asked("a [b][c], [c], [c][] and\n> [d\\]\n> e][c]\n\n[c]: /u\n",
		"link /u at [b][c]\nlink /u at [c]\nlink /u at [c][]\nlink /u at [d\\]\n> e][c]\n");
	expect_asked("x [a](b\\_c) y\n", "link b_c at [a](b\\_c)\n");
	expect_asked("x [a](<b c>) y\n", "link b c at b c\n");
}

Test(place, of_a_picture_in_a_link)
{
	expect_asked("x [![a](b.png)](c.md) ![a](b.png)\n",
		"link c.md at c.md\npicture b.png at b.png\npicture b.png at b.png\n");
}

Test(place, of_addresses_that_are_refused)
{
	expect_reports("a <x:y>\n  b <javascript:y>\n", "link-scheme: javascript:y\n");
	expect_reports("> a\nb <javascript:y>\n", "link-scheme: javascript:y\n");
}
