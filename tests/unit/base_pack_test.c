#include "base/pack.h"

#include <criterion/criterion.h>

Test(pack, what_was_put_comes_back)
{
	static const uint64_t numbers[] = {0, 1, 127, 128, 300, UINT32_MAX, UINT64_MAX};
	struct buf out;
	buf_init(&out);
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		pack_number(&out, numbers[i]);
		pack_text(&out, S("vārds"));
	}
	struct unpack unpack = {.rest = buf_str(&out)};
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		cr_assert_eq(unpack_number(&unpack), numbers[i]);
		cr_assert(str_eq(unpack_text(&unpack), S("vārds")));
	}
	cr_assert(!unpack.failed && !unpack.rest.len);
	buf_release(&out);
}

Test(pack, a_part_is_packed_where_it_is)
{
	struct buf out;
	buf_init(&out);
	size_t begun = pack_begin(&out);
	pack_text(&out, S("vārds"));
	pack_number(&out, 300);
	pack_end(&out, begun);
	pack_end(&out, pack_begin(&out));
	pack_number(&out, 7);
	struct unpack unpack = {.rest = buf_str(&out)};
	struct unpack part = {.rest = unpack_part(&unpack)};
	cr_assert(str_eq(unpack_text(&part), S("vārds")));
	cr_assert_eq(unpack_number(&part), 300);
	cr_assert(!part.failed && !part.rest.len);
	cr_assert_eq(unpack_part(&unpack).len, 0);
	cr_assert_eq(unpack_number(&unpack), 7);
	struct unpack cut = {.rest = str_sub(buf_str(&out), 0, 12)};
	cr_assert_eq(unpack_part(&cut).len, 0);
	cr_assert(cut.failed);
	buf_release(&out);
}

Test(pack, what_is_cut_or_too_large_gives_nothing)
{
	static const str cut[] = {STR_INIT(""), STR_INIT("\x80"),
		STR_INIT("\x05"
			 "abc"),
		STR_INIT("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")};
	for (size_t i = 0; i < ARRAY_LEN(cut); i++) {
		struct unpack unpack = {.rest = cut[i]};
		cr_assert_eq(unpack_text(&unpack).len, 0);
		cr_assert(unpack.failed && !unpack.rest.len);
		cr_assert_eq(unpack_number(&unpack), 0);
	}
	struct unpack unpack = {.rest = S("\x05")};
	cr_assert_eq(unpack_count(&unpack, 4), 0);
	cr_assert(unpack.failed);
}
