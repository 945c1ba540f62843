/* Lines of contact cards: folding counts octets and keeps characters whole. */
#include <criterion/criterion.h>

#include "base/utf8.h"
#include "feed/content_line.h"

#define OCTETS_MAX 75

/* Takes the folds out again, and looks at each line on the way. */
static void expect_folded(str line)
{
	struct buf folded, back;
	buf_init(&folded);
	buf_init(&back);
	content_line_add(&folded, line);
	str rest = buf_str(&folded), part;
	cr_expect(str_ends(rest, S("\r\n")));
	rest = str_sub(rest, 0, rest.len - 1);
	for (bool first = true; str_cut(&rest, '\n', &part); first = false) {
		cr_expect(str_ends(part, S("\r")));
		part = str_sub(part, 0, part.len - 1);
		cr_expect_leq(part.len, OCTETS_MAX);
		cr_expect_eq(utf8_invalid_at(part), STR_NONE);
		cr_expect(first || str_starts(part, S(" ")));
		buf_add(&back, first ? part : str_from(part, 1));
	}
	cr_expect(str_eq(buf_str(&back), line));
	buf_release(&folded);
	buf_release(&back);
}

Test(vcard, every_length_folds_and_unfolds)
{
	static const str letters[] = {
		STR_INIT("a"), STR_INIT("ā"), STR_INIT("—"), STR_INIT("🎈"), STR_INIT(" ")};
	struct buf line;
	buf_init(&line);
	for (size_t letter = 0; letter < ARRAY_LEN(letters); letter++)
		for (size_t before = 0; before < 4; before++) {
			buf_clear(&line);
			buf_add_repeat(&line, 'x', before);
			while (line.len < 320) {
				buf_add(&line, letters[letter]);
				expect_folded(buf_str(&line));
			}
		}
	buf_release(&line);
}

Test(vcard, a_full_line_is_not_folded)
{
	struct buf line, out;
	buf_init(&line);
	buf_init(&out);
	buf_add_repeat(&line, 'x', OCTETS_MAX);
	content_line_add(&out, buf_str(&line));
	cr_expect_eq(out.len, (size_t)OCTETS_MAX + 2);
	buf_release(&line);
	buf_release(&out);
}

Test(vcard, no_fold_is_beside_a_space)
{
	struct buf line, out;
	buf_init(&line);
	buf_init(&out);
	for (size_t before = 0; before < 8; before++) {
		buf_clear(&line);
		buf_clear(&out);
		buf_add_repeat(&line, 'x', before);
		while (line.len < 320)
			buf_adds(&line, " plkst. 9.00  ā");
		content_line_add(&out, buf_str(&line));
		cr_expect_eq(str_find(buf_str(&out), S(" \r\n ")), STR_NONE);
		cr_expect_eq(str_find(buf_str(&out), S("\r\n  ")), STR_NONE);
	}
	buf_release(&line);
	buf_release(&out);
}

Test(vcard, texts_are_escaped)
{
	struct buf out;
	buf_init(&out);
	content_line_add_text(&out, S("a;b,c\\d\ne\rf\x01:\"g\"\th\x7f"));
	cr_expect_str_eq(out.data, "a\\;b\\,c\\\\d\\nef:\"g\" h");
	buf_release(&out);
}
