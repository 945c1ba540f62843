/* Pages that were harvested, packed and taken again. */
#include <criterion/criterion.h>

#include "base/pack.h"
#include "search/barn.h"

static struct arena arena;
static struct harvest harvest;
static struct barn barn;
static const struct page pages[] = {{.index = 0}, {.index = 1}, {.index = 2}};

static void set_up(void)
{
	arena_init(&arena);
	harvest_init(&harvest, NULL, NULL);
}

static void tear_down(void)
{
	barn_release(&barn);
	harvest_release(&harvest);
	arena_release(&arena);
}

TestSuite(search_barn, .init = set_up, .fini = tear_down);

static struct stand stand(const char *form, uint8_t field, uint8_t section, uint8_t times)
{
	return (struct stand){harvest_number(&harvest, str_of(form)), field, section, times};
}

static void reap(const struct page *page, const struct stand *stands, uint32_t n)
{
	struct section *section = ARENA_NEW(&arena, struct section);
	*section = (struct section){S("kad"), S("Kad?")};
	struct reaped reaped = {page, stands, n, {1, 2, 3, 4, 500}, section, 1, true};
	VEC_PUSH(&harvest.pages, reaped);
}

/* What the barn keeps for the next build; the harvest is then of that build, and empty. */
static str keep(const bool *stands)
{
	struct buf out;
	buf_init(&out);
	barn_write(&barn, &harvest, stands, &out);
	str memory = arena_str(&arena, buf_str(&out));
	buf_release(&out);
	barn_release(&barn);
	harvest_release(&harvest);
	harvest_init(&harvest, NULL, NULL);
	return memory;
}

static void open_barn(str memory, size_t npages)
{
	barn_open(&barn, memory, npages, 1, &arena);
}

static str form_of(const struct reaped *page, size_t i)
{
	return harvest.forms.items[page->stands[i].form];
}

Test(search_barn, a_page_is_taken_as_it_was_reaped)
{
	const bool none[] = {false, false, false};
	open_barn(S(""), 3);
	struct stand stands[] = {stand("zvans", FIELD_TITLE, 0, 1),
		stand("vizīte", FIELD_BODY, SECTIONS_MAX, 255), stand("zvans", FIELD_BODY, 1, 2)};
	reap(&pages[1], stands, 3);
	open_barn(keep(none), 3);
	harvest_number(&harvest, S("cits"));
	cr_assert_not(barn_take(&barn, &harvest, 0, &pages[0]));
	cr_assert(barn_take(&barn, &harvest, 0, &pages[1]));
	const struct reaped *page = &harvest.pages.items[0];
	cr_assert_eq(page->page, &pages[1]);
	cr_assert_eq(page->nstands, 3);
	cr_assert_eq(page->lengths[FIELD_BODY], 500);
	cr_assert(str_eq(page->sections[0].heading, S("Kad?")));
	cr_assert(page->cut);
	cr_assert(str_eq(form_of(page, 0), S("zvans")));
	cr_assert(str_eq(form_of(page, 1), S("vizīte")));
	cr_assert_eq(page->stands[0].form, page->stands[2].form);
	cr_assert_eq(page->stands[1].section, SECTIONS_MAX);
	cr_assert_eq(page->stands[1].times, 255);
	cr_assert_eq(page->stands[1].field, FIELD_BODY);
}

Test(search_barn, a_page_stays_while_it_is_carried_over)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("viens", FIELD_BODY, 0, 1), two = stand("divi", FIELD_BODY, 0, 1);
	reap(&pages[0], &one, 1);
	reap(&pages[1], &two, 1);
	open_barn(keep(none), 3);
	struct stand three = stand("trīs", FIELD_BODY, 0, 1);
	reap(&pages[2], &three, 1);
	open_barn(keep(first), 3);
	cr_assert(barn_take(&barn, &harvest, 0, &pages[0]));
	cr_assert_not(barn_take(&barn, &harvest, 0, &pages[1]));
	cr_assert(barn_take(&barn, &harvest, 0, &pages[2]));
	cr_assert(str_eq(form_of(&harvest.pages.items[0], 0), S("viens")));
	cr_assert(str_eq(form_of(&harvest.pages.items[1], 0), S("trīs")));
}

Test(search_barn, a_key_is_known_in_the_language_that_learned_it)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("zvani", FIELD_BODY, 0, 1);
	reap(&pages[0], &one, 1);
	barn_learn(&barn, 1, S("zvani"), S("zvan"));
	open_barn(keep(none), 3);
	cr_assert(str_eq(barn_key(&barn, 1, S("zvani")), S("zvan")));
	cr_assert(str_is_empty(barn_key(&barn, 0, S("zvani"))));
	barn_learn(&barn, 0, S("jauns"), S("jaun"));
	open_barn(keep(first), 3);
	cr_assert(str_eq(barn_key(&barn, 1, S("zvani")), S("zvan")));
	cr_assert(str_eq(barn_key(&barn, 0, S("jauns")), S("jaun")));
}

Test(search_barn, what_is_cut_short_or_of_another_site_is_nothing)
{
	const bool none[] = {false, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("viens", FIELD_BODY, 0, 1);
	reap(&pages[0], &one, 1);
	str memory = keep(none);
	open_barn(memory, 2);
	cr_assert_not(barn_take(&barn, &harvest, 0, &pages[0]));
	barn_release(&barn);
	open_barn(str_sub(memory, 0, memory.len - 1), 3);
	cr_assert_not(barn_take(&barn, &harvest, 0, &pages[0]));
}
