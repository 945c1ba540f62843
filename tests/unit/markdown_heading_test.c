#include "markdown_fixture.h"

static void expect_ids(const char *text, const char *wanted)
{
	struct fixture f;
	struct buf got;
	buf_init(&got);
	fixture_render(&f, str_of(text));
	for (size_t i = 0; i < f.outline.len; i++)
		buf_printf(&got, "%u %.*s\n", f.outline.headings[i].level,
			STR_ARGS(f.outline.headings[i].id));
	expect_text(buf_str(&got), wanted);
	buf_release(&got);
	fixture_release(&f);
}

Test(heading, gets_an_id_of_its_words)
{
	expect_ids("## Ko ņemt *līdzi*?\n\n### `kods` [saite](a.md)\n\nСвидание\n---\n",
		"2 ko-nemt-lidzi\n3 kods-saite\n2 svidanie\n");
	expect_ids("## !\n\n##\n\n- ## in a list\n\n> ### in a quote\n",
		"2 section\n2 section-2\n2 in-a-list\n3 in-a-quote\n");
}

Test(heading, duplicates_get_numbers_that_nobody_else_wants)
{
	expect_ids("## a\n## a\n## a-2\n## a\n## a-2\n## a-3\n",
		"2 a\n2 a-4\n2 a-2\n2 a-5\n2 a-2-2\n2 a-3\n");
}

Test(heading, tells_its_text_and_place)
{
	struct fixture f;
	fixture_render(&f, S("x\n\n##  A & *b* ##\n\n> two\n> lines\n> ---\nend\n"));
	cr_assert_eq(f.outline.len, 2);
	expect_text(f.outline.headings[0].text, "A & b");
	expect_text(fixture_at(&f, f.outline.headings[0].span), "##  A & *b* ##");
	expect_text(f.outline.headings[1].text, "two lines");
	expect_text(fixture_at(&f, f.outline.headings[1].span), "two\n> lines\n> ---");
	expect_text(f.outline.headings[0].id, "a-b");
	expect_text(f.outline.headings[1].id, "two-lines");
	fixture_release(&f);
}

Test(heading, of_words_in_another_language_says_which)
{
	struct fixture f;
	fixture_render(&f, S("## [a b](lang:lv)\n## [c](lang:lv) d\n## [e](x.md)\n##\n"));
	cr_assert_eq(f.outline.len, 4);
	expect_text(f.outline.headings[0].language, "lv");
	expect_text(f.outline.headings[1].language, "");
	expect_text(f.outline.headings[2].language, "");
	expect_text(f.outline.headings[3].language, "");
	fixture_release(&f);
}

Test(heading, levels_follow_each_other)
{
	expect_reports("## a\n### b\n## c\n#### d\n## e\n", "heading-skip: #### d\n");
	expect_reports("### a\n", "heading-skip: ### a\n");
	expect_reports("# a\n## b\n", "heading-h1: # a\n");
}
