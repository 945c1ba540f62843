#include <criterion/criterion.h>

#include "template_fixture.h"

/* A view that counts how often it is asked; {{other}} is one more. */
struct shy {
	unsigned nasked;
	const struct shy *other;
};

static const struct view_class shy_class;

static struct value shy_get(const void *self, str key, struct arena *scratch)
{
	struct shy *shy = (struct shy *)(uintptr_t)self;
	UNUSED(scratch);
	if (str_eq(key, S("other")) && shy->other)
		return value_view(&shy_class, shy->other);
	shy->nasked += str_eq(key, S("name")) || str_eq(key, S("none"));
	return str_eq(key, S("name")) ? value_int(shy->nasked, SPAN_NONE) : value_none();
}

static const struct view_class shy_class = {.name = "shy", .get = shy_get};

static const char *show(struct fixture *fixture, const struct shy *shy)
{
	struct template_env env = {
		.scratch = &fixture->arena, .diags = &fixture->diags, .recent = &fixture->recent};
	buf_clear(&fixture->out);
	template_render(&fixture->set, template_set_find(&fixture->set, S("main")),
		value_view(&shy_class, shy), &env, &fixture->out);
	return fixture->out.data;
}

Test(template_recent, asks_a_view_once_for_a_name_in_all_templates)
{
	struct fixture fixture;
	struct shy shy = {.nasked = 0};
	fixture_init(&fixture);
	fixture_add(
		&fixture, "main", "{{#name}}{{name}}{{> part}}{{/name}}{{^none}}{{none}}{{/none}}");
	fixture_add(&fixture, "part", "{{name}}");
	template_set_link(&fixture.set, NULL, &fixture.diags);
	cr_assert_str_eq(show(&fixture, &shy), "11");
	cr_assert_eq(shy.nasked, 2);
	fixture_release(&fixture);
}

Test(template_recent, tells_views_and_renderings_apart)
{
	struct fixture fixture;
	struct shy other = {.nasked = 4}, shy = {.other = &other};
	fixture_init(&fixture);
	fixture_add(&fixture, "main", "{{name}}{{#other}}{{name}}{{/other}}{{name}}{{other.name}}");
	template_set_link(&fixture.set, NULL, &fixture.diags);
	cr_assert_str_eq(show(&fixture, &shy), "1515");
	cr_assert_str_eq(show(&fixture, &shy), "2626");
	fixture_release(&fixture);
}
