#include "search/harvest.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/path.h"
#include "model/said.h"
#include "search/form.h"
#include "search/sentence.h"

/* How much each word of a keyword counts: by the number of words it has. Someone who
 * types a keyword whole means it; one word of four may mean something else. */
static const uint8_t keyword_times[] = {4, 4, 3, 2};

/* Bytes of a text that is sent whole, before compression: about 1.5 KB after it. */
#define WHOLE_TEXT_MAX 3000

/* So many pages are a large site, in all languages. */
#define LARGE_SITE 5000

/* Words that another language's keyword may have. */
#define FOREIGN_WORDS 2

void harvest_release(struct harvest *harvest)
{
	lexicon_release(&harvest->added);
	map_release(&harvest->known_runs);
	VEC_FREE(&harvest->pages);
	runs_release(&harvest->runs);
	VEC_FREE(&harvest->words);
	VEC_FREE(&harvest->times);
	VEC_FREE(&harvest->standing);
	VEC_FREE(&harvest->stands);
	buf_release(&harvest->packed);
	free(harvest->joined);
	text_release(&harvest->text);
	buf_release(&harvest->sentences);
	buf_release(&harvest->word);
	arena_release(&harvest->arena);
}

bool harvest_wants(const struct page *page)
{
	return (page->kind == PAGE_CONTENT || page->kind == PAGE_RECORD) && !page->variant.len &&
	       !(page->flags & (PAGE_NO_SEARCH | PAGE_FALLBACK | PAGE_UNREADABLE)) &&
	       !(page->record && page->record->is_hidden);
}

/* The number of a word, + 1; 0: nobody has met it. */
static uint32_t find_number(const struct harvest *harvest, str word)
{
	uint32_t number = lexicon_find(harvest->known, word);
	if (number)
		return number;
	number = lexicon_find(&harvest->added, word);
	return number ? (uint32_t)harvest->nknown + number : 0;
}

static uint32_t number_of(struct harvest *harvest, str word)
{
	uint32_t number = find_number(harvest, word);
	if (number)
		return number;
	VEC_PUSH(&harvest->times, 0);
	number = lexicon_add(&harvest->added, arena_str(&harvest->arena, word)) + 1;
	return (uint32_t)harvest->nknown + number;
}

static uint64_t hash_of(const struct harvest *harvest, uint32_t form)
{
	return form < harvest->nknown ? harvest->known->hashes.items[form]
				      : harvest->added.hashes.items[form - harvest->nknown];
}

/* What a run stands for that has no word; and more than one, or is too long to be looked up: that
 * is no word of people, or has no spaces. */
#define NO_WORD      0
#define NOT_ONE_WORD UINT32_MAX

/* A longer run is not looked up, in bytes. */
#define RUN_MAX 96

void harvest_init(struct harvest *harvest, const struct site *site, const struct folder *folder,
	const struct lexicon *known)
{
	*harvest = (struct harvest){
		.site = site, .folder = folder, .known = known, .nknown = known->forms.len};
	for (size_t i = 0; i < harvest->nknown; i++)
		VEC_PUSH(&harvest->times, 0);
	arena_init(&harvest->arena);
	text_init(&harvest->text);
	buf_init(&harvest->sentences);
	buf_init(&harvest->word);
	buf_init(&harvest->packed);
}

static uint32_t learn_run(struct harvest *harvest, str run)
{
	size_t at = 0;
	uint32_t number = NO_WORD;
	bool plain = false; /* is it the word itself? */
	if (fold_next(harvest->folder, run, &at, &harvest->word)) {
		number = number_of(harvest, buf_str(&harvest->word));
		plain = str_eq(buf_str(&harvest->word), run);
	}
	if (fold_next(harvest->folder, run, &at, &harvest->word))
		number = NOT_ONE_WORD;
	if (!plain)
		map_put(&harvest->known_runs, arena_str(&harvest->arena, run),
			(void *)((uintptr_t)number + 1));
	return number;
}

static uint32_t look_up_run(struct harvest *harvest, str run)
{
	if (run.len > RUN_MAX)
		return NOT_ONE_WORD;
	uint32_t number = find_number(harvest, run);
	if (number)
		return number;
	uintptr_t known = (uintptr_t)map_get(&harvest->known_runs, run);
	return known ? (uint32_t)(known - 1) : learn_run(harvest, run);
}

/* `end` is that of the text. */
static inline uint32_t number_of_run(struct harvest *harvest, str run, const char *end)
{
	if (run.len > MEMO_WORD_MAX)
		return look_up_run(harvest, run);
	struct memo_word word = memo_word(run, end);
	struct memo_slot *slot = memo_place(&harvest->memo, word);
	if (!memo_is(slot, word))
		*slot = (struct memo_slot){word, look_up_run(harvest, run)};
	return slot->number;
}

static void take_words_of_run(struct harvest *harvest, str run)
{
	for (size_t at = 0; fold_next(harvest->folder, run, &at, &harvest->word);)
		VEC_PUSH(&harvest->words, number_of(harvest, buf_str(&harvest->word)) - 1);
}

/* The words of a text, by number, into harvest->words. Nearly all runs of a text are words that
 * were folded before. */
static void take_words(struct harvest *harvest, str text)
{
	runs_take(&harvest->runs, text);
	size_t n = runs_count(&harvest->runs);
	harvest->words.len = 0;
	for (size_t i = 0; i < n; i++) {
		str run = runs_at(&harvest->runs, text, i);
		uint32_t number = number_of_run(harvest, run, text.ptr + text.len);
		if (number == NOT_ONE_WORD)
			take_words_of_run(harvest, run);
		else if (number != NO_WORD)
			VEC_PUSH(&harvest->words, number - 1);
	}
}

/* --- one page ----------------------------------------------------------------------- */

struct reaping {
	struct harvest *harvest;
	struct reaped page;
};

/* The words that were taken last stand in the place at hand. Whether one was there before can't be
 * foretold: it is written down anyway, and counts or not. */
static void add_taken(struct reaping *reaping, enum field field, uint32_t times)
{
	struct harvest *harvest = reaping->harvest;
	size_t nwords = harvest->words.len, n = harvest->standing.len;
	VEC_RESERVE(&harvest->standing, nwords);
	uint32_t *counts = harvest->times.items, *standing = harvest->standing.items;
	for (size_t i = 0; i < nwords; i++) {
		uint32_t form = harvest->words.items[i], before = counts[form];
		standing[n] = form;
		n += before == 0;
		counts[form] = before + times;
	}
	harvest->standing.len = n;
	reaping->page.lengths[field] += (uint32_t)nwords;
}

/* No more words come in the place at hand, which is this. */
static void end_place(struct harvest *harvest, uint16_t place)
{
	size_t n = harvest->standing.len;
	VEC_RESERVE(&harvest->stands, n);
	struct stand *stands = harvest->stands.items + harvest->stands.len;
	for (size_t i = 0; i < n; i++) {
		uint32_t form = harvest->standing.items[i], times = harvest->times.items[form];
		stands[i] = (struct stand){
			form, place, times < TIMES_MAX ? (uint16_t)times : TIMES_MAX};
		harvest->times.items[form] = 0;
	}
	harvest->stands.len += n;
	harvest->standing.len = 0;
}

static void add_words(struct reaping *reaping, str text, enum field field, size_t section)
{
	take_words(reaping->harvest, text);
	add_taken(reaping, field, 1);
	end_place(reaping->harvest, place_in(field, section));
}

/* Another language's phrases would make its small words known here ("how to get there"): what is
 * then asked in that language would look as if this one answered. */
static void add_keyword(struct reaping *reaping, str keyword, bool foreign)
{
	take_words(reaping->harvest, keyword);
	size_t n = reaping->harvest->words.len;
	if (foreign && n > FOREIGN_WORDS)
		return;
	size_t row = n < ARRAY_LEN(keyword_times) ? n : ARRAY_LEN(keyword_times) - 1;
	add_taken(reaping, FIELD_KEYWORDS, foreign ? 1 : keyword_times[row]);
}

/* Another language's word may be a word of this one too, and mean something else. */
static void add_keywords(struct reaping *reaping, const struct page *page)
{
	struct harvest *harvest = reaping->harvest;
	struct said_list said = said_about(harvest->site, page, &harvest->arena);
	for (size_t i = 0; i < said.len; i++)
		add_keyword(reaping, said.items[i].word,
			!str_eq(said.items[i].language->tag, page->language->tag));
	end_place(harvest, place_in(FIELD_KEYWORDS, 0));
}

static void add_sections(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	const struct text *text = &harvest->text;
	struct reaped *page = &reaping->page;
	page->nsections = (uint32_t)text->sections.len - 1;
	page->sections = ARENA_ARRAY(&harvest->arena, struct section, text->sections.len);
	for (size_t i = 0; i < text->sections.len; i++) {
		const struct text_section *section = &text->sections.items[i];
		str heading = str_trim(text_heading(text, section));
		add_words(reaping, heading, FIELD_HEADINGS, i);
		add_words(reaping, text_body(text, section), FIELD_BODY, i);
		if (i == 0)
			continue;
		page->sections[i - 1] = (struct section){arena_str(&harvest->arena, section->id),
			arena_str(&harvest->arena, heading)};
	}
}

static void keep_stands(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	buf_clear(&harvest->packed);
	struct stands_packing packing = {&harvest->packed, 0};
	for (size_t i = 0; i < harvest->stands.len; i++)
		stands_put(&packing, harvest->stands.items[i]);
	reaping->page.stands = arena_str(&harvest->arena, buf_str(&harvest->packed));
}

static void take_text(struct harvest *harvest, str html)
{
	struct text *text = &harvest->text;
	text_take(text, html);
	buf_clear(&harvest->sentences);
	for (size_t i = 0; i < text->sections.len; i++) {
		sentences_add(text_body(text, &text->sections.items[i]), &harvest->sentences);
		buf_add_char(&harvest->sentences, '\n');
	}
}

str harvest_text(struct harvest *harvest, str html)
{
	take_text(harvest, html);
	return buf_str(&harvest->sentences);
}

bool harvest_cuts(const struct harvest *harvest)
{
	return harvest->text.sections.len > 1 && harvest->sentences.len > WHOLE_TEXT_MAX;
}

str harvest_text_path(const struct page *page, uint32_t section, struct arena *arena)
{
	str folder = path_dir(page->output);
	str name = folder.len ? arena_join(arena, S(FORM_TEXT "/"), folder, S("")) : S(FORM_TEXT);
	return section ? arena_printf(arena, "%.*s.%u.txt", STR_ARGS(name), section)
		       : arena_join(arena, name, S(".txt"), S(""));
}

size_t harvest_nshelves(const struct site *site)
{
	size_t n = site->pages.len;
	return n < LARGE_SITE ? 0 : (n + SHELF_PAGES - 1) / SHELF_PAGES;
}

str harvest_shelf_path(size_t shelf, struct arena *arena)
{
	return arena_printf(arena, FORM_SHELF "%zu.txt", shelf);
}

str harvest_page(struct harvest *harvest, const struct page *page, str html)
{
	struct reaping reaping = {harvest, {.page = page, .by = harvest}};
	harvest->stands.len = 0;
	take_text(harvest, html);
	add_words(&reaping, page_texts(page)->title, FIELD_TITLE, 0);
	add_words(&reaping, page_texts(page)->description, FIELD_DESCRIPTION, 0);
	add_keywords(&reaping, page);
	add_sections(&reaping);
	keep_stands(&reaping);
	reaping.page.cut = harvest_cuts(harvest);
	VEC_PUSH(&harvest->pages, reaping.page);
	return buf_str(&harvest->sentences);
}

/* Any bit of either changes the sum of many. */
static uint64_t mix(uint64_t hash, uint64_t n)
{
	hash = (hash ^ n) * 0x9e3779b97f4a7c15U;
	return (hash ^ hash >> 32) * 0xff51afd7ed558ccdU;
}

uint64_t harvest_hash(const struct harvest *harvest)
{
	const struct reaped *page = &harvest->pages.items[harvest->pages.len - 1];
	uint64_t hash = page->cut;
	/* Numbers of words differ from thread to thread, and so does their order: a sum has none.
	 */
	for (size_t i = 0; i < harvest->stands.len; i++) {
		const struct stand *stand = &harvest->stands.items[i];
		hash += mix(
			hash_of(harvest, stand->form), (uint64_t)stand->place << 16 | stand->times);
	}
	for (size_t i = 0; i < NFIELDS; i++)
		hash = mix(hash, page->lengths[i]);
	for (uint32_t i = 0; i < page->nsections; i++)
		hash = hash64_mix(
			hash64_mix(hash, page->sections[i].id), page->sections[i].heading);
	return hash;
}

/* --- all pages ---------------------------------------------------------------------- */

static void join(struct harvest *harvest, struct lexicon *known)
{
	size_t n = harvest->added.forms.len;
	harvest->joined = xcalloc(n + 1, sizeof(*harvest->joined));
	for (size_t i = 0; i < n; i++)
		harvest->joined[i] = lexicon_add(known, harvest->added.forms.items[i]);
}

bool reaped_next(const struct reaped *page, struct stands_walk *walk, struct stand *out)
{
	if (!stands_next(walk, out))
		return false;
	if (out->form >= page->by->nknown)
		out->form = page->by->joined[out->form - page->by->nknown];
	return true;
}

/* What only helped to take words: nothing is taken any more. */
static void drop_tools(struct harvest *harvest)
{
	map_release(&harvest->known_runs);
	lexicon_release(&harvest->added);
	VEC_FREE(&harvest->times);
}

void harvest_join(struct harvest *harvests, size_t n, struct lexicon *known)
{
	for (size_t h = 0; h < n; h++) {
		join(&harvests[h], known);
		drop_tools(&harvests[h]);
	}
}
