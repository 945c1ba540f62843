#include <criterion/criterion.h>

#include "base/markup.h"

Test(base_markup, every_sign_is_found_at_every_place_and_nothing_else)
{
	char bytes[21];
	for (size_t place = 0; place < sizeof(bytes); place++)
		for (int c = 0; c < 256; c++) {
			memset(bytes, 'x', sizeof(bytes));
			bytes[place] = (char)c;
			bool is_sign = c && strchr("&<>\"'", c);
			cr_expect_eq(markup_find(str_n(bytes, sizeof(bytes)), 0),
				is_sign ? place : sizeof(bytes), "%d at %zu", c, place);
		}
}

Test(base_markup, the_first_from_a_place_on_is_found)
{
	str s = S("a<b'c & \"d\" = e; f > g");
	size_t found[] = {1, 3, 6, 8, 10, 19};
	size_t at = markup_find(s, 0);
	for (size_t i = 0; i < ARRAY_LEN(found); i++, at = markup_find(s, at + 1))
		cr_expect_eq(at, found[i], "%zu", at);
	cr_expect_eq(at, s.len);
}

Test(base_markup, what_an_apostrophe_becomes_is_told)
{
	struct buf out;
	buf_init(&out);
	markup_escape(&out, S("<a b=\"c\">d's & e"), S("*"));
	cr_expect(str_eq(buf_str(&out), S("&lt;a b=&quot;c&quot;&gt;d*s &amp; e")));
	buf_release(&out);
}
