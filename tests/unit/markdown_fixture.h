/* A text rendered with hooks that write down what they were asked. */
#ifndef MARKDOWN_FIXTURE_H
#define MARKDOWN_FIXTURE_H

#include <criterion/criterion.h>

#include "markdown/markdown.h"

struct fixture {
	struct arena arena;
	struct diags diags;
	struct buf html;
	struct buf asked; /* a line a link or embed: what, and the bytes of its place */
	struct markdown_outline outline;
	str text;
};

static inline str fixture_at(const struct fixture *f, struct span span)
{
	cr_assert(span.start <= span.end && span.end <= f->text.len);
	return str_sub(f->text, span.start, span.end);
}

static inline bool fixture_link(
	void *ctx, str url, bool picture, struct markdown_place place, struct markdown_link *out)
{
	struct fixture *f = ctx;
	str at = str_sub(fixture_at(f, markdown_span(place)), 0, 100);
	buf_printf(&f->asked, "%s %.*s at %.*s\n", picture ? "picture" : "link", STR_ARGS(url),
		STR_ARGS(at));
	if (picture)
		out->width = 40, out->height = 30;
	return !str_starts(url, S("missing"));
}

static inline void fixture_embed(void *ctx, str name, str body, struct span name_span,
	struct span body_span, struct buf *out)
{
	struct fixture *f = ctx;
	str at = fixture_at(f, name_span), body_at = fixture_at(f, body_span);
	buf_printf(&f->asked, "embed %.*s at %.*s body %.*s", STR_ARGS(name), STR_ARGS(at),
		STR_ARGS(body_at));
	buf_printf(out, "<div>%.*s</div>", STR_ARGS(body));
}

static inline void fixture_render(struct fixture *f, str text)
{
	*f = (struct fixture){.text = text};
	struct markdown_hooks hooks = {.ctx = f, .link = fixture_link, .embed = fixture_embed};
	struct markdown_options options = {
		.hooks = &hooks, .arena = &f->arena, .scratch = &f->arena, .diags = &f->diags};
	diags_init(&f->diags);
	arena_init(&f->arena);
	buf_init(&f->html);
	buf_init(&f->asked);
	markdown_render(text, span_of(1, 0, text.len), &options, &f->html, &f->outline);
}

static inline void fixture_release(struct fixture *f)
{
	buf_release(&f->html);
	buf_release(&f->asked);
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static inline void expect_text(str got, const char *wanted)
{
	cr_assert(str_eq(got, str_of(wanted)), "got:\n%.*s\nwanted:\n%s", STR_ARGS(got), wanted);
}

/* Renders and compares; nothing may be reported. */
static inline void expect_html(const char *text, const char *html)
{
	struct fixture f;
	fixture_render(&f, str_of(text));
	expect_text(buf_str(&f.html), html);
	cr_assert_eq(f.diags.list.len, 0, "reported for:\n%s", text);
	fixture_release(&f);
}

/* The reports in their order: "id: the bytes they point at", a line each. */
static inline void expect_reports(const char *text, const char *wanted)
{
	struct fixture f;
	struct buf got;
	buf_init(&got);
	fixture_render(&f, str_of(text));
	for (size_t i = 0; i < f.diags.list.len; i++) {
		const struct diag *diag = &f.diags.list.items[i];
		buf_printf(&got, "%.*s: %.*s\n", STR_ARGS(diag_info(diag->id)->id),
			STR_ARGS(fixture_at(&f, diag->span)));
	}
	expect_text(buf_str(&got), wanted);
	buf_release(&got);
	fixture_release(&f);
}

/* What the hooks were asked, and where it stands. */
static inline void expect_asked(const char *text, const char *wanted)
{
	struct fixture f;
	fixture_render(&f, str_of(text));
	expect_text(buf_str(&f.asked), wanted);
	fixture_release(&f);
}

#endif
