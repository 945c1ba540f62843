/*
 * Any bytes are templates that link and render within their bounds, and every
 * complaint has a place inside the text. The input is up to three templates
 * with a zero byte between them: main, a and b.
 */
#include "frame.h"
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

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	static const str names[] = {STR_INIT("main"), STR_INIT("a"), STR_INIT("b")};
	struct template_set set;
	struct buf out;
	template_set_init(&set);
	buf_init_limit(&out, 1 << 20);
	str rest = text, part;
	for (size_t i = 0; i < ARRAY_LEN(names) && str_cut(&rest, '\0', &part); i++) {
		size_t at = part.len ? (size_t)(part.ptr - text.ptr) : 0;
		template_set_add(&set, names[i], part, span_of(1, at, at + part.len), diags);
	}
	template_set_link(&set, NULL, diags);
	static struct recent recent;
	struct template_env env = {.scratch = arena, .diags = diags, .recent = &recent};
	template_render(&set, template_set_find(&set, S("main")), make_data(arena), &env, &out);
	buf_release(&out);
	template_set_release(&set);
}
