#include <criterion/criterion.h>

#include "template_fixture.h"

/* Data for a page with a number: who asks for it says so, as views do. */
struct shop {
	struct fixture fixture;
	struct stock stock;
	stock_slot lines[16][2]; /* by template, of the things */
	stock_slot lists[16][2]; /* by section */
	int page;
	int extra_on; /* the page on which something stands around things */
	bool asked, asked_place;
	unsigned nbegun, ntaken;
};

/* A thing of which lines are made: its name is its number. It has four sides and three ends. */
static struct value thing_get(const void *self, str key, struct arena *scratch)
{
	struct value name = value_string(*(const str *)self, SPAN_NONE);
	size_t n = str_eq(key, S("sides")) ? 4 : str_eq(key, S("ends")) ? 3 : 0;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	for (size_t i = 0; i < n; i++)
		value_list_push(scratch, list, name);
	return n ? value_list(list, SPAN_NONE) : str_eq(key, S("name")) ? name : value_none();
}

static const struct view_class thing_class = {.name = "thing", .get = thing_get};

static struct value things(struct arena *arena)
{
	static const str names[] = {STR_INIT("0"), STR_INIT("1")};
	struct value_list *list = ARENA_NEW(arena, struct value_list);
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		value_list_push(arena, list, value_view(&thing_class, &names[i]));
	return value_list(list, SPAN_NONE);
}

static stock_slot *slot_of(stock_slot slots[16][2], uint32_t number, struct value thing)
{
	cr_assert_lt(number, 16);
	if (thing.kind != VALUE_VIEW || thing.view.class != &thing_class)
		return NULL;
	return &slots[number][((const str *)thing.view.self)->ptr[0] - '0'];
}

static stock_slot *line(void *ctx, uint32_t template, struct value thing)
{
	return slot_of(((struct shop *)ctx)->lines, template, thing);
}

static stock_slot *list(void *ctx, uint32_t section, struct value thing)
{
	return slot_of(((struct shop *)ctx)->lists, section, thing);
}

/* What stands around things: on one page something that they lack. */
static struct value shelf(const struct shop *shop, struct arena *arena)
{
	struct value_map *map = ARENA_NEW(arena, struct value_map);
	value_map_put(arena, map, S("things"), SPAN_NONE, things(arena));
	if (shop->page == shop->extra_on)
		value_map_put(arena, map, S("extra"), SPAN_NONE, value_int(shop->page, SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

static struct value shop_get(const void *self, str key, struct arena *scratch)
{
	struct shop *shop = (struct shop *)(uintptr_t)self;
	if (str_eq(key, S("things")))
		return things(scratch);
	if (str_eq(key, S("shelf")))
		return shelf(shop, scratch);
	if (str_eq(key, S("page"))) {
		shop->asked = true;
		return value_int(shop->page, SPAN_NONE);
	}
	if (str_eq(key, S("place"))) {
		shop->asked_place = true;
		return value_int((int64_t)shop->stock.place, SPAN_NONE);
	}
	return str_eq(key, S("site")) ? value_string(S("S"), SPAN_NONE) : value_none();
}

static const struct view_class shop_class = {.name = "shop", .get = shop_get};

static void begin(void *ctx)
{
	struct shop *shop = ctx;
	shop->asked = shop->asked_place = false;
	shop->nbegun++;
}

static enum stock_of end(void *ctx, str text, struct arena *arena, const void **notes)
{
	const struct shop *shop = ctx;
	UNUSED(text);
	UNUSED(arena);
	*notes = NULL;
	return shop->asked ? STOCK_OF_PAGE : shop->asked_place ? STOCK_OF_PLACE : STOCK_OF_ALL;
}

static bool take(void *ctx, const struct stocked *part)
{
	struct shop *shop = ctx;
	shop->asked_place |= part->is_of_place;
	shop->ntaken++;
	return true;
}

static void shop_init(struct shop *shop, const char *main, const char *part)
{
	*shop = (struct shop){.page = 0};
	fixture_init(&shop->fixture);
	fixture_add(&shop->fixture, "main", main);
	fixture_add(&shop->fixture, "part", part);
	fixture_add(&shop->fixture, "leaf", "{{site}}");
	fixture_add(&shop->fixture, "wrap", "{{> part}}");
	template_set_link(&shop->fixture.set, NULL, &shop->fixture.diags);
	struct arena *arena = &shop->fixture.arena;
	shop->stock = (struct stock){
		.parts = ARENA_ARRAY(arena, struct stocked, shop->fixture.set.nparts),
		.nplaces = 3,
		.arena = arena,
		.ctx = shop,
		.begin = begin,
		.end = end,
		.take = take,
		.lines = arena};
}

static const char *next_page(struct shop *shop)
{
	struct fixture *fixture = &shop->fixture;
	struct template_env env = {.scratch = &fixture->arena,
		.diags = &fixture->diags,
		.recent = &fixture->recent,
		.stock = &shop->stock};
	shop->page++;
	buf_clear(&fixture->out);
	template_render(&fixture->set, template_set_find(&fixture->set, S("main")),
		value_view(&shop_class, shop), &env, &fixture->out);
	return fixture->out.data;
}

/* What is kept is made on the first page and taken on the two others. */
static void check_three(struct shop *shop, const char *const pages[3], size_t nbegun)
{
	for (size_t i = 0; i < 3; i++)
		cr_assert_str_eq(next_page(shop), pages[i]);
	cr_assert_eq(shop->nbegun, nbegun);
	cr_assert_eq(shop->ntaken, 2);
	fixture_release(&shop->fixture);
}

Test(template_stock, renders_what_pages_have_in_common_once)
{
	struct shop shop;
	shop_init(&shop, "{{page}}{{> part}}", "[{{site}}{{> leaf}}]");
	check_three(&shop, (const char *[]){"1[SS]", "2[SS]", "3[SS]"}, 1);
}

Test(template_stock, keeps_sections_too)
{
	struct shop shop;
	shop_init(&shop,
		"{{#site}}[{{.}}{{#site}}-{{/site}}]{{/site}}{{#page}}{{.}}{{site}}{{/page}}", "");
	check_three(&shop, (const char *[]){"[S-]1S", "[S-]2S", "[S-]3S"}, 2);
}

Test(template_stock, keeps_no_section_with_a_block_that_others_replace)
{
	struct shop shop;
	shop_init(&shop, "{{< part}}{{$a}}{{page}}{{/a}}{{/part}}{{> part}}{{> part}}",
		"{{#site}}{{$a}}b{{/a}}{{/site}}");
	cr_assert_str_eq(next_page(&shop), "1bb");
	cr_assert_str_eq(next_page(&shop), "2bb");
	fixture_release(&shop.fixture);
}

Test(template_stock, asks_in_a_part_what_was_asked_before)
{
	struct shop shop;
	shop_init(&shop, "{{page}}{{> part}}", "[{{page}}]");
	cr_assert_str_eq(next_page(&shop), "1[1]");
	cr_assert_str_eq(next_page(&shop), "2[2]");
	fixture_release(&shop.fixture);
}

Test(template_stock, renders_what_is_of_one_page_for_each)
{
	struct shop shop;
	shop_init(&shop, "{{> part}}", "[{{page}}{{> leaf}}]");
	cr_assert_str_eq(next_page(&shop), "[1S]");
	cr_assert_str_eq(next_page(&shop), "[2S]");
	cr_assert_str_eq(next_page(&shop), "[3S]");
	cr_assert_eq(shop.nbegun, 2, "the part, and then what it holds");
	cr_assert_eq(shop.ntaken, 1);
	fixture_release(&shop.fixture);
}

/* The place that a page stands at is its number's rest by three. */
static const char *next_at_place(struct shop *shop)
{
	shop->stock.place = (size_t)(shop->page + 1) % 3;
	return next_page(shop);
}

static void check_places(
	struct shop *shop, const char *const pages[7], size_t nbegun, size_t ntaken)
{
	for (size_t i = 0; i < 7; i++)
		cr_assert_str_eq(next_at_place(shop), pages[i]);
	cr_assert_eq(shop->nbegun, nbegun);
	cr_assert_eq(shop->ntaken, ntaken);
	fixture_release(&shop->fixture);
}

Test(template_stock, keeps_for_each_place_what_looks_at_nothing_else_of_the_page)
{
	struct shop shop;
	shop_init(&shop, "{{> part}}", "{{site}}{{place}}");
	check_places(&shop, (const char *[]){"S1", "S2", "S0", "S1", "S2", "S0", "S1"}, 3, 4);
}

Test(template_stock, knows_that_a_part_with_one_of_a_place_is_of_it_too)
{
	struct shop shop;
	shop_init(&shop, "{{> part}}{{> wrap}}", "{{place}}");
	check_places(&shop, (const char *[]){"11", "22", "00", "11", "22", "00", "11"}, 6, 11);
}

Test(template_stock, keeps_at_a_place_nothing_of_one_page)
{
	struct shop shop;
	shop_init(&shop, "{{> part}}", "{{place}}{{page}}");
	check_places(&shop, (const char *[]){"11", "22", "03", "14", "25", "06", "17"}, 1, 0);
}

Test(template_stock, keeps_nothing_that_others_may_replace_or_that_stands_within_data)
{
	struct shop shop;
	shop_init(&shop,
		"{{< part}}{{$a}}{{page}}{{/a}}{{/part}}{{#page}}{{> leaf}}{{/page}}\n  {{> "
		"leaf}}\n",
		"{{$a}}{{/a}}");
	cr_assert_str_eq(next_page(&shop), "1S\n  S");
	cr_assert_str_eq(next_page(&shop), "2S\n  S");
	cr_assert_eq(shop.nbegun, 1, "the section, which is of one page");
	cr_assert_eq(shop.ntaken, 0);
	fixture_release(&shop.fixture);
	shop_init(&shop, "{{> part}}", "{{< leaf}}{{/leaf}}{{$a}}{{/a}}");
	cr_assert_str_eq(next_page(&shop), "S");
	cr_assert_str_eq(next_page(&shop), "S");
	cr_assert_eq(shop.ntaken, 1, "no block can be replaced where nobody passes any");
	fixture_release(&shop.fixture);
}

Test(template_stock, keeps_no_block_for_where_it_is_replaced)
{
	struct shop shop;
	shop_init(&shop, "{{> part}}{{< wrap}}{{$a}}b{{/a}}{{/wrap}}", "{{$a}}a{{/a}}");
	cr_expect_str_eq(next_page(&shop), "ab");
	cr_expect_str_eq(next_page(&shop), "ab");
	fixture_release(&shop.fixture);
}

/* As deep as a page may go: what is taken must not hide that it would go too deep elsewhere. */
Test(template_stock, takes_no_part_where_it_would_go_too_deep)
{
	struct shop shop;
	struct buf main;
	buf_init(&main);
	buf_adds(&main, "{{> part}}");
	for (int i = 0; i < TEMPLATE_DEPTH - 2; i++)
		buf_adds(&main, "{{^none}}");
	buf_adds(&main, "{{> part}}");
	for (int i = 0; i < TEMPLATE_DEPTH - 2; i++)
		buf_adds(&main, "{{/none}}");
	shop_init(&shop, main.data, "{{^none}}{{> leaf}}{{/none}}");
	cr_assert_str_eq(next_page(&shop), "S");
	cr_assert_eq(shop.fixture.diags.nerrors, 1);
	buf_release(&main);
	fixture_release(&shop.fixture);
}

Test(template_stock, takes_no_part_whose_own_parts_would_go_too_deep)
{
	struct shop shop;
	struct buf main;
	buf_init(&main);
	buf_adds(&main, "{{> part}}{{> wrap}}");
	for (int i = 0; i < TEMPLATE_DEPTH - 2; i++)
		buf_adds(&main, "{{^none}}");
	buf_adds(&main, "{{> wrap}}");
	for (int i = 0; i < TEMPLATE_DEPTH - 2; i++)
		buf_adds(&main, "{{/none}}");
	shop_init(&shop, main.data, "{{> leaf}}");
	next_page(&shop);
	cr_assert_eq(shop.fixture.diags.nerrors, 1);
	buf_release(&main);
	fixture_release(&shop.fixture);
}

/* Within a section that looks at the page, so that it is not kept itself. On the first page it is
 * tried; lines are made from the second on. */
#define OF_PAGE(inside) "{{#page}}" inside "{{/page}}"

static void check_lines(struct shop *shop, const char *const pages[3], size_t nmade, size_t ntaken)
{
	shop->stock.line = line;
	shop->stock.list = list;
	for (size_t i = 0; i < 3; i++)
		cr_expect_str_eq(next_page(shop), pages[i]);
	cr_expect_eq(shop->nbegun, 1 + nmade);
	cr_expect_eq(shop->ntaken, ntaken);
	fixture_release(&shop->fixture);
}

Test(template_stock, makes_the_line_of_a_thing_once)
{
	struct shop shop;
	shop_init(&shop,
		OF_PAGE("{{#things}}{{> part}}{{/things}}-{{#things}}{{> part}}{{/things}}"),
		"{{name}}{{site}}");
	check_lines(&shop, (const char *[]){"0S1S-0S1S", "0S1S-0S1S", "0S1S-0S1S"}, 2, 6);
}

Test(template_stock, keeps_no_line_that_looks_at_the_page)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#things}}{{> part}}{{/things}}"), "{{name}}{{page}}");
	check_lines(&shop, (const char *[]){"0111", "0212", "0313"}, 2, 0);
}

Test(template_stock, takes_no_line_where_what_it_lacks_stands_around)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#shelf}}{{#things}}{{> part}}{{/things}}{{/shelf}}"),
		"{{name}}{{extra}}");
	shop.extra_on = 3;
	check_lines(&shop, (const char *[]){"01", "01", "0313"}, 2, 0);
}

Test(template_stock, keeps_no_line_that_has_of_what_stands_around)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#shelf}}{{#things}}{{> part}}{{/things}}{{/shelf}}"),
		"{{name}}{{extra}}");
	shop.extra_on = 2;
	check_lines(&shop, (const char *[]){"01", "0212", "01"}, 2, 0);
}

Test(template_stock, knows_what_a_line_within_a_line_lacks)
{
	struct shop shop;
	shop_init(&shop,
		OF_PAGE("{{#things}}{{> part}}{{/things}}"
			"{{#shelf}}{{#things}}{{> wrap}}{{/things}}{{/shelf}}"),
		"{{name}}{{extra}}");
	shop.extra_on = 3;
	check_lines(&shop, (const char *[]){"0101", "0101", "010313"}, 4, 4);
}

Test(template_stock, keeps_no_line_that_lacks_too_much)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#things}}{{> part}}{{/things}}"),
		"{{name}}{{a}}{{b}}{{c}}{{d}}{{e}}{{f}}{{g}}{{h}}{{i}}");
	check_lines(&shop, (const char *[]){"01", "01", "01"}, 2, 0);
}

Test(template_stock, takes_no_line_where_its_block_is_replaced)
{
	struct shop shop;
	shop_init(&shop,
		OF_PAGE("{{#things}}{{> part}}{{< wrap}}{{$a}}b{{/a}}{{/wrap}}{{/things}}"),
		"{{$a}}a{{/a}}");
	check_lines(&shop, (const char *[]){"abab", "abab", "abab"}, 2, 2);
}

Test(template_stock, makes_the_list_within_a_thing_once)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#things}}{{#sides}}{{.}}{{site}}{{/sides}}-{{/things}}"), "");
	check_lines(&shop,
		(const char *[]){"0S0S0S0S-1S1S1S1S-", "0S0S0S0S-1S1S1S1S-", "0S0S0S0S-1S1S1S1S-"},
		2, 2);
}

Test(template_stock, makes_short_lists_each_time)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#things}}{{#ends}}{{.}}{{/ends}}{{/things}}"), "");
	check_lines(&shop, (const char *[]){"000111", "000111", "000111"}, 0, 0);
}

Test(template_stock, keeps_no_list_that_looks_at_the_page)
{
	struct shop shop;
	shop_init(&shop, OF_PAGE("{{#things}}{{#sides}}{{page}}{{/sides}}-{{/things}}"), "");
	check_lines(&shop, (const char *[]){"1111-1111-", "2222-2222-", "3333-3333-"}, 2, 0);
}

Test(template_stock, takes_no_list_where_what_it_lacks_stands_around)
{
	struct shop shop;
	shop_init(&shop,
		OF_PAGE("{{#shelf}}{{#things}}{{#sides}}{{extra}}{{/sides}}-{{/things}}{{/shelf}}"),
		"");
	shop.extra_on = 3;
	check_lines(&shop, (const char *[]){"--", "--", "3333-3333-"}, 2, 0);
}
