/* Values of records that a text names: what they cost, and where they stand. */
#include <criterion/criterion.h>

#include "markdown/markdown.h"
#include "markdown/quote.h"

static str say_seven(void *ctx, str written, const struct quote *quote)
{
	UNUSED(ctx);
	UNUSED(written);
	UNUSED(quote);
	return S("7");
}

/* A page of 200 KB took five gigabytes: each value was joined to a copy of all before. */
Test(quote, takes_no_more_memory_than_its_text)
{
	struct arena arena;
	struct buf text;
	arena_init(&arena);
	buf_init(&text);
	for (int i = 0; i < 2000; i++)
		buf_adds(&text, "call {phone:orgs/a} ");
	arena_alloc(&arena, 1 << 20);
	arena_reset(&arena);
	const struct arena_block *block = arena.blocks;
	str filled = quote_fill(buf_str(&text), say_seven, NULL, &arena);
	cr_assert_eq(filled.len, strlen("call 7 ") * 2000);
	cr_assert(str_starts(filled, S("call 7 call 7 ")) && str_ends(filled, S(" call 7 ")));
#ifdef ARENA_DEBUG
	UNUSED(block);
#else
	cr_assert_eq(arena.blocks, block, "more than a megabyte");
#endif
	buf_release(&text);
	arena_release(&arena);
}

struct places {
	str text;
	struct buf starts;
};

static str note_place(void *ctx, str name, str ref, struct span span)
{
	struct places *places = ctx;
	UNUSED(name);
	buf_printf(&places->starts, "%.*s at %u\n", STR_ARGS(ref), span.start);
	return S("7");
}

/* A value that is named twice stands in two places; one that no place is found for, in its block.
 */
Test(quote, each_has_a_place_of_its_own)
{
	struct arena arena;
	struct diags diags;
	struct buf html;
	struct places places = {.text = S("{a:k/x} {b:k/y} {a:k/x}\n\n&#123;a:k/z} {a:k/x}\n")};
	arena_init(&arena);
	diags_init(&diags);
	buf_init(&html);
	buf_init(&places.starts);
	struct markdown_hooks hooks = {.ctx = &places, .quote = note_place};
	struct markdown_options options = {
		.hooks = &hooks, .arena = &arena, .scratch = &arena, .diags = &diags};
	markdown_render(places.text, span_of(1, 0, places.text.len), &options, &html, NULL);
	cr_assert_str_eq(
		places.starts.data, "k/x at 0\nk/y at 8\nk/x at 16\nk/z at 25\nk/x at 38\n");
	cr_assert_str_eq(html.data, "<p>7 7 7</p>\n<p>7 7</p>\n");
	buf_release(&places.starts);
	buf_release(&html);
	diags_release(&diags);
	arena_release(&arena);
}
