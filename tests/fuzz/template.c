/*
 * Any bytes are templates that link and render within their bounds, and every
 * complaint has a place inside the text. The input is up to three templates
 * with a zero byte between them: main, a and b.
 */
#include "base/base.h"
#include "template/template.h"

static struct value make_data(struct arena *arena)
{
	struct value_map *map = ARENA_NEW(arena, struct value_map);
	struct value_list *list = ARENA_NEW(arena, struct value_list);
	value_list_push(arena, list, value_string(S("<1>\n"), SPAN_NONE));
	value_list_push(arena, list, value_map(map, SPAN_NONE));
	value_map_put(arena, map, S("a"), SPAN_NONE, value_list(list, SPAN_NONE));
	value_map_put(arena, map, S("b"), SPAN_NONE, value_string(S("a"), SPAN_NONE));
	value_map_put(arena, map, S("n"), SPAN_NONE, value_null(SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

static void check_places(const struct diags *diags, size_t size)
{
	for (size_t i = 0; i < diags->list.len; i++) {
		struct span span = diags->list.items[i].span;
		if (span.start > span.end || span.end > size)
			BUG("a diagnostic outside of the text");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const str names[] = {STR_INIT("main"), STR_INIT("a"), STR_INIT("b")};
	struct template_set set;
	struct diags diags;
	struct arena arena;
	struct buf out;
	template_set_init(&set);
	diags_init(&diags);
	arena_init(&arena);
	buf_init_limit(&out, 1 << 20);

	str all = str_n((const char *)data, size), rest = all, text;
	for (size_t i = 0; i < ARRAY_LEN(names) && str_cut(&rest, '\0', &text); i++) {
		size_t at = text.len ? (size_t)(text.ptr - all.ptr) : 0;
		template_set_add(&set, names[i], text, span_of(1, at, at + text.len), &diags);
	}
	template_set_link(&set, NULL, &diags);
	struct template_env env = {&arena, &diags};
	template_render(&set, template_set_find(&set, S("main")), make_data(&arena), &env, &out);
	check_places(&diags, size);

	buf_release(&out);
	arena_release(&arena);
	diags_release(&diags);
	template_set_release(&set);
	return 0;
}
