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
