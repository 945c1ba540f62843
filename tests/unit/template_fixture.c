#include "template_fixture.h"

#include <criterion/criterion.h>

#include "value/json.h"

void fixture_init(struct fixture *fixture)
{
	*fixture = (struct fixture){0};
	template_set_init(&fixture->set);
	arena_init(&fixture->arena);
	diags_init(&fixture->diags);
	buf_init(&fixture->out);
}

void fixture_release(struct fixture *fixture)
{
	template_set_release(&fixture->set);
	arena_release(&fixture->arena);
	diags_release(&fixture->diags);
	buf_release(&fixture->out);
}

void fixture_add(struct fixture *fixture, const char *name, const char *text)
{
	str copy = arena_str(&fixture->arena, str_of(text));
	fixture->texts[fixture->nsources++] = copy;
	template_set_add(&fixture->set, str_of(name), copy, span_of(fixture->nsources, 0, copy.len),
		&fixture->diags);
}

const char *fixture_render(struct fixture *fixture, const char *name, const char *json)
{
	struct value data;
	struct template_env env = {
		.scratch = &fixture->arena, .diags = &fixture->diags, .recent = &fixture->recent};
	cr_assert(json_parse(&fixture->arena, str_of(json), 99, &fixture->diags, &data));
	template_set_link(&fixture->set, NULL, &fixture->diags);
	const struct template *template = template_set_find(&fixture->set, str_of(name));
	template_render(&fixture->set, template, data, &env, &fixture->out);
	return fixture->out.data;
}

void renders(const char *main, const char *other_name, const char *other, const char *json,
	const char *wanted)
{
	struct fixture fixture;
	fixture_init(&fixture);
	fixture_add(&fixture, "main", main);
	if (other_name)
		fixture_add(&fixture, other_name, other);
	cr_expect_str_eq(fixture_render(&fixture, "main", json), wanted, "%s: got '%s'", main,
		fixture.out.data);
	cr_expect_eq(fixture.diags.list.len, 0, "%s: %s", main, fixture_diags(&fixture));
	fixture_release(&fixture);
}

static str marked(const struct fixture *fixture, struct span span)
{
	return span.source ? str_sub(fixture->texts[span.source - 1], span.start, span.end) : S("");
}

const char *fixture_diags(struct fixture *fixture)
{
	struct buf lines;
	buf_init(&lines);
	for (size_t i = 0; i < fixture->diags.list.len; i++) {
		const struct diag *diag = &fixture->diags.list.items[i];
		buf_printf(&lines, "%.*s '%.*s' %.*s\n", STR_ARGS(diag_info(diag->id)->id),
			STR_ARGS(marked(fixture, diag->span)), STR_ARGS(diag->text));
		for (const struct diag_note *note = diag->notes; note; note = note->next)
			buf_printf(&lines, "  '%.*s' %.*s\n", STR_ARGS(marked(fixture, note->span)),
				STR_ARGS(note->text));
	}
	const char *copy = arena_cstr(&fixture->arena, buf_str(&lines));
	buf_release(&lines);
	return copy;
}
