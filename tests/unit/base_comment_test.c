#include <criterion/criterion.h>

#include "base/comment.h"

static void expect(const char *text, const char *left)
{
	struct buf out;
	buf_init(&out);
	comment_drop(str_of(text), &out);
	cr_assert(
		str_eq(buf_str(&out), str_of(left)), "%s: got %.*s", text, STR_ARGS(buf_str(&out)));
	buf_release(&out);
}

Test(comment, goes_with_its_lines)
{
	expect("/* why */\na {}\n", "a {}\n");
	expect("a {\n\t/* one\n\t * two */\n\tb: c;\n}\n", "a {\n\tb: c;\n}\n");
	expect("let a\n/* b */ \t\r\n(c)\n", "let a\n(c)\n");
	expect("a\n  /* at the end */", "a\n");
}

Test(comment, beside_code_stays)
{
	expect("/* a */ b\nc /* d */\n", "/* a */ b\nc /* d */\n");
	expect("/* a\n/* b */ c\n", "/* a\n/* b */ c\n");
	expect("a = \"/*\";\nb = \"*/\";\n", "a = \"/*\";\nb = \"*/\";\n");
}

Test(comment, of_a_licence_stays_whole)
{
	expect("/*! MIT\n/* still */\na\n", "/*! MIT\n/* still */\na\n");
}

Test(comment, without_end_stays)
{
	expect("a\n/* b\nc\n", "a\n/* b\nc\n");
	expect("/*/\n", "/*/\n");
	expect("", "");
	expect("  /", "  /");
}
