#include <criterion/criterion.h>

#include "template_fixture.h"

/* What one template alone gets to hear, and that it can be rendered anyway. */
static void complains(const char *text, const char *wanted)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", text);
	cr_expect_str_eq(fixture_diags(&fixture), wanted, "%s:\n%s", text, fixture_diags(&fixture));
	fixture_render(&fixture, "main", "{}");
	fixture_release(&fixture);
}

Test(template_parse, names_what_is_not_closed)
{
	complains("a{{#b}}c", "template-section '{{#b}}' the section 'b' is not closed\n");
	complains("{{<b}}c", "template-section '{{<b}}' the parent 'b' is not closed\n");
	complains("{{$b}}c", "template-section '{{$b}}' the block 'b' is not closed\n");
	complains("{{^a}}{{#b}}{{/a}}", "template-section '{{#b}}' the section 'b' is not closed\n"
					"  '{{/a}}' 'a' around it is closed here\n");
}

Test(template_parse, names_what_is_not_open)
{
	complains("{{/b}}", "template-section '{{/b}}' nothing named 'b' is open here\n");
	complains("{{#a}}{{/b}}{{/a}}", "template-section '{{/b}}' nothing named 'b' is open here\n"
					"  '{{#a}}' the section 'a' is, since here\n");
	complains("{{<*a}}{{/a}}", "template-section '{{/a}}' nothing named 'a' is open here\n"
				   "  '{{<*a}}' the parent 'a' is, since here\n"
				   "template-section '{{<*a}}' the parent 'a' is not closed\n");
}

Test(template_parse, reports_each_broken_tag_and_goes_on)
{
	complains("{{a\n{{ b }} {{c d}} {{}} {{#}} {{e..f}} {{{g}} {{h",
		"template-tag '{{a' this tag is not closed: '}}' is missing\n"
		"template-tag '{{c d}}' the name in a tag has no spaces\n"
		"template-tag '{{}}' this tag has no name\n"
		"template-tag '{{#}}' this tag has no name\n"
		"template-tag '{{{g}}' this tag opens with one brace more than it closes with\n"
		"template-tag '{{h' this tag is not closed: '}}' is missing\n"
		"template-tag '{{e..f}}' the name 'e..f' has an empty part\n");
	renders("{{#a}}{{{b}}}{{/a}}{{! {{ }}", NULL, NULL, "{\"a\": {\"b\": \"<\"}}", "<");
}

Test(template_parse, reports_bad_delimiters)
{
	const char *bad = "new delimiters are two words without '=', as in {{=<% %>=}}";
	const char *cases[] = {"{{=a=}}", "{{= a b c =}}", "{{=a= b=}}", "{{==}}"};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf wanted;
		buf_init(&wanted);
		buf_printf(&wanted, "template-delimiters '%s' %s\n", cases[i], bad);
		complains(cases[i], wanted.data);
		buf_release(&wanted);
	}
	complains("{{=a b}} {{c}}",
		"template-delimiters '{{=' these delimiters are not closed: '=' and the closing "
		"delimiter are missing\n");
}

Test(template_parse, warns_of_tags_that_a_parent_drops)
{
	complains("{{<p}} x {{! fine }}{{y}}{{#z}}{{$a}}{{/a}}{{/z}}{{$b}}{{c}}{{/b}}{{/p}}",
		"template-parent '{{y}}' inside a parent this tag prints nothing, unless a block "
		"is around it\n"
		"template-parent '{{#z}}' inside a parent this tag prints nothing, unless a block "
		"is around it\n");
}

Test(template_parse, refuses_what_is_nested_too_deep)
{
	struct buf text;
	buf_init(&text);
	for (int i = 0; i < 64; i++)
		buf_adds(&text, "{{#a}}");
	for (int i = 0; i < 64; i++)
		buf_adds(&text, "{{/a}}");
	complains(text.data, "");
	buf_clear(&text);
	for (int i = 0; i < 100000; i++)
		buf_adds(&text, "{{#a}}");
	complains(text.data, "template-section '{{#a}}' more than 64 sections, parents and blocks "
			     "stand inside each other\n");
	buf_release(&text);
}

Test(template_parse, takes_linear_time)
{
	const char *patterns[] = {"{{", "{{{", "{{=", "{{!", "{{a}}{{{b}}", " \t", "{{/x}}", "}}"};
	for (size_t i = 0; i < ARRAY_LEN(patterns); i++) {
		struct fixture fixture;
		struct buf text;
		fixture_init(&fixture);
		buf_init(&text);
		while (text.len < 200000)
			buf_add(&text, str_of(patterns[i]));
		fixture_add(&fixture, "main", text.data);
		buf_release(&text);
		fixture_release(&fixture);
	}
}

Test(template_parse, places_count_from_the_file)
{
	struct fixture fixture;
	fixture_init(&fixture);
	template_set_add(
		&fixture.set, S("main"), S("x{{/y}}"), span_of(3, 100, 107), &fixture.diags);
	struct span span = fixture.diags.list.items[0].span;
	cr_assert(span.source == 3 && span.start == 101 && span.end == 107);
	fixture_release(&fixture);
}
