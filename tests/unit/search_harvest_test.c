/* The words of a page, as the index will have them. */
#include <criterion/criterion.h>

#include <stdlib.h>

#include "model/said.h"
#include "search/harvest.h"

static struct arena arena;
static struct lexicon words;
static struct harvest *harvest;
static const struct language latvian = {.tag = STR_INIT("lv")}, russian = {.tag = STR_INIT("ru")};
static struct page page;

static void begin(void)
{
	words = (struct lexicon){0};
	arena_init(&arena);
	harvest = xcalloc_aligned(1, sizeof(*harvest), CACHE_LINE);
	harvest_init(harvest, NULL, folder_new(&arena), &words);
}

static void end(void)
{
	harvest_release(harvest);
	free(harvest);
	lexicon_release(&words);
	arena_release(&arena);
}

static void set_up(void)
{
	page = (struct page){.language = &latvian};
	begin();
}

TestSuite(search_harvest, .init = set_up, .fini = end);

static const struct reaped *reap(const struct said *said, size_t nsaid, const char *html)
{
	harvest_page(harvest, &page, (struct said_list){said, nsaid}, str_of(html));
	return &harvest->pages.items[harvest->pages.len - 1];
}

/* How often the page says a word; it stands there once, or not at all. */
static struct tally tally_of(const struct reaped *reaped, const char *word)
{
	struct stands stands = stands_of(reaped->stands);
	struct tally found = {0};
	size_t n = 0;
	while (stands_next(&stands)) {
		struct tally tally = {0};
		if (stands.is_apart) {
			stands_tally(&stands, &tally);
		} else {
			in_body in = stands_in_body(&stands);
			tally.times[FIELD_BODY] = in_body_times(in);
			tally.section = in_body_section(in);
		}
		if (!str_eq(words.forms.items[stands.form], str_of(word)))
			continue;
		found = tally;
		n++;
	}
	cr_assert_leq(n, 1, "'%s' stands there %zu times", word, n);
	return found;
}

#define TIMES(reaped, word, field) ((unsigned)tally_of(reaped, word).times[field])

Test(search_harvest, a_word_of_several_places_stands_once)
{
	page.texts_.title = S("Zvans");
	const struct reaped *reaped = reap(NULL, 0,
		"<main>zvans – zvans<h2 id=\"a\">Zvans</h2>nauda<h2 id=\"b\">b</h2>zvans nauda "
		"nauda</main>");
	struct tally call = tally_of(reaped, "zvans"), money = tally_of(reaped, "nauda");
	cr_assert_eq(call.times[FIELD_TITLE], 1);
	cr_assert_eq(call.times[FIELD_HEADINGS], 1);
	cr_assert_eq(call.times[FIELD_BODY], 3);
	cr_assert_eq(call.most, 1);
	cr_assert_eq(call.heading, 1);
	cr_assert_eq(call.section, 0);
	cr_assert_eq(money.times[FIELD_BODY], 3);
	cr_assert_eq(money.section, 2);
	cr_assert_eq(reaped->lengths[FIELD_BODY], 6);
	cr_assert_eq(reaped->lengths[FIELD_HEADINGS], 2);
	cr_assert_eq(reaped->lengths[FIELD_TITLE], 1);
}

Test(search_harvest, a_keyword_of_fewer_words_counts_for_more)
{
	static const struct said said[] = {{STR_INIT("viens"), &latvian, false},
		{STR_INIT("divi – vārdi"), &latvian, false},
		{STR_INIT("a b trīs"), &latvian, false},
		{STR_INIT("a b c d pieci"), &latvian, false}};
	const struct reaped *reaped = reap(said, ARRAY_LEN(said), "<main></main>");
	cr_assert_eq(TIMES(reaped, "viens", FIELD_KEYWORDS), 4);
	cr_assert_eq(TIMES(reaped, "divi", FIELD_KEYWORDS), 3);
	cr_assert_eq(TIMES(reaped, "trīs", FIELD_KEYWORDS), 2);
	cr_assert_eq(TIMES(reaped, "pieci", FIELD_KEYWORDS), 2);
	cr_assert_eq(TIMES(reaped, "a", FIELD_KEYWORDS), 4);
	cr_assert_eq(reaped->lengths[FIELD_KEYWORDS], 11);
}

Test(search_harvest, phones_are_found_and_make_no_other_keyword_weigh_less)
{
	static const struct said said[] = {{STR_INIT("viens"), &latvian, false},
		{STR_INIT("37160000001"), &latvian, true}, {STR_INIT("60000001"), &latvian, true}};
	const struct reaped *reaped = reap(said, ARRAY_LEN(said), "<main></main>");
	cr_assert_eq(TIMES(reaped, "60000001", FIELD_KEYWORDS), 4);
	cr_assert_eq(reaped->lengths[FIELD_KEYWORDS], 1);
}

/* One word, or two in an alphabet in which nothing here is written; and each weighs little. */
Test(search_harvest, of_another_language_short_keywords_count)
{
	static const struct said said[] = {{STR_INIT("parcel"), &russian, false},
		{STR_INIT("how there"), &russian, false},
		{STR_INIT("как доехать"), &russian, false},
		{STR_INIT("как туда попасть"), &russian, false}};
	const struct reaped *reaped = reap(said, ARRAY_LEN(said), "<main></main>");
	cr_assert_eq(TIMES(reaped, "parcel", FIELD_KEYWORDS), 1);
	cr_assert_eq(TIMES(reaped, "there", FIELD_KEYWORDS), 0);
	cr_assert_eq(TIMES(reaped, "доехать", FIELD_KEYWORDS), 1);
	cr_assert_eq(TIMES(reaped, "попасть", FIELD_KEYWORDS), 0);
	cr_assert_eq(reaped->lengths[FIELD_KEYWORDS], 3);
}

Test(search_harvest, sections_behind_the_last_that_counts_are_part_of_it)
{
	struct buf html;
	buf_init(&html);
	buf_adds(&html, "<main>");
	for (int i = 1; i <= SECTIONS_MAX + 3; i++)
		buf_printf(&html, "<h2 id=\"s%d\">galva%d</h2>teksts%d", i, i, i);
	buf_adds(&html, "</main>");
	const struct reaped *reaped = reap(NULL, 0, html.data);
	static const int numbers[] = {
		1, SECTIONS_MAX - 1, SECTIONS_MAX, SECTIONS_MAX + 1, SECTIONS_MAX + 3};
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		int n = numbers[i], section = n < SECTIONS_MAX ? n : SECTIONS_MAX;
		struct tally heading =
			tally_of(reaped, arena_cstr(&arena, arena_printf(&arena, "galva%d", n)));
		struct tally body =
			tally_of(reaped, arena_cstr(&arena, arena_printf(&arena, "teksts%d", n)));
		cr_assert_eq(heading.times[FIELD_HEADINGS], 1, "heading %d", n);
		cr_assert_eq(heading.heading, section, "heading %d", n);
		cr_assert_eq(body.times[FIELD_BODY], 1, "body %d", n);
		cr_assert_eq(body.section, section, "body %d", n);
	}
	cr_assert_eq(reaped->lengths[FIELD_BODY], SECTIONS_MAX + 3);
	buf_release(&html);
}

/* By a harvest of its own, whose words are numbered by other pages before. */
static uint64_t hash_of(const struct said *said, size_t nsaid, const char *html)
{
	reap(said, nsaid, html);
	return harvest_hash(harvest);
}

Test(search_harvest, equal_words_have_equal_hashes_and_others_have_not)
{
	static const struct said one = {STR_INIT("zvans"), &latvian, false};
	const char *html = "<main>a b<h2 id=\"x\">X</h2>c c a</main>";
	uint64_t hash = hash_of(&one, 1, html);
	end();
	begin();
	reap(NULL, 0, "<main>c x b zvans</main>");
	cr_assert_eq(hash_of(&one, 1, html), hash);
	static const char *const others[] = {
		"<main>a b<h2 id=\"x\">X</h2>c c</main>",     /* a word less, */
		"<main>a b<h2 id=\"x\">X</h2>c c c a</main>", /* once more, */
		"<main>a b<h2 id=\"x\">X</h2>c c b</main>",   /* another, */
		"<main>b<h2 id=\"x\">X</h2>c c a a</main>",   /* in another section, */
		"<main>a b<h2 id=\"y\">X</h2>c c a</main>",   /* below another anchor, */
		"<main>a b<h2 id=\"x\">x</h2>c c a</main>",   /* or heading, */
		"<main>a b<p id=x>X</p>c c a</main>",         /* or none */
		"<main>a b<h2 id=\"y\"></h2><h2 id=\"x\">X</h2>c c a</main>",
	};
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		cr_assert_neq(hash_of(&one, 1, others[i]), hash, "%s", others[i]);
	cr_assert_neq(hash_of(NULL, 0, html), hash);
}

/* A text so long that its sections have files of their own is another to the index. */
Test(search_harvest, whether_a_text_is_cut_is_hashed)
{
	static const char words_of_one[] = "<main><h2 id=\"x\">X</h2>a</main>";
	uint64_t hash = hash_of(NULL, 0, words_of_one);
	harvest->pages.items[harvest->pages.len - 1].cut = true;
	cr_assert_neq(harvest_hash(harvest), hash);
}

Test(search_harvest, what_is_read_of_a_page_is_seen)
{
	struct said said = {STR_INIT("zvans"), &latvian, false};
	struct said_list list = {&said, 1};
	page.texts_ = (struct page_texts){.title = S("T"), .description = S("D")};
	uint64_t sight = harvest_sight(&page, list, S("<main>a</main>"));
	cr_assert_eq(harvest_sight(&page, list, S("<main>a</main>")), sight);
	cr_assert_neq(harvest_sight(&page, list, S("<main>b</main>")), sight);
	cr_assert_neq(harvest_sight(&page, (struct said_list){0}, S("<main>a</main>")), sight);
	said.language = &russian;
	cr_assert_neq(harvest_sight(&page, list, S("<main>a</main>")), sight);
	said = (struct said){STR_INIT("zvani"), &latvian, false};
	cr_assert_neq(harvest_sight(&page, list, S("<main>a</main>")), sight);
	said = (struct said){STR_INIT("zvans"), &latvian, true};
	cr_assert_neq(harvest_sight(&page, list, S("<main>a</main>")), sight);
	said.is_phone = false;
	page.texts_.title = S("U");
	cr_assert_neq(harvest_sight(&page, list, S("<main>a</main>")), sight);
	page.texts_ = (struct page_texts){.title = S("T"), .description = S("E")};
	cr_assert_neq(harvest_sight(&page, list, S("<main>a</main>")), sight);
	page.texts_.description = S("D");
	cr_assert_eq(harvest_sight(&page, list, S("<main>a</main>")), sight);
}

/* Runs that are long, or have no space between their words. */
Test(search_harvest, words_without_a_space_between_them_are_found)
{
	struct buf html;
	buf_init(&html);
	buf_adds(&html, "<main>viens—divi ");
	for (size_t i = 0; i < 40; i++)
		buf_adds(&html, "zelts—");
	buf_adds(&html, "gals</main>");
	const struct reaped *reaped = reap(NULL, 0, html.data);
	cr_assert_eq(TIMES(reaped, "viens", FIELD_BODY), 1);
	cr_assert_eq(TIMES(reaped, "divi", FIELD_BODY), 1);
	cr_assert_eq(TIMES(reaped, "zelts", FIELD_BODY), 40);
	cr_assert_eq(TIMES(reaped, "gals", FIELD_BODY), 1);
	cr_assert_eq(reaped->lengths[FIELD_BODY], 43);
	buf_release(&html);
}
