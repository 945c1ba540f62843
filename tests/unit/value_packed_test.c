#include "value/packed.h"

#include <criterion/criterion.h>

#include "value/json.h"

static struct value parse(struct arena *arena, const char *text)
{
	struct diags diags;
	struct value value;
	diags_init(&diags);
	cr_assert(json_parse(arena, str_of(text), 3, &diags, &value));
	diags_release(&diags);
	return value;
}

static bool span_is(struct span a, struct span b, uint32_t source)
{
	return a.source == source && a.start == b.start && a.end == b.end;
}

static void assert_same(struct value a, struct value b, uint32_t source)
{
	cr_assert_eq(a.kind, b.kind);
	cr_assert(span_is(b.span, a.span, source));
	if (a.kind == VALUE_LIST) {
		cr_assert_eq(a.list->len, b.list->len);
		for (size_t i = 0; i < a.list->len; i++)
			assert_same(a.list->items[i], b.list->items[i], source);
	} else if (a.kind == VALUE_MAP) {
		cr_assert_eq(a.map->len, b.map->len);
		for (size_t i = 0; i < a.map->len; i++) {
			const struct value_entry *x = &a.map->entries[i], *y = &b.map->entries[i];
			cr_assert(str_eq(x->key, y->key));
			cr_assert(span_is(y->key_span, x->key_span, source));
			assert_same(x->value, y->value, source);
		}
	} else if (a.kind != VALUE_NULL) {
		cr_assert(value_eq(a, b));
	}
}

static const char *const text =
	"{\"a\": [1, -2, 3.25, true, false, null, \"\", \"vārds\", []], \"b\": {\"c\": {}}}";

Test(packed, a_value_comes_back_with_its_places_in_another_source)
{
	struct arena arena;
	struct buf out;
	arena_init(&arena);
	buf_init(&out);
	struct value value = parse(&arena, text);
	value_pack(&out, value);
	struct unpack unpack = {.rest = buf_str(&out)};
	assert_same(value, value_unpack(&unpack, 7, &arena), 7);
	cr_assert(!unpack.failed && !unpack.rest.len);
	buf_release(&out);
	arena_release(&arena);
}

Test(packed, what_is_cut_is_noticed)
{
	struct arena arena;
	struct buf out;
	arena_init(&arena);
	buf_init(&out);
	value_pack(&out, parse(&arena, text));
	for (size_t len = 0; len < out.len; len++) {
		struct unpack unpack = {.rest = str_n(out.data, len)};
		value_unpack(&unpack, 7, &arena);
		cr_assert(unpack.failed);
	}
	buf_release(&out);
	arena_release(&arena);
}
