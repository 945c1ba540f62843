#include <criterion/criterion.h>

#include "locale/collate.h"
#include "locale/format.h"
#include "locale/name.h"

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

TestSuite(locale, .init = set_up, .fini = tear_down);

static bool same(str a, const char *b)
{
	return str_eq(a, str_of(b));
}

/* Each word comes before the next one. */
static void expect_order_in(const struct collator *collator, const char *const *words, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		str a = collator_key(collator, str_of(words[i]), &arena);
		str b = collator_key(collator, str_of(words[i + 1]), &arena);
		cr_assert_lt(str_cmp(a, b), 0, "%s before %s", words[i], words[i + 1]);
	}
}

/* Also in an order that was kept, and in one that another ICU kept. */
static void expect_order(str tag, const char *const *words, size_t n)
{
	struct buf kept;
	struct collator *first = collator_new(tag, S(""));
	buf_init(&kept);
	collator_keep(first, &kept);
	struct collator *second = collator_new(tag, buf_str(&kept));
	if (kept.len)
		kept.data[0]++;
	struct collator *third = collator_new(tag, buf_str(&kept));
	buf_release(&kept);
	expect_order_in(first, words, n);
	expect_order_in(second, words, n);
	expect_order_in(third, words, n);
	collator_free(first);
	collator_free(second);
	collator_free(third);
}

Test(locale, sorts_latvian_as_latvians_do)
{
	const char *words[] = {"Cēsis", "Čehija", "Iļģuciems", "Kuldīga", "Ķekava", "“Rīga”",
		"Šķēde", "Valmiera", "Zaļā", "Žagare"};
	expect_order(S("lv"), words, ARRAY_LEN(words));
}

/* CLDR 48, and tests/pages/order.test.js: whatever ICU tilts is built with. */
Test(locale, gives_each_letter_of_latvian_its_place)
{
	const char *letters[] = {"a", "āa", "b", "c", "č", "d", "e", "ē", "f", "g", "ģ", "h", "i",
		"y", "ī", "j", "k", "ķ", "l", "ļ", "m", "n", "ņ", "o", "ō", "p", "q", "r", "ŗ", "s",
		"š", "t", "u", "ū", "v", "w", "x", "z", "ž"};
	const char *words[] = {"acs", "azote", "ābols", "Izaugsme", "Izglītība", "You Plus", "Īle"};
	expect_order(S("lv"), letters, ARRAY_LEN(letters));
	expect_order(S("lv"), words, ARRAY_LEN(words));
}

Test(locale, keeps_an_order_of_its_own_to_the_byte)
{
	struct buf kept, again;
	struct collator *first = collator_new(S("lv"), S(""));
	buf_init(&kept);
	buf_init(&again);
	collator_keep(first, &kept);
	cr_assert_gt(kept.len, 1000);
	struct collator *second = collator_new(S("lv"), buf_str(&kept));
	str text = S("Ķekavas 10. nodaļa “Ēna”");
	cr_assert(str_eq(collator_key(first, text, &arena), collator_key(second, text, &arena)));
	collator_keep(second, &again);
	cr_assert(str_eq(buf_str(&kept), buf_str(&again)));
	buf_release(&kept);
	buf_release(&again);
	collator_free(first);
	collator_free(second);
}

Test(locale, parts_latvian_numbers_from_five_digits_on)
{
	struct formatter *lv = formatter_new(S("lv"));
	cr_assert(same(formatter_number(lv, 1234, 0, &arena), "1234"));
	cr_assert(same(formatter_number(lv, 12345, 0, &arena), "12\xc2\xa0"
							       "345"));
	cr_assert(same(formatter_number(lv, -1234.5, 1, &arena), "-1234,5"));
	cr_assert(same(formatter_percent(lv, 12.5, 1, &arena), "12,5%"));
	formatter_free(lv);
}

Test(locale, sorts_russian_and_numbers)
{
	const char *words[] = {"2. глава", "10. глава", "дом", "ёж", "жизнь", "я"};
	expect_order(S("ru"), words, ARRAY_LEN(words));
}

Test(locale, folds_what_a_disk_would_take_for_one)
{
	str composed = collate_fold(S("TIKŠANĀS"), &arena);
	str decomposed = collate_fold(S("tiks\xcc\x8c"
					"ana\xcc\x84s"),
		&arena);
	cr_assert(str_eq(composed, decomposed));
	cr_assert_not(str_eq(collate_fold(S("tiksanas"), &arena), composed));
}

Test(locale, writes_dates_of_each_language)
{
	struct day day = {2026, 12, 24};
	struct formatter *lv = formatter_new(S("lv")), *ru = formatter_new(S("ru")),
			 *en = formatter_new(S("en"));
	for (int again = 0; again < 2; again++) { /* the second time from memory */
		cr_assert(same(formatter_date(lv, day, &arena), "2026. gada 24.\u00a0decembris"));
		cr_assert(same(formatter_date(en, day, &arena), "24\u00a0December 2026"));
	}
	cr_assert(same(formatter_short_date(ru, day, &arena), "24\u00a0декабря"));
	cr_assert(same(formatter_weekday(lv, day, &arena), "ceturtdiena"));
	cr_assert(same(formatter_number(ru, 1291.5, 1, &arena), "1\xc2\xa0"
								"291,5"));
	formatter_free(lv);
	formatter_free(ru);
	formatter_free(en);
}

/* Two days that share a slot of the memory must not be mixed up. */
Test(locale, remembers_the_right_day)
{
	struct formatter *lv = formatter_new(S("lv"));
	struct day first = {2026, 1, 1}, other = day_of_number(day_number(first) + 256);
	str a = formatter_date(lv, first, &arena), b = formatter_date(lv, other, &arena);
	cr_assert_not(str_eq(a, b));
	cr_assert(str_eq(formatter_date(lv, first, &arena), a));
	formatter_free(lv);
}

Test(locale, counts_days_both_ways)
{
	cr_assert_eq(day_number((struct day){1970, 1, 1}), 0);
	cr_assert_eq(day_number((struct day){2000, 3, 1}), 11017);
	for (int64_t n = -800000; n < 800000; n += 97)
		cr_assert_eq(day_number(day_of_number(n)), n);
	cr_assert_eq(day_weekday((struct day){2026, 11, 22}), 7);
	cr_assert_eq(day_weekday((struct day){1969, 12, 31}), 3);
}

Test(locale, knows_which_days_exist)
{
	struct day day;
	cr_assert(day_parse(S("2024-02-29"), &day));
	cr_assert_not(day_parse(S("2026-02-29"), &day));
	cr_assert_not(day_parse(S("2026-13-01"), &day));
	cr_assert_not(day_parse(S("2026-1-01"), &day));
	cr_assert_not(day_parse(S("2026-00-10"), &day));
}

Test(locale, knows_the_day_in_riga)
{
	struct day day;
	cr_assert(day_at(S("Europe/Riga"), 1795298399, &day)); /* 2026-11-21 21:59:59 UTC */
	cr_assert(same(day_text(day, &arena), "2026-11-21"));
	cr_assert(day_at(S("Europe/Riga"), 1795298400, &day)); /* midnight in Rīga */
	cr_assert(same(day_text(day, &arena), "2026-11-22"));
	cr_assert_not(day_at(S("Europe/Ryga"), 0, &day));
	cr_assert_not(day_at(S("GMT+3"), 0, &day), "understood, but no zone");
}

Test(locale, finds_the_letter_of_a_name)
{
	cr_assert(same(initial_letter(S("„skalbes”"), &arena), "S"));
	cr_assert(same(initial_letter(S("ģimene"), &arena), "Ģ"));
	cr_assert(same(initial_letter(S("…"), &arena), ""));
}

Test(locale, languages_have_their_own_names)
{
	static const char *const names[][2] = {{"lv", "Latviešu"}, {"lv-simple", "Latviešu"},
		{"ru", "Русский"}, {"et", "Eesti"}, {"zz", "Zz"}, {"", ""}, {"?", "?"}};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		cr_assert(same(language_name(str_of(names[i][0]), &arena), names[i][1]), "%s",
			names[i][0]);
}
