#include <criterion/criterion.h>

#include "base/path.h"
#include "base/slug.h"
#include "base/utf8.h"

static void expect_slug(const char *text, const char *slug)
{
	struct arena arena;
	arena_init(&arena);
	str got = slug_make(&arena, str_of(text));
	cr_assert(str_eq(got, str_of(slug)), "%s: got %.*s", text, STR_ARGS(got));
	arena_release(&arena);
}

Test(slug, folds_latvian_letters)
{
	expect_slug("ĀČĒĢĪĶĻŅŌŖŠŪŽ", "acegiklnorsuz");
	expect_slug("Žagaru ķēde, 3. nodaļa", "zagaru-kede-3-nodala");
}

Test(slug, spells_russian_in_latin)
{
	expect_slug("Подъезд, щётка и объявление", "podezd-shchyotka-i-obyavlenie");
	expect_slug(
		"Жёлтый ХЛЕБ Цюй Чаша Эхо Юла Яма", "zhyoltyy-khleb-tsyuy-chasha-ekho-yula-yama");
}

Test(slug, folds_the_rest_of_europe)
{
	expect_slug("Straße Œuvre Þing Łódź Çağ ĳs", "strasse-oeuvre-thing-lodz-cag-ijs");
}

Test(slug, does_not_depend_on_the_unicode_form)
{
	expect_slug("a\u0304 s\u030c й и\u0306 ё е\u0308", "a-s-y-y-yo-yo");
	expect_slug("soft\u00adhyphen zero\u200bwidth", "softhyphen-zerowidth");
}

Test(slug, keeps_one_dash_between_words)
{
	expect_slug("--  What's   new?! --", "what-s-new");
	expect_slug("№ 5 × 3", "5-3");
	expect_slug("漢字 ÷ !", "");
	expect_slug("", "");
}

Test(slug, gives_a_slug_for_every_code_point)
{
	struct arena arena;
	struct buf text;
	arena_init(&arena);
	buf_init(&text);
	for (uint32_t c = 1; c < 0x3000; c++) {
		buf_clear(&text);
		utf8_add(&text, c);
		str slug = slug_make(&arena, buf_str(&text));
		cr_assert(slug.len == 0 || path_is_slug(slug), "U+%04X", c);
	}
	buf_release(&text);
	arena_release(&arena);
}
