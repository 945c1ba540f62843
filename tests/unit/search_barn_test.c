/* Pages that were harvested, packed and taken again. */
#include <criterion/criterion.h>

#include "base/pack.h"
#include "search/barn.h"

static struct arena arena;
static struct lexicon words;
static struct harvest harvest;
static struct barn barn;
static const struct page pages[] = {{.index = 0}, {.index = 1}, {.index = 2}};

static void set_up(void)
{
	arena_init(&arena);
	harvest_init(&harvest, NULL, NULL, &words);
}

static void tear_down(void)
{
	barn_release(&barn);
	harvest_release(&harvest);
	lexicon_release(&words);
	arena_release(&arena);
}

TestSuite(search_barn, .init = set_up, .fini = tear_down);

static const struct tally in_body = {.times = {[FIELD_BODY] = 1}};

static struct stand stand(const char *form, struct tally tally)
{
	uint32_t known = lexicon_find(&words, str_of(form));
	uint32_t number =
		known ? known - 1
		      : (uint32_t)harvest.nknown + lexicon_add(&harvest.added, str_of(form));
	return (struct stand){number, tally};
}

static void reap(const struct page *page, const struct stand *stands, uint32_t n)
{
	struct buf packed;
	buf_init(&packed);
	for (uint32_t i = 0; i < n; i++)
		stands_put(&packed, &stands[i]);
	struct reaped reaped = {page, &harvest, arena_str(&arena, buf_str(&packed)),
		S("\tkad\tKad?"), {1, 2, 3, 4, 500}, true};
	buf_release(&packed);
	VEC_PUSH(&harvest.pages, reaped);
}

static void join(void)
{
	harvest_join(&harvest, 1, &words);
}

static void add_piece(void *out, str bytes)
{
	buf_add(out, bytes);
}

/* What the barn keeps for the next build. */
static str keep(const bool *stands)
{
	struct buf out;
	struct spill spill;
	buf_init(&out);
	spill_init(&spill, add_piece, &out);
	barn_write(&barn, &harvest, 1, stands, &spill);
	spill_all(&spill);
	spill_release(&spill);
	str memory = arena_str(&arena, buf_str(&out));
	buf_release(&out);
	barn_release(&barn);
	return memory;
}

/* By the next build, whose harvest is empty. */
static void open_barn(str memory, size_t npages)
{
	barn_open(&barn, memory, npages, &words, &arena);
	harvest_release(&harvest);
	harvest_init(&harvest, NULL, NULL, &words);
}

static struct stand stand_at(const struct reaped *page, size_t i)
{
	struct unpack packed = {.rest = page->stands};
	struct stand stand;
	do
		cr_assert(reaped_next(page, &packed, &stand));
	while (i--);
	return stand;
}

static str form_of(const struct reaped *page, size_t i)
{
	return words.forms.items[stand_at(page, i).form];
}

static void expect_tally(const struct reaped *page, size_t i, const struct tally *tally)
{
	struct tally taken = stand_at(page, i).tally;
	for (size_t f = 0; f < NFIELDS; f++)
		cr_assert_eq(taken.times[f], tally->times[f], "field %zu", f);
	cr_assert_eq(taken.most, tally->most);
	cr_assert_eq(taken.heading, tally->heading);
	cr_assert_eq(taken.section, tally->section);
}

Test(search_barn, a_page_is_taken_as_it_was_reaped)
{
	const bool none[] = {false, false, false};
	open_barn(S(""), 3);
	struct tally title = {{[FIELD_TITLE] = 1, [FIELD_BODY] = 2}, .section = 1};
	struct tally all = {{1, 2, TIMES_MAX, 4, 5}, 300, SECTIONS_MAX, 7};
	struct stand stands[] = {
		stand("zvans", title), stand("vizīte", all), stand("vēstule", in_body)};
	reap(&pages[1], stands, 3);
	join();
	open_barn(keep(none), 3);
	cr_assert_not(barn_take(&barn, &harvest, &pages[0]));
	cr_assert(barn_take(&barn, &harvest, &pages[1]));
	const struct reaped *page = &harvest.pages.items[0];
	cr_assert_eq(page->page, &pages[1]);
	cr_assert_eq(page->lengths[FIELD_BODY], 500);
	cr_assert(str_eq(page->sections, S("\tkad\tKad?")));
	cr_assert(page->cut);
	cr_assert(str_eq(form_of(page, 0), S("zvans")));
	cr_assert(str_eq(form_of(page, 1), S("vizīte")));
	cr_assert(str_eq(form_of(page, 2), S("vēstule")));
	expect_tally(page, 0, &title);
	expect_tally(page, 1, &all);
	expect_tally(page, 2, &in_body);
}

Test(search_barn, a_page_stays_while_it_is_carried_over)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("viens", in_body), two = stand("divi", in_body);
	reap(&pages[0], &one, 1);
	reap(&pages[1], &two, 1);
	join();
	open_barn(keep(none), 3);
	struct stand three = stand("trīs", in_body);
	reap(&pages[2], &three, 1);
	join();
	open_barn(keep(first), 3);
	cr_assert(barn_take(&barn, &harvest, &pages[0]));
	cr_assert_not(barn_take(&barn, &harvest, &pages[1]));
	cr_assert(barn_take(&barn, &harvest, &pages[2]));
	cr_assert(str_eq(form_of(&harvest.pages.items[0], 0), S("viens")));
	cr_assert(str_eq(form_of(&harvest.pages.items[1], 0), S("trīs")));
}

static str key(uint32_t language, const char *form)
{
	return barn_key(&barn, language, lexicon_find(&words, str_of(form)) - 1);
}

static void learn(uint32_t language, const char *form, str key)
{
	barn_learn(&barn, language, lexicon_find(&words, str_of(form)) - 1, key);
}

Test(search_barn, a_key_is_known_in_the_language_that_learned_it)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one[] = {stand("zvani", in_body), stand("jauns", in_body)};
	reap(&pages[0], one, 2);
	join();
	learn(1, "zvani", S("zvan"));
	open_barn(keep(none), 3);
	cr_assert(str_eq(key(1, "zvani"), S("zvan")));
	cr_assert(str_is_empty(key(0, "zvani")));
	learn(0, "jauns", S("jaun"));
	open_barn(keep(first), 3);
	cr_assert(str_eq(key(1, "zvani"), S("zvan")));
	cr_assert(str_eq(key(0, "jauns"), S("jaun")));
}

Test(search_barn, a_new_word_comes_behind_those_of_before)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("zvani", in_body);
	reap(&pages[0], &one, 1);
	join();
	learn(0, "zvani", S("zvan"));
	open_barn(keep(none), 3);
	struct stand two[] = {stand("jauns", in_body), stand("zvani", in_body)};
	reap(&pages[1], two, 2);
	join();
	cr_assert(str_is_empty(key(0, "jauns")));
	open_barn(keep(first), 3);
	cr_assert(barn_take(&barn, &harvest, &pages[0]));
	cr_assert(barn_take(&barn, &harvest, &pages[1]));
	cr_assert(str_eq(form_of(&harvest.pages.items[0], 0), S("zvani")));
	cr_assert(str_eq(form_of(&harvest.pages.items[1], 0), S("jauns")));
	cr_assert(str_eq(form_of(&harvest.pages.items[1], 1), S("zvani")));
	cr_assert(str_eq(key(0, "zvani"), S("zvan")));
}

Test(search_barn, what_is_cut_short_or_of_another_site_is_nothing)
{
	const bool none[] = {false, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("viens", in_body);
	reap(&pages[0], &one, 1);
	join();
	str memory = keep(none);
	open_barn(memory, 2);
	cr_assert_not(barn_take(&barn, &harvest, &pages[0]));
	barn_release(&barn);
	open_barn(str_sub(memory, 0, memory.len - 1), 3);
	cr_assert_not(barn_take(&barn, &harvest, &pages[0]));
}
