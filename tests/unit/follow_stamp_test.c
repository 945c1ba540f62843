#include <criterion/criterion.h>

#include "follow/stamp.h"

#define TEXT "2026-11-29T08:30:59Z"

static bool parses(const char *text)
{
	int64_t seconds = -1;
	bool parsed = stamp_parse(str_of(text), &seconds);
	cr_assert(parsed || seconds == -1, "%s changed what was there", text);
	return parsed;
}

Test(follow_stamp, what_is_written_is_read)
{
	int64_t seconds = 0;
	struct arena arena;
	arena_init(&arena);
	cr_assert(stamp_parse(S(TEXT), &seconds));
	cr_assert_eq(seconds, 1795941059);
	cr_assert(str_eq(stamp_text(seconds, &arena), S(TEXT)));
	arena_release(&arena);
}

/* Each sign in turn is another one. */
Test(follow_stamp, other_signs_are_not_read)
{
	static const char others[] = "x -/9";
	for (size_t i = 0; i < sizeof(TEXT) - 1; i++)
		for (size_t k = 0; others[k]; k++) {
			char text[] = TEXT;
			bool is_digit = text[i] >= '0' && text[i] <= '9';
			if (text[i] == others[k] || (is_digit && others[k] == '9'))
				continue;
			text[i] = others[k];
			cr_expect_not(parses(text), "%s", text);
		}
}

Test(follow_stamp, no_clock_shows_it)
{
	cr_expect_not(parses("2026-11-29T24:00:00Z"));
	cr_expect_not(parses("2026-11-29T08:60:00Z"));
	cr_expect_not(parses("2026-11-29T08:30:60Z"));
	cr_expect_not(parses("2026-11-29T08:-1:00Z"));
	cr_expect_not(parses("2026-11-31T08:30:00Z"));
	cr_expect_not(parses("2026-11-29T08:30:00"));
	cr_expect_not(parses("2026-11-29T08:30:00Z "));
}
