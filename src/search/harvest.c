#include "search/harvest.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/path.h"
#include "model/said.h"
#include "search/cell.h"
#include "search/form.h"
#include "search/sentence.h"

/* How much each word of a keyword counts: by the number of words it has. Someone who
 * types a keyword whole means it; one word of four may mean something else. */
static const uint8_t keyword_times[] = {4, 4, 3, 2};

/* Bytes of a text that is sent whole, before compression: about 1.5 KB after it. */
#define WHOLE_TEXT_MAX 3000

/* So many pages are a large site, in all languages. */
#define LARGE_SITE 5000

/* Words that another language's keyword may have, and one in another alphabet, which is none of
 * this language's however small. */
#define FOREIGN_WORDS    1
#define FOREIGN_CYRILLIC 2

void harvest_release(struct harvest *harvest)
{
	lexicon_release(&harvest->added);
	map_release(&harvest->known_runs);
	VEC_FREE(&harvest->pages);
	runs_release(&harvest->runs);
	VEC_FREE(&harvest->words);
	VEC_FREE(&harvest->counts);
	VEC_FREE(&harvest->met);
	buf_release(&harvest->cells);
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

/* All words may be met on one page. */
static void add_count(struct harvest *harvest)
{
	VEC_PUSH(&harvest->counts, (struct count){0});
	VEC_RESERVE(&harvest->met, harvest->counts.len + 1);
}

static uint32_t number_of(struct harvest *harvest, str word)
{
	uint32_t number = find_number(harvest, word);
	if (number)
		return number;
	add_count(harvest);
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
		add_count(harvest);
	arena_init(&harvest->arena);
	text_init(&harvest->text);
	buf_init(&harvest->sentences);
	buf_init(&harvest->word);
	buf_init(&harvest->cells);
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
		*slot = (struct memo_slot){.word = word, .number = look_up_run(harvest, run)};
	return slot->number;
}

/* --- one page ----------------------------------------------------------------------- */

struct reaping {
	struct harvest *harvest;
	struct reaped page;
};

/* A place in the page at hand. */
struct spot {
	enum field field;
	uint32_t section;
};

static inline void count(struct harvest *harvest, uint32_t form, struct spot at, uint32_t times)
{
	struct count *count = &harvest->counts.items[form];
	size_t nmet = harvest->met.len;
	harvest->met.items[nmet] = form;
	harvest->met.len = nmet + 1 - count->met;
	count_add(count, at.field, at.section, times);
}

/* Gives how many words it has. */
static uint32_t count_run(struct harvest *harvest, str run, struct spot at)
{
	uint32_t n = 0;
	for (size_t from = 0; fold_next(harvest->folder, run, &from, &harvest->word); n++)
		count(harvest, number_of(harvest, buf_str(&harvest->word)) - 1, at, 1);
	return n;
}

/* The runs of a text, from *run on, that begin before `end`: all of them stand in one place. Nearly
 * all are words that were folded before. */
static void count_runs(struct reaping *reaping, str text, size_t *run, size_t end, struct spot at)
{
	struct harvest *harvest = reaping->harvest;
	const struct runs *runs = &harvest->runs;
	size_t i = *run, n = runs_count(runs);
	uint32_t nwords = 0;
	for (; i < n && runs_begin(runs, i) < end; i++) {
		str word = runs_at(runs, text, i);
		uint32_t number = number_of_run(harvest, word, text.ptr + text.len);
		if (number == NOT_ONE_WORD) {
			nwords += count_run(harvest, word, at);
		} else if (number != NO_WORD) {
			count(harvest, number - 1, at, 1);
			nwords++;
		}
	}
	reaping->page.lengths[at.field] += nwords;
	*run = i;
}

static void add_words(struct reaping *reaping, str text, enum field field)
{
	size_t run = 0;
	runs_take(&reaping->harvest->runs, text);
	count_runs(reaping, text, &run, text.len, (struct spot){field, 0});
}

static void take_words_of_run(struct harvest *harvest, str run)
{
	for (size_t at = 0; fold_next(harvest->folder, run, &at, &harvest->word);)
		VEC_PUSH(&harvest->words, number_of(harvest, buf_str(&harvest->word)) - 1);
}

/* By number, into harvest->words. */
static void take_words(struct harvest *harvest, str text)
{
	runs_take(&harvest->runs, text);
	harvest->words.len = 0;
	for (size_t i = 0; i < runs_count(&harvest->runs); i++) {
		str run = runs_at(&harvest->runs, text, i);
		uint32_t number = number_of_run(harvest, run, text.ptr + text.len);
		if (number == NOT_ONE_WORD)
			take_words_of_run(harvest, run);
		else if (number != NO_WORD)
			VEC_PUSH(&harvest->words, number - 1);
	}
}

/* Another language's phrases would make its small words known here ("how to get there"): what is
 * then asked in that language would look as if this one answered. */
static void add_keyword(struct reaping *reaping, str keyword, bool foreign)
{
	take_words(reaping->harvest, keyword);
	size_t n = reaping->harvest->words.len;
	if (foreign && n > (fold_is_cyrillic(keyword) ? FOREIGN_CYRILLIC : FOREIGN_WORDS))
		return;
	size_t row = n < ARRAY_LEN(keyword_times) ? n : ARRAY_LEN(keyword_times) - 1;
	struct spot at = {FIELD_KEYWORDS, 0};
	for (size_t i = 0; i < n; i++)
		count(reaping->harvest, reaping->harvest->words.items[i], at,
			foreign ? 1 : keyword_times[row]);
	reaping->page.lengths[FIELD_KEYWORDS] += (uint32_t)n;
}

/* Another language's word may be a word of this one too, and mean something else. */
static void add_keywords(struct reaping *reaping, struct said_list said)
{
	str tag = reaping->page.page->language->tag;
	for (size_t i = 0; i < said.len; i++)
		add_keyword(reaping, said.items[i].word, !str_eq(said.items[i].language->tag, tag));
}

static void keep_section(struct harvest *harvest, const struct text_section *section)
{
	cell_add(&harvest->cells, section->id);
	cell_add(&harvest->cells, str_trim(text_heading(&harvest->text, section)));
}

static void add_sections(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	const struct text *text = &harvest->text;
	size_t run = 0;
	runs_take(&harvest->runs, buf_str(&text->text));
	buf_clear(&harvest->cells);
	for (size_t i = 0; i < text->sections.len; i++) {
		const struct text_section *section = &text->sections.items[i];
		uint32_t number = (uint32_t)(i < SECTIONS_MAX ? i : SECTIONS_MAX);
		count_runs(reaping, buf_str(&text->text), &run, section->body,
			(struct spot){FIELD_HEADINGS, number});
		count_runs(reaping, buf_str(&text->text), &run, section->end,
			(struct spot){FIELD_BODY, number});
		if (i > 0)
			keep_section(harvest, section);
	}
	reaping->page.sections = arena_str(&harvest->arena, buf_str(&harvest->cells));
}

/* Any bit of either changes the sum of many. */
static uint64_t mix(uint64_t hash, uint64_t n)
{
	hash = (hash ^ n) * 0x9e3779b97f4a7c15U;
	return (hash ^ hash >> 32) * 0xff51afd7ed558ccdU;
}

static uint64_t hash_stand(const struct harvest *harvest, const struct stand *stand)
{
	uint64_t tally[2] = {0};
	_Static_assert(sizeof(stand->tally) <= sizeof(tally), "all of it is hashed");
	memcpy(tally, &stand->tally, sizeof(stand->tally));
	return mix(mix(hash_of(harvest, stand->form), tally[0]), tally[1]);
}

static struct stand end_word(struct harvest *harvest, uint32_t form)
{
	struct count *count = &harvest->counts.items[form];
	struct stand stand = {form, count_tally(count)};
	*count = (struct count){0};
	return stand;
}

/* Numbers of words differ from thread to thread, and so does their order: a sum of hashes has none.
 */
static void keep_stands(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	buf_clear(&harvest->packed);
	harvest->hash = 0;
	for (size_t i = 0; i < harvest->met.len; i++) {
		struct stand stand = end_word(harvest, harvest->met.items[i]);
		stands_put(&harvest->packed, &stand);
		harvest->hash += hash_stand(harvest, &stand);
	}
	harvest->met.len = 0;
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

struct said_list harvest_ask(struct harvest *harvest, const struct page *page)
{
	return said_about(harvest->site, page, &harvest->arena);
}

str harvest_page(struct harvest *harvest, const struct page *page, struct said_list said, str html)
{
	struct reaping reaping = {harvest, {.page = page, .by = harvest}};
	take_text(harvest, html);
	add_words(&reaping, page_texts(page)->title, FIELD_TITLE);
	add_words(&reaping, page_texts(page)->description, FIELD_DESCRIPTION);
	add_keywords(&reaping, said);
	add_sections(&reaping);
	keep_stands(&reaping);
	reaping.page.cut = harvest_cuts(harvest);
	VEC_PUSH(&harvest->pages, reaping.page);
	return buf_str(&harvest->sentences);
}

uint64_t harvest_sight(const struct page *page, struct said_list said, str read)
{
	const struct page_texts *texts = page_texts(page);
	uint64_t hash = hash64(read);
	for (size_t i = 0; i < said.len; i++)
		hash = hash64_mix(
			hash64_mix(hash, said.items[i].word), said.items[i].language->tag);
	return hash64_mix(hash64_mix(hash, texts->title), texts->description);
}

uint64_t harvest_hash(const struct harvest *harvest)
{
	const struct reaped *page = &harvest->pages.items[harvest->pages.len - 1];
	uint64_t hash = mix(harvest->hash, page->cut);
	for (size_t i = 0; i < NFIELDS; i++)
		hash = mix(hash, page->lengths[i]);
	return hash64_mix(hash, page->sections);
}

/* --- all pages ---------------------------------------------------------------------- */

static void join(struct harvest *harvest, struct lexicon *known)
{
	size_t n = harvest->added.forms.len;
	harvest->joined = xcalloc(n + 1, sizeof(*harvest->joined));
	for (size_t i = 0; i < n; i++) {
		harvest->joined[i] = lexicon_add(known, harvest->added.forms.items[i]);
		harvest->renumbered |= harvest->joined[i] != harvest->nknown + i;
	}
}

bool reaped_is_joined(const struct reaped *page)
{
	return !page->by->renumbered;
}

bool reaped_next(const struct reaped *page, struct unpack *packed, struct stand *out)
{
	if (!stands_next(packed, out))
		return false;
	if (page->by->renumbered && out->form >= page->by->nknown)
		out->form = page->by->joined[out->form - page->by->nknown];
	return true;
}

/* What only helped to take words: nothing is taken any more. */
static void drop_tools(struct harvest *harvest)
{
	map_release(&harvest->known_runs);
	lexicon_release(&harvest->added);
	VEC_FREE(&harvest->counts);
}

void harvest_join(struct harvest *harvests, size_t n, struct lexicon *known)
{
	for (size_t h = 0; h < n; h++) {
		join(&harvests[h], known);
		drop_tools(&harvests[h]);
	}
}
