#include <criterion/criterion.h>

#include "template_fixture.h"

static void add_names(struct map *names, const char *const *list)
{
	for (; *list; list++)
		map_put(names, str_of(*list), NULL);
}

/* page.title and page.url are all that pages have. */
static bool knows_pages(void *ctx, struct template_query *query)
{
	static const str members[] = {STR_INIT("title"), STR_INIT("url")};
	UNUSED(ctx);
	if (!str_starts(query->path, S("page.")) || str_eq(query->path, S("page.title")) ||
		str_eq(query->path, S("page.url")))
		return true;
	query->part = str_from(query->path, 5);
	query->names = members;
	query->nnames = ARRAY_LEN(members);
	return false;
}

static void links(struct fixture *fixture, const char *wanted)
{
	static const char *const known[] = {"page", "site", "title", NULL};
	struct map names = {0};
	add_names(&names, known);
	struct template_names all = {&names, knows_pages, NULL};
	template_set_link(&fixture->set, &all, &fixture->diags);
	cr_expect_str_eq(fixture_diags(fixture), wanted, "%s", fixture_diags(fixture));
	map_release(&names);
	fixture_release(fixture);
}

Test(template_link, suggests_the_template_that_was_meant)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "page", "{{> part/header}}{{< layouts/baze}}{{/layouts/baze}}");
	fixture_add(&fixture, "parts/header", "");
	fixture_add(&fixture, "layouts/base", "");
	links(&fixture, "template-partial '{{> part/header}}' no template 'part/header'\n"
			"  '' did you mean 'parts/header'?\n"
			"template-partial '{{< layouts/baze}}' no template 'layouts/baze'\n"
			"  '' did you mean 'layouts/base'?\n");
}

Test(template_link, finds_names_no_data_has)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main",
		"{{.}}{{page.title}}{{#site}}{{titel}}{{/site}}{{^pge.x}}{{/pge.x}}{{> *pagee}}"
		"{{<main2}}{{$xyz}}{{page.urll}}{{/xyz}}{{/main2}}");
	fixture_add(&fixture, "main2", "");
	links(&fixture,
		"template-name '{{titel}}' no data has the name 'titel'\n"
		"  '' did you mean 'title'?\n"
		"template-name '{{^pge.x}}' no data has the name 'pge'\n"
		"  '' did you mean 'page'?\n"
		"template-name '{{> *pagee}}' no data has the name 'pagee'\n"
		"  '' did you mean 'page'?\n"
		"template-name '{{page.urll}}' 'page.urll' can have no value: there is no 'urll'\n"
		"  '' did you mean 'url'?\n");
}

/* What is inside is not asked for a name that only the outermost data has. */
Test(template_link, names_of_the_outermost_data_are_looked_up_there)
{
	struct fixture fixture;
	struct map names = {0};
	struct template_names known = {&names, NULL, NULL};
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "{{#page}}{{site}} {{title}}{{/page}}");
	map_put(&names, S("page"), NULL);
	map_put(&names, S("title"), NULL);
	map_put(&names, S("site"), &names);
	template_set_link(&fixture.set, &known, &fixture.diags);
	cr_expect_str_eq(fixture_render(&fixture, "main",
				 "{\"site\": \"outside\", \"title\": \"outside\", "
				 "\"page\": {\"site\": \"inside\", \"title\": \"inside\"}}"),
		"outside inside");
	map_release(&names);
	fixture_release(&fixture);
}

Test(template_link, finds_templates_that_always_include_themselves)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "alone", "{{> alone }}");
	fixture_add(&fixture, "start", "{{> one }}{{> one }}");
	fixture_add(&fixture, "one", "{{> two }}");
	fixture_add(&fixture, "two", "{{< three }}{{/ three }}");
	fixture_add(&fixture, "three", "{{> two }}");
	links(&fixture, "template-recursion '{{> alone }}' the template 'alone' always includes "
			"itself, without end\n"
			"template-recursion '{{< three }}' the template 'two' always includes "
			"itself, without end\n"
			"  '{{> two }}' by way of 'three'\n");
}

Test(template_link, allows_recursion_that_can_end)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "tree", "{{#page}}{{> tree}}{{/page}}{{^site}}{{> tree}}{{/site}}");
	fixture_add(&fixture, "block", "{{$a}}{{> block}}{{/a}}{{> *title}}");
	fixture_add(&fixture, "argument", "{{<other}}{{$a}}{{> argument}}{{/a}}{{/other}}");
	fixture_add(&fixture, "other", "");
	links(&fixture, "");
}

Test(template_link, copes_with_long_chains)
{
	struct fixture fixture;
	fixture_init(&fixture);
	for (int i = 0; i < 50000; i++)
		template_set_add(&fixture.set, arena_printf(&fixture.arena, "t%d", i),
			arena_printf(&fixture.arena, "{{>t%d}}", i + 1), SPAN_NONE, &fixture.diags);
	fixture_add(&fixture, "t50000", "");
	links(&fixture, "");
}
