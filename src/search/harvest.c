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

/* Bytes of a text that is sent whole, before compression: about 1.2 KB after it. */
#define WHOLE_TEXT_MAX 2400

/* So many pages are a large site, in all languages. */
#define LARGE_SITE 5000

/* Words that another language's keyword may have, and one in another alphabet, which is none of
 * this language's however small. */
#define FOREIGN_WORDS    1
#define FOREIGN_CYRILLIC 2

void harvest_release(struct harvest *harvest)
{
	harvest_end(harvest);
	VEC_FREE(&harvest->pages);
	runs_release(&harvest->runs);
	VEC_FREE(&harvest->numbers);
	VEC_FREE(&harvest->keyword);
	VEC_FREE(&harvest->met);
	VEC_FREE(&harvest->apart);
	buf_release(&harvest->cells);
	packing_release(&harvest->packing);
	buf_release(&harvest->packed);
	text_release(&harvest->text);
	buf_release(&harvest->sentences);
	buf_release(&harvest->word);
	arena_release(&harvest->answers);
	arena_release(&harvest->arena);
}

bool harvest_wants(const struct page *page)
{
	return (page->kind == PAGE_CONTENT || page->kind == PAGE_RECORD) && !page->variant.len &&
	       !(page->flags & (PAGE_NO_SEARCH | PAGE_FALLBACK | PAGE_UNREADABLE)) &&
	       !(page->record && page->record->is_hidden);
}

/* What a run stands for that has no word, the first of the harvest's; and more than one, or is too
 * long to be looked up: that is no word of people, or has no spaces. */
#define NO_WORD      0
#define NOT_ONE_WORD UINT32_MAX

/* A longer run is not looked up, in bytes. */
#define RUN_MAX 96

/* All words may be met on one page. */
static uint32_t add_word(struct harvest *harvest, struct crop_word word)
{
	VEC_PUSH(&harvest->words, word);
	VEC_RESERVE(&harvest->met, harvest->words.len + 1);
	VEC_RESERVE(&harvest->apart, harvest->words.len + 1);
	return (uint32_t)harvest->words.len - 1;
}

void harvest_init(struct harvest *harvest, const struct site *site, const struct folder *folder,
	struct lexicon *all)
{
	*harvest = (struct harvest){.site = site, .folder = folder, .all = all};
	arena_init(&harvest->arena);
	arena_init(&harvest->answers);
	text_init(&harvest->text);
	buf_init(&harvest->sentences);
	buf_init(&harvest->word);
	buf_init(&harvest->cells);
	packing_init(&harvest->packing);
	buf_init(&harvest->packed);
	add_word(harvest, (struct crop_word){.count.last = 1});
}

static uint32_t own_number(const struct harvest *harvest, str word)
{
	return (uint32_t)(uintptr_t)map_get(&harvest->own, word);
}

static uint32_t learn_word(struct harvest *harvest, str word)
{
	str kept = arena_str(&harvest->arena, word);
	struct crop_word of = {.number = lexicon_share(harvest->all, kept), .hash = hash64(kept)};
	uint32_t own = add_word(harvest, of);
	map_put(&harvest->own, kept, (void *)(uintptr_t)own);
	return own;
}

static uint32_t number_of(struct harvest *harvest, str word)
{
	uint32_t own = own_number(harvest, word);
	return own ? own : learn_word(harvest, word);
}

static uint32_t learn_run(struct harvest *harvest, str run)
{
	size_t at = 0;
	uint32_t number = NO_WORD;
	bool plain = false; /* is it the word itself? */
	if (fold_next(harvest->folder, run, &at, &harvest->word)) {
		str word = buf_str(&harvest->word);
		plain = str_eq(word, run);
		number = plain ? learn_word(harvest, run) : number_of(harvest, word);
	}
	if (fold_next(harvest->folder, run, &at, &harvest->word))
		number = NOT_ONE_WORD;
	if (!plain)
		map_put(&harvest->runs_known, arena_str(&harvest->arena, run),
			(void *)((uintptr_t)number + 1));
	return number;
}

static uint32_t look_up_run(struct harvest *harvest, str run)
{
	if (run.len > RUN_MAX)
		return NOT_ONE_WORD;
	uint32_t own = own_number(harvest, run);
	if (own)
		return own;
	uintptr_t known = (uintptr_t)map_get(&harvest->runs_known, run);
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

/* The runs of a text, and which word each of them is: nearly all were folded before. */
static void look_up(struct harvest *harvest, str text)
{
	struct runs *runs = &harvest->runs;
	runs_take(runs, text);
	size_t n = runs_count(runs);
	harvest->numbers.len = 0;
	VEC_RESERVE(&harvest->numbers, n);
	for (size_t i = 0; i < n; i++)
		harvest->numbers.items[i] =
			number_of_run(harvest, runs_at(runs, text, i), text.ptr + text.len);
	harvest->numbers.len = n;
}

/* --- one page ----------------------------------------------------------------------- */

/* Behind the page's own text, in the same buffer, stand its title, its description and its
 * keywords, a line each: all words are looked up at once. */
struct reaping {
	struct harvest *harvest;
	struct reaped page;
	str text;               /* all of it */
	size_t run;             /* the next one, */
	size_t at;              /* and where it stands, or before it: at the end of a line */
	struct count_spot spot; /* the one at hand */
};

static void begin_spot(struct reaping *reaping, enum field field, size_t section)
{
	reaping->spot.number++;
	reaping->spot.field = field;
	reaping->spot.section = (uint32_t)section;
}

/* In the place at hand. Whether a word was met before can't be foretold, and is not asked. */
static inline void meet(struct reaping *reaping, uint32_t own, uint32_t times)
{
	struct harvest *harvest = reaping->harvest;
	struct count *count = &harvest->words.items[own].count;
	size_t n = harvest->met.len;
	harvest->met.items[n] = own;
	harvest->met.len = n + !count_is_met(count);
	count_meet(count, &reaping->spot, times);
}

/* Gives how many words it has. */
static uint32_t meet_run(struct reaping *reaping, str run)
{
	struct harvest *harvest = reaping->harvest;
	uint32_t n = 0;
	for (size_t from = 0; fold_next(harvest->folder, run, &from, &harvest->word); n++)
		meet(reaping, number_of(harvest, buf_str(&harvest->word)), 1);
	return n;
}

/* The next runs, as far as they begin before `end`, stand in the place at hand. */
static void meet_runs(struct reaping *reaping, size_t end)
{
	struct harvest *harvest = reaping->harvest;
	const struct runs *runs = &harvest->runs;
	size_t i = reaping->run;
	uint32_t nwords = 0;
	for (; runs_begin(runs, i) < end; i++) {
		uint32_t number = harvest->numbers.items[i];
		if (number == NOT_ONE_WORD) {
			nwords += meet_run(reaping, runs_at(runs, reaping->text, i));
			continue;
		}
		meet(reaping, number, 1);
		nwords += number != NO_WORD;
	}
	reaping->run = i;
	reaping->page.lengths[reaping->spot.field] += nwords;
}

static void add_line(struct reaping *reaping, str line, enum field field)
{
	reaping->at += line.len + 1;
	begin_spot(reaping, field, 0);
	meet_runs(reaping, reaping->at);
}

static void take_words_of_run(struct harvest *harvest, str run)
{
	for (size_t at = 0; fold_next(harvest->folder, run, &at, &harvest->word);)
		VEC_PUSH(&harvest->keyword, number_of(harvest, buf_str(&harvest->word)));
}

/* The next line. */
static void take_keyword(struct reaping *reaping, str keyword)
{
	struct harvest *harvest = reaping->harvest;
	const struct runs *runs = &harvest->runs;
	size_t i = reaping->run;
	reaping->at += keyword.len + 1;
	harvest->keyword.len = 0;
	for (; runs_begin(runs, i) < reaping->at; i++) {
		uint32_t number = harvest->numbers.items[i];
		if (number == NOT_ONE_WORD)
			take_words_of_run(harvest, runs_at(runs, reaping->text, i));
		else if (number != NO_WORD)
			VEC_PUSH(&harvest->keyword, number);
	}
	reaping->run = i;
}

/* Another language's phrases would make its small words known here ("how to get there"): what is
 * then asked in that language would look as if this one answered. */
static void add_keyword(struct reaping *reaping, const struct said *said)
{
	bool foreign = !str_eq(said->language->tag, reaping->page.page->language->tag);
	str keyword = said->word;
	struct harvest *harvest = reaping->harvest;
	take_keyword(reaping, keyword);
	size_t n = harvest->keyword.len;
	if (foreign && n > (fold_is_cyrillic(keyword) ? FOREIGN_CYRILLIC : FOREIGN_WORDS))
		return;
	size_t row = n < ARRAY_LEN(keyword_times) ? n : ARRAY_LEN(keyword_times) - 1;
	for (size_t i = 0; i < n; i++)
		meet(reaping, harvest->keyword.items[i], foreign ? 1 : keyword_times[row]);
	/* Whoever has many phones is no less the answer to his other words. */
	if (!said->is_phone)
		reaping->page.lengths[FIELD_KEYWORDS] += (uint32_t)n;
}

/* Another language's word may be a word of this one too, and mean something else. */
static void add_keywords(struct reaping *reaping, struct said_list said)
{
	begin_spot(reaping, FIELD_KEYWORDS, 0);
	for (size_t i = 0; i < said.len; i++)
		add_keyword(reaping, &said.items[i]);
}

static void keep_section(struct harvest *harvest, const struct text_section *section)
{
	cell_add(&harvest->cells, section->id);
	cell_add(&harvest->cells, str_trim(text_heading(&harvest->text, section)));
}

static void keep_sections(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	const struct text *text = &harvest->text;
	buf_clear(&harvest->cells);
	for (size_t i = 1; i < text->sections.len; i++)
		keep_section(harvest, &text->sections.items[i]);
	reaping->page.sections = arena_str(&harvest->arena, buf_str(&harvest->cells));
}

/* Those that begin before `end`. */
static void pass_runs(struct reaping *reaping, size_t end)
{
	while (runs_begin(&reaping->harvest->runs, reaping->run) < end)
		reaping->run++;
}

/* From sections[first] to `end`, which count as one. */
static void count_sections(struct reaping *reaping, size_t first, size_t end)
{
	const struct text_section *sections = reaping->harvest->text.sections.items;
	size_t run = reaping->run;
	begin_spot(reaping, FIELD_HEADINGS, first);
	for (size_t i = first; i < end; i++) {
		pass_runs(reaping, sections[i].heading);
		meet_runs(reaping, sections[i].body);
	}
	reaping->run = run;
	begin_spot(reaping, FIELD_BODY, first);
	for (size_t i = first; i < end; i++) {
		pass_runs(reaping, sections[i].body);
		meet_runs(reaping, sections[i].end);
	}
}

static void add_sections(struct reaping *reaping)
{
	size_t n = reaping->harvest->text.sections.len;
	for (size_t i = 0; i < n && i < SECTIONS_MAX; i++)
		count_sections(reaping, i, i + 1);
	if (n > SECTIONS_MAX)
		count_sections(reaping, SECTIONS_MAX, n);
	keep_sections(reaping);
}

/* Any bit of either changes the sum of many. */
static uint64_t mix(uint64_t hash, uint64_t n)
{
	hash = (hash ^ n) * 0x9e3779b97f4a7c15U;
	return (hash ^ hash >> 32) * 0xff51afd7ed558ccdU;
}

static uint64_t hash_tally(uint64_t hash, const struct tally *tally)
{
	for (size_t f = 0; f < NFIELDS; f++)
		hash = mix(hash, tally->times[f]);
	return mix(mix(mix(hash, tally->most), tally->heading), tally->section);
}

/* Those that stand apart leave the others. Nobody foresees which do. */
static void part_met(struct harvest *harvest)
{
	size_t nothers = 0;
	for (size_t i = 0; i < harvest->met.len; i++) {
		uint32_t own = harvest->met.items[i];
		bool is_apart = count_is_apart(&harvest->words.items[own].count);
		harvest->apart.items[harvest->apart.len] = own;
		harvest->apart.len += is_apart;
		harvest->met.items[nothers] = own;
		nothers += !is_apart;
	}
	harvest->met.len = nothers;
}

static void keep_apart(struct harvest *harvest, struct crop_word *word)
{
	struct tally tally;
	count_tally(&word->count, &tally);
	packing_put_apart(&harvest->packing, word->number, &tally);
	harvest->hash += hash_tally(word->hash, &tally);
	word->count = (struct count){0};
}

static void keep_in_body(struct harvest *harvest, struct crop_word *word)
{
	in_body tally = count_in_body(&word->count);
	packing_put(&harvest->packing, word->number, tally);
	harvest->hash += mix(word->hash, tally);
	word->count = (struct count){0};
}

/* Numbers of words differ from thread to thread, and so does their order: a sum of hashes has none.
 */
static void keep_stands(struct reaping *reaping)
{
	struct harvest *harvest = reaping->harvest;
	packing_clear(&harvest->packing);
	harvest->hash = 0;
	part_met(harvest);
	for (size_t i = 0; i < harvest->apart.len; i++)
		keep_apart(harvest, &harvest->words.items[harvest->apart.items[i]]);
	for (size_t i = 0; i < harvest->met.len; i++)
		keep_in_body(harvest, &harvest->words.items[harvest->met.items[i]]);
	harvest->apart.len = harvest->met.len = 0;
	buf_clear(&harvest->packed);
	packing_end(&harvest->packing, &harvest->packed);
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
	return said_typed(harvest->site, page, &harvest->answers);
}

void harvest_forget(struct harvest *harvest)
{
	arena_reset(&harvest->answers);
}

static void put_line(struct buf *text, str line)
{
	buf_add(text, line);
	buf_add_char(text, '\n');
}

/* Of the finished page and of what is said about it. */
static void begin_page(struct reaping *reaping, struct said_list said, str html)
{
	struct harvest *harvest = reaping->harvest;
	struct buf *text = &harvest->text.text;
	take_text(harvest, html);
	buf_add_char(text, '\n');
	reaping->at = text->len;
	put_line(text, page_texts(reaping->page.page)->title);
	put_line(text, page_texts(reaping->page.page)->description);
	for (size_t i = 0; i < said.len; i++)
		put_line(text, said.items[i].word);
	reaping->text = buf_str(text);
	look_up(harvest, reaping->text);
}

str harvest_page(struct harvest *harvest, const struct page *page, struct said_list said, str html)
{
	struct reaping reaping = {.harvest = harvest, .page = {.page = page}};
	begin_page(&reaping, said, html);
	add_sections(&reaping);
	add_line(&reaping, page_texts(page)->title, FIELD_TITLE);
	add_line(&reaping, page_texts(page)->description, FIELD_DESCRIPTION);
	add_keywords(&reaping, said);
	keep_stands(&reaping);
	reaping.page.cut = harvest_cuts(harvest);
	VEC_PUSH(&harvest->pages, reaping.page);
	return buf_str(&harvest->sentences);
}

uint64_t harvest_sight(const struct page *page, struct said_list said, str read)
{
	const struct page_texts *texts = page_texts(page);
	uint64_t hash = hash64(read);
	for (size_t i = 0; i < said.len; i++) {
		hash = hash64_mix(hash, said.items[i].word);
		hash = mix(hash64_mix(hash, said.items[i].language->tag), said.items[i].is_phone);
	}
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

void harvest_end(struct harvest *harvest)
{
	map_release(&harvest->own);
	map_release(&harvest->runs_known);
	VEC_FREE(&harvest->words);
}
