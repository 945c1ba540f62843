/* Members are found however many there are, and however the room was made. */
#include <criterion/criterion.h>

#include "value/value.h"

static void check(size_t n, size_t room)
{
	struct arena arena;
	arena_init(&arena);
	struct value_map *map = value_map_new(&arena, room);
	for (size_t i = 0; i < n; i++)
		value_map_put(&arena, map, arena_printf(&arena, "key %zu", i), SPAN_NONE,
			value_int((int64_t)i, SPAN_NONE));
	cr_assert_eq(map->len, n);
	for (size_t i = 0; i < n; i++) {
		const struct value_entry *entry =
			value_map_find(map, arena_printf(&arena, "key %zu", i));
		cr_assert(entry && entry->value.integer == (int64_t)i, "%zu of %zu", i, n);
	}
	cr_assert_null(value_map_find(map, S("key")));
	cr_assert_null(value_map_find(map, S("")));
	cr_assert_null(value_map_find(map, arena_printf(&arena, "key %zu", n)));
	arena_release(&arena);
}

Test(value_map, each_member_is_found_and_no_other)
{
	for (size_t n = 0; n < 140; n++) {
		check(n, 0);
		check(n, n);
	}
}

Test(value_map, so_it_is_with_more_members_than_a_table_names)
{
	check(33000, 0);
}
