#include "markdown/phrase.h"

#include "markdown_fixture.h"

/* A fence anywhere, and cmark reads every word. */
static void expect_as_cmark(const char *text)
{
	struct fixture hidden, read;
	struct arena arena;
	arena_init(&arena);
	fixture_render(&hidden, str_of(text));
	fixture_render(&read, arena_join(&arena, str_of(text), S("\n\n~~~\n~~~\n"), S("")));
	str html = buf_str(&read.html), fence = S("<pre><code></code></pre>\n");
	cr_assert(str_ends(html, fence));
	cr_assert(str_eq(buf_str(&hidden.html), str_sub(html, 0, html.len - fence.len)),
		"of:\n%s\nbecame:\n%.*s\nby cmark:\n%.*s", text, STR_ARGS(buf_str(&hidden.html)),
		STR_ARGS(html));
	cr_assert(str_eq(buf_str(&hidden.asked), buf_str(&read.asked)), "asked of:\n%s\n%.*s", text,
		STR_ARGS(buf_str(&hidden.asked)));
	cr_assert_eq(hidden.diags.list.len, read.diags.list.len, "reported otherwise:\n%s", text);
	fixture_release(&hidden);
	fixture_release(&read);
	arena_release(&arena);
}

static bool is_phrase_as(bool (*read)(struct phrases *, str), str text)
{
	struct arena arena;
	arena_init(&arena);
	struct phrases phrases = {.arena = &arena, .has_web = true};
	bool good = read(&phrases, text);
	arena_release(&arena);
	return good;
}

static bool is_phrase(str line)
{
	return is_phrase_as(phrase_read, line);
}

static bool is_phrase_inline(str text)
{
	return is_phrase_as(phrase_read_inline, text);
}

Test(phrase, knows_what_means_itself)
{
	const char *good[] = {"a", "Vārds, 5 (pieci); \"x\" - y: z!", "a **b c** d *e*, **ž**.",
		"[a](b)", "a [b c](../d/e-f.md#g), (*h*) x[y](tel:+371)[z](https://z.lv/?q=1).",
		"**b**", "*b*", "(*b*) \"**b**\"", "č # d %", "„Līgo” ir", "a?"};
	for (size_t i = 0; i < ARRAY_LEN(good); i++)
		cr_assert(is_phrase(str_of(good[i])), "%s", good[i]);
}

Test(phrase, leaves_the_rest_to_cmark)
{
	const char *other[] = {"", " a", "a ", "a  ", "- a", "1. a", "# a", "> a", "+a", "a_b_",
		"a `b`", "a [b]", "a\\", "a & b", "a <b>", "a@b.lv", "www.a.lv", "a/b", "a = b",
		"{phone:a}", "a|b", "~a~", "a^b", "a\tb", "*", "**", "***", "* a", "** a **",
		"a*b*", "*a*b", "*a", "a*", "**a*", "*a**", "***a***", "*a **b** c*", "*(a)*",
		"* a*", "*a *", "*5*", "*„a”*", "*a.*", "a **b*** c", "`", "==="};
	for (size_t i = 0; i < ARRAY_LEN(other); i++)
		cr_assert_not(is_phrase(str_of(other[i])), "%s", other[i]);
	cr_assert(is_phrase_inline(S("18:04 - 5. **a**")));
	cr_assert(is_phrase_inline(S("")));
	cr_assert_not(is_phrase_inline(S("a *b")));
}

Test(phrase, comes_in_parts)
{
	static const struct phrase_part wanted[] = {
		{CMARK_NODE_STRONG, STR_INIT("a"), STR_INIT("")},
		{CMARK_NODE_TEXT, STR_INIT(" b "), STR_INIT("")},
		{CMARK_NODE_EMPH, STR_INIT("c d"), STR_INIT("")},
		{CMARK_NODE_TEXT, STR_INIT("."), STR_INIT("")},
		{CMARK_NODE_LINK, STR_INIT("e f"), STR_INIT("g.md")}};
	struct arena arena;
	arena_init(&arena);
	struct phrases phrases = {.arena = &arena};
	cr_assert(phrase_read(&phrases, S("**a** b *c d*.[e f](g.md)")));
	cr_assert_not(phrase_read(&phrases, S("a `b`")));
	cr_assert_eq(phrases.len, ARRAY_LEN(wanted), "of what is none nothing stays");
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
		cr_assert_eq(phrases.parts[i].type, wanted[i].type);
		cr_assert(str_eq(phrases.parts[i].words, wanted[i].words));
		cr_assert(str_eq(phrases.parts[i].url, wanted[i].url));
	}
	arena_release(&arena);
}

Test(phrase, blocks_are_what_cmark_makes_of_them)
{
	expect_as_cmark("one");
	expect_as_cmark("one **two** three *four*.\nand (*five*), six\n");
	expect_as_cmark("a\n\nb\n\n\n**c**\n**d**\n\n## E\nf\n\ng\n## H\n");
	expect_as_cmark(
		"# a\n### **b** c\n####### d\n##  e\n## f ##\n## g #\n## #\n##h\nx\n## i\ny\n");
	expect_as_cmark(
		"a [b](c.md) d [b](c.md) **e** [f](missing) [g](g#h)\n[i](i)\n\n## [j](lang:lv)\n");
	expect_as_cmark("- [a](b)\n- c **d**\n- e\nlazy\n- f\n\n- g\n  - h\n- i\n\n  j\n- \n- k");
	expect_as_cmark("a\n- b\n- - -\n- c\n- \n\n> - d\n- e\n---\n- f\n* g\n- h\n1. i\n");
	expect_as_cmark("| [a](b) | [c](d) e |\n|--|--|\n| `f` | [g](h) |\n");
	expect_as_cmark("- a\n## b\n  ## c\n## 5 d\n\n## e\n===\n\n\\## f\n\n## g\\\n");
	expect_as_cmark("- a\n\nb\n\n  c\n\n- d\nlazy\n\n1. x\n\n   y\n\nz\n");
	expect_as_cmark("> a\nb\n\nc\n\n> d\n\ne\n");
	expect_as_cmark("a\n===\n\nb\n---\n\nc\n\n---\n\nd\n");
	expect_as_cmark("a\n- b\n\nc\n    d\n\ne\n1. f\n");
	expect_as_cmark(
		"| a | [b](c) | 1. |\n|--|--|--|\n| `c` | +371 67123456 |\n|\n| x || *y*z |\n"
		"> | a |\n> |---|\n> | **b** |\n\n| [c] | d | *e* |\n|-|-|-|\n| | | f |\n");
	expect_as_cmark("| a | b |\n|---|---|\n| **c** d *e* | f |\n\ng\n\na | b\n--|--\nc | d\n");
	expect_as_cmark("[a]: /b\n\na **b**\n\n[a]: /c\n'd'\ne\n");
	expect_as_cmark("34 970 and\n116 123\n\nin 2026 500 came\n");
	expect_as_cmark("a  \nb\n\nc \nd\n \ne\n\n\tf\n");
}
