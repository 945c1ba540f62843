#include <criterion/criterion.h>

#include "sys/parallel.h"
#include "template_fixture.h"

Test(template_render, escapes_everything_but_html)
{
	renders("{{a}}|{{{a}}}|{{&a}}", NULL, NULL, "{\"a\": \"<a href=\\\"'&'\\\">\"}",
		"&lt;a href=&quot;&#39;&amp;&#39;&quot;&gt;|<a href=\"'&'\">|<a href=\"'&'\">");
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "{{.}}");
	struct template_env env = {
		.scratch = &fixture.arena, .diags = &fixture.diags, .recent = &fixture.recent};
	template_render(&fixture.set, template_set_find(&fixture.set, S("main")),
		value_html(S("<b>")), &env, &fixture.out);
	cr_assert_str_eq(fixture.out.data, "<b>");
	fixture_release(&fixture);
}

Test(template_render, tells_where_a_value_was_put)
{
	struct fixture fixture;
	str watched = S("<p>");
	stretch_list stretches = {0};
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "a{{.}}b{{{.}}}c");
	struct template_env env = {.scratch = &fixture.arena,
		.diags = &fixture.diags,
		.recent = &fixture.recent,
		.watched = watched,
		.stretches = &stretches};
	const struct template *template = template_set_find(&fixture.set, S("main"));
	template_render(
		&fixture.set, template, value_string(watched, SPAN_NONE), &env, &fixture.out);
	cr_assert_str_eq(fixture.out.data, "a&lt;p&gt;b<p>c");
	cr_assert_eq(stretches.len, 1);
	cr_assert_eq(stretches.items[0].at, strlen("a&lt;p&gt;b"));
	cr_assert_eq(stretches.items[0].len, watched.len);
	VEC_FREE(&stretches);
	fixture_release(&fixture);
}

Test(template_render, finds_names_from_the_inside_outwards)
{
	renders("{{#a}}{{x}}{{y}}{{b.x}}{{b.y}}|{{#b}}{{x}}{{y}}{{/b}}{{/a}}", NULL, NULL,
		"{\"x\": 1, \"y\": 2, \"b\": {\"y\": 9}, \"a\": {\"x\": 3, \"b\": {\"x\": 4}}}",
		"324|42");
	renders("{{#null}}1{{/null}}{{#a}}{{null}}{{/a}}{{^null}}2{{/null}}", NULL, NULL,
		"{\"null\": \"outer\", \"a\": {\"null\": null}}", "1");
}

Test(template_render, reaches_into_lists_and_unknown_values)
{
	renders("{{a.count}} {{a.first}} {{a.last}} {{#b.unknown}}?{{/b.unknown}}", NULL, NULL,
		"{\"a\": [5, 6, 7], \"b\": null}", "3 5 7 ?");
}

Test(template_render, allows_paths_in_the_names_of_templates)
{
	renders("{{> parts/site-header_1 }}", "parts/site-header_1", "{{a-b}}", "{\"a-b\": 1}",
		"1");
}

Test(template_render, indents_lines_of_templates_but_not_of_data)
{
	renders("<pre>\n  {{> p }}\n</pre>\n", "p",
		"{{#a}}{{.}}{{/a}}\n\n{{a}}x\r\n{{#a}}\ny\n{{/a}}\nz", "{\"a\": \"1\\n2\"}",
		"<pre>\n  1\n2\n  \n  1\n2x\r\n  y\n  z</pre>\n");
	renders("  {{#a}}{{> p }}{{/a}}\n", "p", "1\n2\n", "{\"a\": true}", "  1\n2\n\n");
}

Test(template_render, stops_recursion_that_only_data_ends)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "{{#a}}x{{> main}}{{/a}}");
	cr_assert_eq(strlen(fixture_render(&fixture, "main", "{\"a\": true}")), 32);
	cr_assert_str_eq(fixture_diags(&fixture), "template-recursion '{{#a}}' templates and "
						  "sections go more than 64 deep here\n");
	fixture_release(&fixture);
}

/* Two partials that each call the next level twice: 2^60 of nothing. */
Test(template_render, stops_what_would_take_for_ever)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "{{#a}}{{> b}}{{> b}}{{/a}}");
	fixture_add(&fixture, "b", "{{#a}}{{> *next}}{{> *next}}{{/a}}");
	fixture_render(&fixture, "main", "{\"a\": {\"next\": \"main\"}}");
	cr_assert_eq(fixture.diags.list.len, 1);
	cr_assert_eq(fixture.diags.list.items[0].id, DIAG_TEMPLATE_RECURSION);
	fixture_release(&fixture);
}

Test(template_render, stops_when_the_output_is_full)
{
	struct fixture fixture;
	fixture_init(&fixture);
	buf_init_limit(&fixture.out, 10);
	fixture_add(&fixture, "main", "{{#a}}abc{{/a}}");
	cr_assert_str_eq(fixture_render(&fixture, "main", "{\"a\": [1, 2, 3, 4, 5]}"), "abcabcabc");
	cr_assert(fixture.out.overflowed);
	fixture_release(&fixture);
}

Test(template_render, says_which_dynamic_template_is_missing)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "[{{> *a.b}}{{> *missing}}{{> *empty}}{{< *c}}{{/ *c}}]");
	fixture_add(&fixture, "embeds/contact", "ok");
	const char *json =
		"{\"a\": {\"b\": \"embeds/contacts\"}, \"empty\": \"\", \"c\": \"embeds/contact\"}";
	cr_assert_str_eq(fixture_render(&fixture, "main", json), "[ok]");
	cr_assert_str_eq(fixture_diags(&fixture), "template-partial '{{> *a.b}}' no template "
						  "'embeds/contacts'\n"
						  "  '' did you mean 'embeds/contact'?\n");
	fixture_release(&fixture);
}

struct crowd {
	struct fixture fixture;
	struct value data;
	struct buf outs[64];
};

static void render_one(void *ctx, unsigned worker, size_t index)
{
	struct crowd *crowd = ctx;
	struct arena scratch;
	struct diags diags;
	UNUSED(worker);
	arena_init(&scratch);
	diags_init(&diags);
	struct recent recent = {0};
	struct template_env env = {.scratch = &scratch, .diags = &diags, .recent = &recent};
	const struct template_set *set = &crowd->fixture.set;
	template_render(
		set, template_set_find(set, S("main")), crowd->data, &env, &crowd->outs[index]);
	diags_release(&diags);
	arena_release(&scratch);
}

Test(template_render, serves_many_threads_from_one_set)
{
	struct crowd crowd;
	struct value_list list = {0};
	fixture_init(&crowd.fixture);
	fixture_add(&crowd.fixture, "main", "{{< p}}{{$a}}{{#.}}{{.}}{{> *x}},{{/.}}{{/a}}{{/p}}");
	fixture_add(&crowd.fixture, "p", "<p>\n  {{$a}}{{/a}}\n</p>\n");
	template_set_link(&crowd.fixture.set, NULL, &crowd.fixture.diags);
	for (int i = 0; i < 100; i++)
		value_list_push(&crowd.fixture.arena, &list, value_int(i, SPAN_NONE));
	crowd.data = value_list(&list, SPAN_NONE);
	for (size_t i = 0; i < ARRAY_LEN(crowd.outs); i++)
		buf_init(&crowd.outs[i]);
	parallel_for(4, ARRAY_LEN(crowd.outs), render_one, &crowd);
	for (size_t i = 1; i < ARRAY_LEN(crowd.outs); i++)
		cr_assert(str_eq(buf_str(&crowd.outs[i]), buf_str(&crowd.outs[0])));
	cr_assert(str_starts(buf_str(&crowd.outs[0]), S("<p>\n  0,1,2,")));
	for (size_t i = 0; i < ARRAY_LEN(crowd.outs); i++)
		buf_release(&crowd.outs[i]);
	fixture_release(&crowd.fixture);
}
