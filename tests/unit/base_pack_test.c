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

Test(pack, bytes_of_a_known_length_are_taken_as_they_are)
{
	struct unpack unpack = {.rest = S("abc")};
	cr_assert(str_eq(unpack_bytes(&unpack, 2), S("ab")));
	cr_assert(str_eq(unpack.rest, S("c")) && !unpack.failed);
	cr_assert_eq(unpack_bytes(&unpack, 2).len, 0);
	cr_assert(unpack.failed);
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
