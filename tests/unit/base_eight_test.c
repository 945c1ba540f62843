#include <criterion/criterion.h>

#include "base/eight.h"

/* What one byte among seven others is marked as, at each place. */
Test(base_eight, every_byte_is_told_at_every_place)
{
	char bytes[8];
	for (unsigned place = 0; place < 8; place++)
		for (unsigned c = 0; c < 256; c++) {
			memset(bytes, 'x', sizeof(bytes));
			bytes[place] = (char)c;
			uint64_t here = eight_at(bytes);
			uint64_t few = eight_below(here, ' ');
			cr_expect_eq(few != 0, c < ' ', "%u", c);
			cr_expect_eq(eight_is(here, '<') != 0, c == '<', "%u", c);
			if (few)
				cr_expect_eq(eight_first(few), place);
		}
}

Test(base_eight, the_first_of_several_is_told)
{
	cr_expect_eq(eight_first(eight_is(eight_at("ab<<a!<b"), '<')), 2);
	cr_expect_eq(eight_first(eight_below(eight_at("abcd\n e\n"), ' ')), 4);
}
