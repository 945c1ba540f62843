#include <criterion/criterion.h>

#include "markdown/fence.h"

/* A letter for each line: n(one), b(egins), i(nside), e(nds). */
static void reads(const char *text, const char *wanted)
{
	char found[32] = {0};
	struct fence fence = {0};
	size_t n = 0;
	for (str line, rest = str_of(text); str_cut(&rest, '\n', &line) && n < sizeof(found) - 1;)
		found[n++] = "nbie"[fence_read(&fence, line)];
	cr_expect_str_eq(found, wanted, "%s", text);
}

Test(markdown_fence, ends_with_as_many_marks_of_its_kind)
{
	reads("```\na\n```\nb", "bien");
	reads("````\n```\na\n```\n````\nb", "biiien");
	reads("```\n`````\nb", "ben");
	reads("~~~ x\n```\n~~~ x\n~~~  \nb", "biien");
	reads("```\r\na\r\n```\r\nb\r", "bien");
	reads("``\na", "nn");
}

Test(markdown_fence, does_not_begin_with_code_in_a_line)
{
	reads("```x``` and `y`\na", "nn");
	reads("~~~ `x`\na", "bi");
}

Test(markdown_fence, stands_in_lists_and_quotes)
{
	reads("- ```\n  a\n  ```\nb", "bien");
	reads("1. x\n\n   ~~~\n   a\n   ~~~\nb", "nnbien");
	reads("> ```\n> > a\n> ```\nb", "bien");
	reads("> ```\n> a\nb", "bin");
	reads("```\n> ```\n```\nb", "bien");
}

Test(markdown_fence, knows_what_is_said_behind_its_marks)
{
	struct fence fence = {0};
	cr_assert_eq(fence_read(&fence, S("  ```@place \r")), FENCE_BEGINS);
	cr_assert(str_eq(fence.info, S("@place")));
}
