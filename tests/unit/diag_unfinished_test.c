#include <criterion/criterion.h>

#include "base/arena.h"
#include "diag/unfinished.h"

/* `found`, with `end` behind it, wherever it stands: texts are looked at by sixteen bytes. */
static void expect_everywhere(const char *found, const char *end)
{
	struct arena arena;
	arena_init(&arena);
	for (unsigned before = 0; before < 40; before++)
		for (unsigned after = 0; after < 40; after++) {
			str text = arena_printf(
				&arena, "%*s%s%s%*s", (int)before, "", found, end, (int)after, "");
			str got = unfinished_find(text);
			cr_expect(str_eq(got, str_of(found)), "'%s' behind %u, before %u: '%.*s'",
				found, before, after, STR_ARGS(got));
			cr_expect_eq((size_t)(got.ptr - text.ptr), before);
			arena_reset(&arena);
		}
	arena_release(&arena);
}

Test(unfinished, notes_are_found_wherever_they_stand)
{
	expect_everywhere("TODO", "");
	expect_everywhere("???", "");
	expect_everywhere("Lorem ipsum", "");
	expect_everywhere("(jāpārbauda)", "");
	expect_everywhere("[уточнить!]", "");
	expect_everywhere("...precizēt", "\n");
	expect_everywhere("…precizēt", "\n");
}

Test(unfinished, the_first_mark_counts)
{
	cr_expect(str_eq(unfinished_find(S("No TBD līdz XXX, TODO")), S("TBD")));
	cr_expect(str_eq(unfinished_find(S("līdz 17.00 ...vajag pārbaudīt\nun vēl")),
		S("...vajag pārbaudīt")));
	cr_expect(str_eq(unfinished_find(S("līdz 17.00 …precizēt")), S("…precizēt")));
}

Test(unfinished, sentences_are_none)
{
	cr_expect_eq(unfinished_find(S("LR VSAA, ASAP un TODOS. Vai tiešām?? Nu... labi.")).len, 0);
	cr_expect_eq(unfinished_find(S("Zvaniet ([pārbaudīt](adrese.md)) un gaidiet.")).len, 0);
	cr_expect_eq(unfinished_find(S("")).len, 0);
}

Test(unfinished, a_numeral_is_no_note)
{
	cr_expect_eq(unfinished_find(S("XXX olimpiskās spēles, XXX Vispārējie svētki")).len, 0);
	cr_expect(str_eq(unfinished_find(S("XXX olimpiskās; maksā XXX eiro")), S("XXX")));
}
