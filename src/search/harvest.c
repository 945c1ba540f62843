#include "search/harvest.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/eight.h"
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

/* Words that another language's keyword may have. */
#define FOREIGN_WORDS 2

void harvest_release(struct harvest *harvest)
{
	lexicon_release(&harvest->added);
	map_release(&harvest->runs);
	VEC_FREE(&harvest->last);
	VEC_FREE(&harvest->pages);
	VEC_FREE(&harvest->words);
	VEC_FREE(&harvest->stands);
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

/* The number of a word, + 1. */
static uintptr_t number_of(struct harvest *harvest, str word)
{
	uint32_t number = lexicon_find(harvest->known, word);
	if (number)
		return number;
	number = lexicon_find(&harvest->added, word);
	if (!number) {
		number = lexicon_add(&harvest->added, arena_str(&harvest->arena, word)) + 1;
		VEC_PUSH(&harvest->last, 0);
	}
	return harvest->nknown + number;
}

static uint64_t hash_of(const struct harvest *harvest, uint32_t form)
{
	return form < harvest->nknown ? harvest->known->hashes.items[form]
				      : harvest->added.hashes.items[form - harvest->nknown];
}

/* What a run stands for that is no word, or more than one. */
#define NOT_ONE_WORD UINT32_MAX

/* Bytes of a run that is looked up; more are no words of people, or have no spaces. */
#define RUN_MAX 96

static void sort_bytes(struct harvest *harvest)
{
	for (int byte = 0; byte < 256; byte++)
		harvest->of_run[byte] = byte >= 0x80 || byte == '\'' || ascii_is_alnum(byte);
}

void harvest_init(struct harvest *harvest, const struct site *site, const struct folder *folder,
	const struct lexicon *known)
{
	*harvest = (struct harvest){
		.site = site, .folder = folder, .known = known, .nknown = known->forms.len};
	for (size_t i = 0; i < harvest->nknown; i++)
		VEC_PUSH(&harvest->last, 0);
	arena_init(&harvest->arena);
	text_init(&harvest->text);
	buf_init(&harvest->sentences);
	buf_init(&harvest->word);
	sort_bytes(harvest);
}

/* Behind the letters from `at` on, or some of them. */
static inline size_t letters_end(str text, size_t at)
{
	for (; at + 8 <= text.len; at += 8) {
		uint64_t others = eight_no_letter(eight_at(text.ptr + at));
		if (others)
			return at + eight_first(others);
	}
	return at;
}

/* The next characters between those of ASCII that are never part of a word; of a run that is too
 * long its beginning. */
static inline str next_run(const struct harvest *harvest, str text, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr;
	const bool *of_run = harvest->of_run;
	size_t start = *at;
	while (start < text.len && !of_run[bytes[start]])
		start++;
	if (text.len - start > RUN_MAX)
		text.len = start + RUN_MAX + 1;
	size_t end = letters_end(text, start);
	while (end < text.len && of_run[bytes[end]])
		end++;
	*at = end;
	return (str){text.ptr + start, end - start};
}

static uintptr_t learn_run(struct harvest *harvest, str run)
{
	size_t at = 0;
	uintptr_t number = NOT_ONE_WORD;
	if (fold_next(harvest->folder, run, &at, &harvest->word))
		number = number_of(harvest, buf_str(&harvest->word));
	if (fold_next(harvest->folder, run, &at, &harvest->word))
		number = NOT_ONE_WORD;
	map_put(&harvest->runs, arena_str(&harvest->arena, run), (void *)number);
	return number;
}

static uintptr_t look_up_run(struct harvest *harvest, str run)
{
	uintptr_t number = (uintptr_t)map_get(&harvest->runs, run);
	return number ? number : learn_run(harvest, run);
}

static inline uintptr_t number_of_run(struct harvest *harvest, str run)
{
	if (run.len > MEMO_WORD_MAX)
		return run.len > RUN_MAX ? NOT_ONE_WORD : look_up_run(harvest, run);
	struct memo_slot word = memo_word(run);
	struct memo_slot *slot = memo_place(&harvest->memo, &word);
	if (!memo_is(slot, &word)) {
		word.number = (uint32_t)look_up_run(harvest, run);
		*slot = word;
	}
	return slot->number;
}

/* The words of a text, by number, into harvest->words. Nearly all runs of a text are words that
 * were folded before. */
static void take_words(struct harvest *harvest, str text)
{
	size_t at = 0;
	harvest->words.len = 0;
	for (str run; (run = next_run(harvest, text, &at)).len;) {
		uintptr_t number = number_of_run(harvest, run);
		if (number == NOT_ONE_WORD) {
			at = (size_t)(run.ptr - text.ptr);
			if (!fold_next(harvest->folder, text, &at, &harvest->word))
				break;
			number = number_of(harvest, buf_str(&harvest->word));
		}
		VEC_PUSH(&harvest->words, (uint32_t)number - 1);
	}
}

/* --- one page ----------------------------------------------------------------------- */

struct reaping {
	struct harvest *harvest;
	struct reaped page;
};

/* The same word in the same field and section is one. */
static void add_stand(struct harvest *harvest, struct stand stand)
{
	size_t *last = &harvest->last.items[stand.form];
	if (*last > harvest->nbefore) {
		struct stand *before = &harvest->stands.items[*last - harvest->nbefore - 1];
		unsigned sum = before->times + stand.times;
		if (before->field == stand.field && before->section == stand.section) {
			before->times = (uint8_t)(sum < 255 ? sum : 255);
			return;
		}
	}
	VEC_PUSH(&harvest->stands, stand);
	*last = harvest->nbefore + harvest->stands.len;
}

/* The words that were taken last. */
static void add_taken(struct reaping *reaping, enum field field, size_t section, uint8_t times)
{
	struct harvest *harvest = reaping->harvest;
	struct stand stand = {.field = (uint8_t)field,
		.section = (uint8_t)(section < SECTIONS_MAX ? section : SECTIONS_MAX),
		.times = times};
	for (size_t i = 0; i < harvest->words.len; i++) {
		stand.form = harvest->words.items[i];
		add_stand(harvest, stand);
	}
	reaping->page.lengths[field] += (uint32_t)harvest->words.len;
}

static void add_words(struct reaping *reaping, str text, enum field field, size_t section)
{
	take_words(reaping->harvest, text);
	add_taken(reaping, field, section, 1);
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
	add_taken(reaping, FIELD_KEYWORDS, 0, foreign ? 1 : keyword_times[row]);
}

/* Another language's word may be a word of this one too, and mean something else. */
static void add_keywords(struct reaping *reaping, const struct page *page)
{
	struct harvest *harvest = reaping->harvest;
	struct said_list said = said_about(harvest->site, page, &harvest->arena);
	for (size_t i = 0; i < said.len; i++)
		add_keyword(reaping, said.items[i].word,
			!str_eq(said.items[i].language->tag, page->language->tag));
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
		sentences_add(text_body(text, section), &harvest->sentences);
		buf_add_char(&harvest->sentences, '\n');
		if (i == 0)
			continue;
		page->sections[i - 1] = (struct section){arena_str(&harvest->arena, section->id),
			arena_str(&harvest->arena, heading)};
	}
}

static void keep_stands(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	size_t n = harvest->stands.len;
	struct stand *kept = ARENA_ARRAY(&harvest->arena, struct stand, n);
	if (n)
		memcpy(kept, harvest->stands.items, n * sizeof(*kept));
	reaping->page.stands = kept;
	reaping->page.nstands = (uint32_t)n;
	harvest->nbefore += n;
	harvest->stands.len = 0;
}

bool harvest_cuts(const struct harvest *harvest)
{
	return harvest->pages.items[harvest->pages.len - 1].cut;
}

str harvest_text_path(const struct page *page, uint32_t section, struct arena *arena)
{
	str folder = path_dir(page->output);
	str name = folder.len ? arena_join(arena, S(FORM_TEXT "/"), folder, S("")) : S(FORM_TEXT);
	return section ? arena_printf(arena, "%.*s.%u.txt", STR_ARGS(name), section)
		       : arena_join(arena, name, S(".txt"), S(""));
}

str harvest_page(struct harvest *harvest, const struct page *page, str html)
{
	struct reaping reaping = {harvest, {.page = page}};
	text_take(&harvest->text, html);
	buf_clear(&harvest->sentences);
	add_words(&reaping, page_texts(page)->title, FIELD_TITLE, 0);
	add_words(&reaping, page_texts(page)->description, FIELD_DESCRIPTION, 0);
	add_keywords(&reaping, page);
	add_sections(&reaping);
	keep_stands(&reaping);
	reaping.page.cut = reaping.page.nsections && harvest->sentences.len > WHOLE_TEXT_MAX;
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
	for (uint32_t i = 0; i < page->nstands; i++) {
		const struct stand *stand = &page->stands[i];
		uint64_t place = (uint64_t)stand->field << 16 | (uint64_t)stand->section << 8 |
				 (uint64_t)stand->times;
		hash += mix(hash_of(harvest, stand->form), place);
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
	uint32_t *numbers = xcalloc(n + 1, sizeof(*numbers));
	for (size_t i = 0; i < n; i++)
		numbers[i] = lexicon_add(known, harvest->added.forms.items[i]);
	for (size_t p = 0; p < harvest->pages.len; p++) {
		const struct reaped *page = &harvest->pages.items[p];
		for (size_t i = 0; i < page->nstands; i++) {
			uint32_t form = page->stands[i].form;
			if (form >= harvest->nknown)
				page->stands[i].form = numbers[form - harvest->nknown];
		}
	}
	free(numbers);
}

void harvest_join(struct harvest *harvests, size_t n, struct lexicon *known)
{
	for (size_t h = 0; h < n; h++)
		join(&harvests[h], known);
}
