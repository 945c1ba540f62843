#include <criterion/criterion.h>

#include "template_fixture.h"

/* `main`, a chain of layouts "a", "b", "c", and the output. */
static void inherits(
	const char *main, const char *a, const char *b, const char *c, const char *wanted)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", main);
	fixture_add(&fixture, "a", a);
	if (b)
		fixture_add(&fixture, "b", b);
	if (c)
		fixture_add(&fixture, "c", c);
	const char *json = "{\"x\": \"out\", \"in\": {\"x\": \"in\"}, \"name\": \"a\"}";
	cr_expect_str_eq(fixture_render(&fixture, "main", json), wanted, "%s: got '%s'", main,
		fixture.out.data);
	cr_expect_eq(fixture.diags.list.len, 0, "%s: %s", main, fixture_diags(&fixture));
	fixture_release(&fixture);
}

Test(template_inherit, replaces_blocks_and_keeps_the_others)
{
	const char *base = "[{{$t}}T{{/t}}|{{$u}}U{{x}}{{/u}}|{{$t}}T2{{/t}}]";
	inherits("{{<a}}{{/a}}", base, NULL, NULL, "[T|Uout|T2]");
	inherits("{{<a}} ignored {{$t}}1{{/t}} too {{/a}}", base, NULL, NULL, "[1|Uout|1]");
	inherits("{{<a}}{{$t}}{{/t}}{{$no}}x{{/no}}{{/a}}", base, NULL, NULL, "[|Uout|]");
	inherits("{{<*name}}{{$t}}1{{/t}}{{/*name}}", base, NULL, NULL, "[1|Uout|1]");
	inherits("{{>a}}", base, NULL, NULL, "[T|Uout|T2]");
}

Test(template_inherit, renders_arguments_with_the_data_at_the_block)
{
	inherits("{{<a}}{{$t}}{{x}}{{/t}}{{/a}}", "{{x}}{{#in}}{{$t}}T{{/t}}{{/in}}", NULL, NULL,
		"outin");
}

Test(template_inherit, lets_the_most_derived_template_win)
{
	const char *a = "{{<b}}{{$t}}a{{/t}}{{$u}}a{{$v}}-{{/v}}{{/u}}{{/b}}";
	const char *b = "{{<c}}{{$t}}b{{/t}}{{$w}}b{{/w}}{{/c}}";
	const char *c = "{{$t}}c{{/t}}{{$u}}c{{/u}}{{$v}}c{{/v}}{{$w}}c{{/w}}";
	inherits("{{<a}}{{/a}}", a, b, c, "aa-cb");
	inherits("{{<a}}{{$t}}m{{/t}}{{$v}}m{{/v}}{{/a}}", a, b, c, "mammb");
}

Test(template_inherit, keeps_names_of_different_parents_apart)
{
	inherits("{{<a}}{{$t}}({{<b}}{{$t}}m{{/t}}{{/b}}){{/t}}{{/a}}", "a{{$t}}T{{/t}}",
		"b{{$t}}T{{/t}}", NULL, "a(bm)");
	inherits("{{<a}}{{$t}}({{$t}}inner{{/t}}){{/t}}{{/a}}", "a{{$t}}T{{/t}}", NULL, NULL,
		"a(inner)");
}

Test(template_inherit, reaches_through_partials)
{
	inherits("{{<a}}{{$t}}m{{/t}}{{/a}}", "a{{>b}}", "b{{$t}}T{{/t}}", NULL, "abm");
}

Test(template_inherit, takes_lines_of_standalone_tags)
{
	const char *base = "<main>\n{{$t}}\nT\n{{/t}}\n</main>\n";
	inherits("{{<a}}\n{{$t}}\nm\n{{/t}}\n{{/a}}\n", base, NULL, NULL, "<main>\nm\n</main>\n");
	inherits("{{<a}}\n{{/a}}\n", base, NULL, NULL, "<main>\nT\n</main>\n");
	inherits("x{{<a}}{{/a}}\ny", "a", NULL, NULL, "xa\ny");
	inherits("{{<a}}{{/a}} x\n", "a", NULL, NULL, "a x\n");
	inherits("{{<a}}\r\n{{$t}}m{{/t}}\r\n{{/a}}\r\nz", "{{$t}}T{{/t}}\r\n", NULL, NULL,
		"m\r\nz");
}

Test(template_inherit, indents_parents)
{
	inherits("<p>\n  {{<a}}{{/a}}\n</p>", "1\n2\n", NULL, NULL, "<p>\n  1\n  2\n</p>");
	inherits("<p>\n  {{<a}}\n  {{/a}}\n</p>", "1\n2", NULL, NULL, "<p>\n  1\n  2</p>");
	inherits("<p>\n  {{<a}}{{/a}}.\n</p>", "1\n2", NULL, NULL, "<p>\n  1\n2.\n</p>");
}

Test(template_inherit, moves_arguments_to_the_indentation_of_the_block)
{
	const char *argument = "{{<a}}\n  {{$t}}\n      1\n        2\n    3\n  {{/t}}\n{{/a}}\n";
	inherits(argument, "<p>\n {{$t}}\n {{/t}}\n</p>\n", NULL, NULL,
		"<p>\n 1\n   2\n     3\n</p>\n");
	inherits(argument, "<p>\n {{$t}}{{/t}}</p>\n", NULL, NULL, "<p>\n 1\n  2\n    3\n</p>\n");
	inherits(argument, "<p>\n{{$t}}\n\tT\n{{/t}}\n</p>\n", NULL, NULL,
		"<p>\n\t1\n\t  2\n\t    3\n</p>\n");
}

Test(template_inherit, puts_a_default_where_its_block_stands)
{
	const char *base =
		"<p>\n  {{$t}}\n    1\n      2\n    {{$u}}\n      3\n    {{/u}}\n  {{/t}}\n</p>\n";
	inherits("{{<a}}{{/a}}", base, NULL, NULL, "<p>\n  1\n    2\n  3\n</p>\n");
	inherits("{{<a}}{{$u}}\nm\nn{{/u}}{{/a}}", base, NULL, NULL,
		"<p>\n  1\n    2\n    m\n    n</p>\n");
	inherits("{{<a}}{{/a}}", "<p>\n  {{$t}}1\n  2{{/t}}\n</p>\n", NULL, NULL,
		"<p>\n  1\n  2\n</p>\n");
}

Test(template_inherit, adds_indentation_up_over_all_levels)
{
	inherits("{{<a}}\n{{$t}}\n  {{>c}}\n{{/t}}\n{{/a}}\n",
		"{{<b}}\n{{$u}}\n<i>\n  {{$t}}{{/t}}\n</i>\n{{/u}}\n{{/b}}\n",
		"<b>\n  {{$u}}\n  {{/u}}\n</b>\n", "1\n2\n",
		"<b>\n  <i>\n    1\n    2\n\n  </i>\n</b>\n");
}
