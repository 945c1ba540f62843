#include <criterion/criterion.h>

#include "base/slim.h"

static void expect(const char *text, const char *left)
{
	struct buf out;
	buf_init(&out);
	slim_add(str_of(text), &out);
	cr_assert(
		str_eq(buf_str(&out), str_of(left)), "%s: got %.*s", text, STR_ARGS(buf_str(&out)));
	buf_release(&out);
}

Test(slim, comment_goes_with_its_lines)
{
	expect("/* why */\na {}\n", "a {}\n");
	expect("a {\n\t/* one\n\t * two */\n\tb: c;\n}\n", "a {\nb: c;\n}\n");
	expect("let a\n/* b */ \t\r\n(c)\n", "let a\n(c)\n");
	expect("a\n  /* at the end */", "a\n");
}

Test(slim, comment_beside_code_stays)
{
	expect("/* a */ b\nc /* d */\n", "/* a */ b\nc /* d */\n");
	expect("/* a\n/* b */ c\n", "/* a\n/* b */ c\n");
	expect("a = \"/*\";\nb = \"*/\";\n", "a = \"/*\";\nb = \"*/\";\n");
}

Test(slim, comment_of_a_licence_stays_whole)
{
	expect("/*! MIT\n/* still */\na\n", "/*! MIT\n/* still */\na\n");
}

Test(slim, comment_without_end_stays)
{
	expect("a\n/* b\nc\n", "a\n/* b\nc\n");
	expect("/*/\n", "/*/\n");
	expect("", "");
	expect("  /", "/");
}

Test(slim, indentation_and_empty_lines_go)
{
	expect("a {\n\t\tb: c;\r\n\n \t\n  }\n", "a {\nb: c;\r\n}\n");
	expect("let a = `b ${c} d`;\n\te(`{`, '}');\n", "let a = `b ${c} d`;\ne(`{`, '}');\n");
	expect("\tif (a) { b(`c`); }\n\t}\n", "if (a) { b(`c`); }\n}\n");
	expect("\ta", "a");
}

Test(slim, blanks_stay_where_a_string_may_hold_them)
{
	expect("a(`b\n\n  c`);\n\td\n", "a(`b\n\n  c`);\n\td\n");
	expect("a(`${b ? `c\n  d` : 0}`)\n", "a(`${b ? `c\n  d` : 0}`)\n");
	expect("} a(`${b ? `\n  c` : 0}`) {\n", "} a(`${b ? `\n  c` : 0}`) {\n");
	expect("a('b\\\n  c');\n", "a('b\\\n  c');\n");
	expect("a = \"b\\\r\n  c\";\n", "a = \"b\\\r\n  c\";\n");
}
