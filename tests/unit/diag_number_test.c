#include <criterion/criterion.h>

#include "diag/number.h"

/* What `text` says, by value. */
static void expect(const char *text, size_t n, const uint64_t *values)
{
	struct numbers numbers = {0};
	numbers_find(&numbers, str_of(text));
	cr_expect_eq(numbers.list.len, n, "'%s': %zu", text, numbers.list.len);
	for (size_t i = 0; i < n && i < numbers.list.len; i++)
		cr_expect_eq(numbers.list.items[i].value, values[i], "'%s': %llu", text,
			(unsigned long long)numbers.list.items[i].value);
	numbers_release(&numbers);
}

#define EXPECT(text, ...)                                                                          \
	expect(text, sizeof((uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t),                         \
		(uint64_t[]){__VA_ARGS__})

Test(number, one_value_however_it_is_written)
{
	EXPECT("34 970", 34970);
	EXPECT("34,970", 34970);
	EXPECT("34\u00a0970.", 34970);
	EXPECT("1.234.567", 1234567);
	EXPECT("no 17.30", 17, 30);
	EXPECT("17:30", 17, 30);
	EXPECT("5:30 p.m.", 17, 30);
	EXPECT("5 pm", 17);
	EXPECT("12 pm", 12);
	EXPECT("9.00", 9);
	EXPECT("1,50 €", 1, 50);
	EXPECT("01.12.2026.", 1, 2026);
	EXPECT("63 022 937", 63022937);
	EXPECT("+371 6302 2937", 63022937);
	EXPECT("+37163022937, 116 123", 63022937, 116123);
	EXPECT("1 2 3 4 5 6 7 8 9 10", 12345678, 9, 10);
}

static enum number_weight weight(const char *text)
{
	struct numbers numbers = {0};
	numbers_find(&numbers, str_of(text));
	cr_assert_eq(numbers.list.len, 1, "'%s'", text);
	enum number_weight weight = numbers.list.items[0].weight;
	numbers_release(&numbers);
	return weight;
}

Test(number, how_surely_a_translation_says_it_too)
{
	cr_expect_eq(weight("3 soļi"), NUMBER_LOOSE);
	cr_expect_eq(weight("18 gadi"), NUMBER_TOLD);
	cr_expect_eq(weight("3 €"), NUMBER_SURE);
	cr_expect_eq(weight("€3"), NUMBER_SURE);
	cr_expect_eq(weight("2026. gadā"), NUMBER_SURE);
	cr_expect_eq(weight("mk-725"), NUMBER_LOOSE);
	cr_expect_eq(weight("[x](https://a.lv/725)"), NUMBER_LOOSE);
	cr_expect_eq(weight("[x](a.md#725)"), NUMBER_LOOSE);
	cr_expect_eq(weight("[x](tel:116)"), NUMBER_SURE);
	cr_expect_eq(weight("[a](b.md) 116"), NUMBER_SURE);
}

Test(number, what_others_do_not_say_is_given_once)
{
	struct numbers all = {0}, others = {0};
	const struct number *out[2];
	numbers_find(&all, S("15, 20, 15, 30, 40"));
	numbers_find(&others, S("20"));
	cr_assert_eq(numbers_missing(&all, &others, NUMBER_TOLD, out, 2), 2);
	cr_expect_eq(out[0]->value, 15);
	cr_expect_eq(out[1]->value, 30);
	cr_expect_eq(numbers_missing(&all, &others, NUMBER_SURE, out, 2), 0);
	numbers_release(&all);
	numbers_release(&others);
}
