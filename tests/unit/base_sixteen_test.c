#include <criterion/criterion.h>

#include "base/ascii.h"
#include "base/markup.h"
#include "base/sixteen.h"

static sixteen digits_of(sixteen bytes)
{
	return (sixteen)((bytes - '0') < 10);
}

/* One byte among others, at each place of texts shorter and longer than a step. */
Test(base_sixteen, a_byte_is_found_wherever_it_stands)
{
	char bytes[40];
	for (size_t len = 0; len <= sizeof(bytes); len++) {
		memset(bytes, 'x', sizeof(bytes));
		cr_expect_not(sixteen_search(str_n(bytes, len), digits_of), "%zu", len);
		for (size_t at = 0; at < sizeof(bytes); at++) {
			memset(bytes, 'x', sizeof(bytes));
			bytes[at] = '7';
			bool found = sixteen_search(str_n(bytes, len), digits_of);
			cr_expect_eq(found, at < len, "%zu of %zu", at, len);
		}
	}
}

Test(base_sixteen, the_signs_of_markup_are_told_from_all_bytes)
{
	for (unsigned c = 0; c < 256; c++) {
		char byte = (char)c;
		bool sign = c && strchr("&<>\"'", byte);
		cr_expect_eq(sixteen_search(str_n(&byte, 1), markup_signs), sign, "%u", c);
		cr_expect_eq(sixteen_search(str_n(&byte, 1), digits_of), ascii_is_digit((int)c));
	}
}

/* What one byte among fifteen others is said to be, at each place. */
Test(base_sixteen, every_byte_is_told_at_every_place)
{
	char bytes[16];
	for (unsigned place = 0; place < 16; place++)
		for (unsigned c = 0; c < 256; c++) {
			memset(bytes, '-', sizeof(bytes));
			bytes[place] = (char)c;
			sixteen here = sixteen_at(bytes);
			uint32_t bit = 1U << place;
			cr_expect_eq(sixteen_bits(sixteen_is(here, '<')), c == '<' ? bit : 0);
			cr_expect_eq(sixteen_bits(sixteen_below(here, ' ')), c < ' ' ? bit : 0);
			cr_expect_eq(sixteen_bits(sixteen_alnum(here)),
				ascii_is_alnum((int)c) ? bit : 0, "%u", c);
		}
}

Test(base_sixteen, all_of_a_kind_are_told)
{
	cr_expect_eq(sixteen_bits(sixteen_is(sixteen_at("<b>a</b> <i>c<//"), '<')), 0x2211);
}
