/* Pages that were harvested, packed and taken again. */
#include <signal.h>

#include <criterion/criterion.h>
#include <criterion/redirect.h>

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

static const struct tally once = {.times = {[FIELD_BODY] = 1}};

struct stand {
	uint32_t form; /* number of the word */
	struct tally tally;
};

static struct stand stand(const char *form, struct tally tally)
{
	return (struct stand){lexicon_share(&words, str_of(form)), tally};
}

static bool is_apart(const struct tally *tally)
{
	return tally->times[FIELD_TITLE] > 0;
}

/* Those that are apart come first. */
static void reap(const struct page *page, const struct stand *stands, uint32_t n)
{
	struct packing packing;
	struct buf packed;
	buf_init(&packed);
	packing_init(&packing);
	for (uint32_t i = 0; i < n; i++) {
		const struct tally *tally = &stands[i].tally;
		if (is_apart(tally))
			packing_put_apart(&packing, stands[i].form, tally);
		else
			packing_put(&packing, stands[i].form,
				in_body_of(tally->times[FIELD_BODY], tally->section));
	}
	packing_end(&packing, &packed);
	struct reaped reaped = {page, arena_str(&arena, buf_str(&packed)), S("\tkad\tKad?"),
		{1, 2, 3, 4, 500}, true};
	packing_release(&packing);
	buf_release(&packed);
	VEC_PUSH(&harvest.pages, reaped);
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
	struct stands stands = stands_of(page->stands);
	struct stand stand = {0};
	do {
		cr_assert(stands_next(&stands));
		stand = (struct stand){.form = stands.form};
		if (stands.is_apart) {
			stands_tally(&stands, &stand.tally);
			continue;
		}
		in_body word = stands_in_body(&stands);
		stand.tally.times[FIELD_BODY] = in_body_times(word);
		stand.tally.section = in_body_section(word);
	} while (i--);
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
		stand("zvans", title), stand("vizīte", all), stand("vēstule", once)};
	reap(&pages[1], stands, 3);
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
	expect_tally(page, 2, &once);
}

Test(search_barn, a_page_stays_while_it_is_carried_over)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("viens", once), two = stand("divi", once);
	reap(&pages[0], &one, 1);
	reap(&pages[1], &two, 1);
	open_barn(keep(none), 3);
	struct stand three = stand("trīs", once);
	reap(&pages[2], &three, 1);
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
	struct stand one[] = {stand("zvani", once), stand("jauns", once)};
	reap(&pages[0], one, 2);
	learn(1, "zvani", S("zvan"));
	open_barn(keep(none), 3);
	cr_assert(str_eq(key(1, "zvani"), S("zvan")));
	cr_assert(str_is_empty(key(0, "zvani")));
	learn(0, "jauns", S("jaun"));
	open_barn(keep(first), 3);
	cr_assert(str_eq(key(1, "zvani"), S("zvan")));
	cr_assert(str_eq(key(0, "jauns"), S("jaun")));
}

Test(search_barn, a_key_stays_though_nobody_asks_for_one)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("zvani", once);
	reap(&pages[0], &one, 1);
	learn(1, "zvani", S("zvan"));
	open_barn(keep(none), 3);
	open_barn(keep(first), 3);
	cr_assert(str_eq(key(1, "zvani"), S("zvan")));
}

static uint32_t number(const char *form)
{
	return (uint32_t)lexicon_find(&words, str_of(form)) - 1;
}

Test(search_barn, words_come_in_the_order_of_the_last_index)
{
	const bool none[] = {false, false, false};
	const uint32_t *order;
	open_barn(S(""), 3);
	struct stand all[] = {stand("zvani", once), stand("jauns", once), stand("sen", once)};
	reap(&pages[0], all, 3);
	cr_assert_eq(barn_order(&barn, 1, &order), 0);
	for (size_t i = 0; i < 3; i++)
		barn_learn(&barn, 1, all[i].form, words.forms.items[all[i].form]);
	cr_assert_eq(barn_order(&barn, 1, &order), 3);
	uint32_t *line = barn_line_up(&barn, 1, 2);
	line[0] = number("jauns");
	line[1] = number("zvani");
	open_barn(keep(none), 3);
	cr_assert_eq(barn_order(&barn, 1, &order), 2);
	cr_assert_eq(order[0], number("jauns"));
	cr_assert_eq(order[1], number("zvani"));
	cr_assert(str_is_empty(key(1, "sen")));
	cr_assert_eq(barn_order(&barn, 0, &order), 0);
}

/* Words that no page has any more can't be told from others: the whole table goes. */
Test(search_barn, a_table_that_grows_and_grows_is_begun_anew)
{
	const bool first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("viens", once);
	reap(&pages[0], &one, 1);
	size_t nbuilds = 0;
	do {
		open_barn(keep(first), 3);
		for (size_t i = 0; i < 300; i++)
			lexicon_add(&words, arena_printf(&arena, "%zu-%zu", nbuilds, i));
		cr_assert_lt(++nbuilds, 10);
	} while (barn_take(&barn, &harvest, &pages[0]));
	cr_assert_eq(nbuilds, 5);
	cr_assert_eq(barn.nfirst, 0);
}

Test(search_barn, a_new_word_comes_behind_those_of_before)
{
	const bool none[] = {false, false, false}, first[] = {true, false, false};
	open_barn(S(""), 3);
	struct stand one = stand("zvani", once);
	reap(&pages[0], &one, 1);
	learn(0, "zvani", S("zvan"));
	open_barn(keep(none), 3);
	struct stand two[] = {stand("jauns", once), stand("zvani", once)};
	reap(&pages[1], two, 2);
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
	struct stand one = stand("viens", once);
	reap(&pages[0], &one, 1);
	str memory = keep(none);
	open_barn(memory, 2);
	cr_assert_not(barn_take(&barn, &harvest, &pages[0]));
	barn_release(&barn);
	open_barn(str_sub(memory, 0, memory.len - 1), 3);
	cr_assert_not(barn_take(&barn, &harvest, &pages[0]));
}

/* Words that others add meanwhile are none of those that were kept. */
Test(search_barn, a_kept_page_has_words_of_the_last_build_alone, .signal = SIGABRT)
{
	const bool none[] = {false, false, false};
	cr_redirect_stderr(); /* the message is wanted here, and alarms whoever reads it */
	open_barn(S(""), 3);
	struct stand one = stand("viens", once);
	one.form++;
	reap(&pages[0], &one, 1);
	open_barn(keep(none), 3);
	stand("divi", once);
	barn_take(&barn, &harvest, &pages[0]);
}
