#include "model/said.h"

#include "base/phone.h"

typedef VEC(struct said) words;

static void add(words *found, str word, const struct language *language)
{
	word = str_trim(word);
	if (word.len)
		VEC_PUSH(found, ((struct said){word, language, false}));
}

static void add_list(words *found, struct value list, const struct language *language)
{
	for (size_t i = 0; i < value_count(list); i++)
		add(found, value_str_at(list, i), language);
}

/* Of most pages nothing is said. */
static struct said_list take(words *found, struct arena *arena)
{
	struct said_list list = {.len = found->len};
	if (!list.len)
		return list;
	size_t size = list.len * sizeof(*list.items);
	list.items = memcpy(arena_alloc(arena, size), found->items, size);
	VEC_FREE(found);
	return list;
}

/* --- the page's own ----------------------------------------------------------------- */

static void add_keywords(words *found, const struct page *page)
{
	if (!page->record && page_texts(page)->front.kind == VALUE_MAP)
		add_list(found, value_get(page_texts(page)->front, S("keywords"), NULL),
			page->language);
}

static void add_other_names(words *found, const struct page *page, const struct config *config)
{
	struct value names = value_get(record_facts(page->record)->json, S("alternate_name"), NULL);
	str name, rest = config_text(config, names, page->language, NULL);
	while (str_cut(&rest, ',', &name))
		add(found, name, page->language);
}

/* As a telephone shows who called, and as it is dialled here. */
static void add_phone(words *found, str number, const struct page *page, struct arena *arena)
{
	str dialled = phone_dialled(number, arena);
	size_t first = found->len;
	add(found, str_from(dialled, str_starts(dialled, S("+"))), page->language);
	if (str_starts(dialled, S("+371")))
		add(found, str_from(dialled, 4), page->language);
	for (size_t i = first; i < found->len; i++)
		found->items[i].is_phone = true;
}

static void add_phones(words *found, const struct page *page, struct arena *arena)
{
	struct value facts = record_facts(page->record)->json;
	struct value phones = value_get(facts, S("phones"), NULL);
	if (record_tells(page->record, S("number")))
		add_phone(found, value_get_str(facts, S("number")), page, arena);
	for (size_t i = 0; record_tells(page->record, S("phones")) && i < value_count(phones); i++)
		add_phone(
			found, value_get_str(value_at(phones, i, NULL), S("number")), page, arena);
}

/* --- the kind `words` --------------------------------------------------------------- */

struct answer {
	VEC(const struct record *) records;
};

static void note_answer(
	struct map *answers, str name, const struct record *record, struct arena *arena)
{
	struct answer *answer = map_get(answers, name);
	if (!answer) {
		answer = ARENA_NEW(arena, struct answer);
		map_put(answers, name, answer);
	}
	bool twice =
		answer->records.len && answer->records.items[answer->records.len - 1] == record;
	if (!twice)
		VEC_PUSH(&answer->records, record);
}

static void note_answers(struct map *answers, const struct kind *kind, struct arena *arena)
{
	for (size_t r = 0; r < kind->nrecords; r++) {
		const struct record *record = kind->records[r];
		struct value list = value_get(record_facts(record)->json, S("answers"), NULL);
		for (size_t i = 0; i < value_count(list); i++)
			note_answer(answers, value_str_at(list, i), record, arena);
	}
}

/* As an answer names the page: by its id, or by its record's. */
static str name_of(const struct page *page, struct arena *arena)
{
	const struct record *record = page->record;
	return record ? arena_join(arena, record->kind->name, S("/"), record->id) : page->id;
}

static void lead(struct page *page, const struct answer *answer, struct arena *arena)
{
	size_t n = answer->records.len;
	page->lists_.words = ARENA_ARRAY(arena, const struct record *, n);
	page->lists_.nwords = n;
	memcpy(page->lists_.words, answer->records.items, n * sizeof(*answer->records.items));
}

void said_collect(struct site *site, struct arena *arena)
{
	const struct kind *kind = site_kind(site, S(SAID_KIND));
	struct map answers = {0};
	struct arena scratch;
	if (!kind)
		return;
	arena_init(&scratch);
	note_answers(&answers, kind, &scratch);
	for (size_t i = 0; i < site->pages.len; i++) {
		struct page *page = site->pages.items[i];
		const struct answer *answer = map_get(&answers, name_of(page, &scratch));
		if (answer)
			lead(page, answer, arena);
	}
	for (size_t i = 0; i < answers.len; i++)
		VEC_FREE(&((struct answer *)answers.entries[i].value)->records);
	map_release(&answers);
	arena_release(&scratch);
}

static void add_words(const struct config *config, const struct record *record, words *found)
{
	struct value say = value_get(record_facts(record)->json, S("say"), NULL);
	for (size_t l = 0; l < config->nlanguages; l++)
		add_list(found, value_get(say, config->languages[l].code, NULL),
			&config->languages[l]);
}

static void gather(words *found, const struct site *site, const struct page *page)
{
	const struct page_lists *lists = page_lists(page);
	const struct page *original = page->language->of.len ? page_original(site, page) : NULL;
	add_keywords(found, page);
	if (original && original != page)
		add_keywords(found, original);
	if (page->record)
		add_other_names(found, page, &site->config);
	for (size_t i = 0; i < lists->nwords; i++)
		add_words(&site->config, lists->words[i], found);
}

struct said_list said_about(const struct site *site, const struct page *page, struct arena *arena)
{
	words found = {0};
	struct reading *paused = reading_pause();
	gather(&found, site, page);
	reading_resume(paused);
	reading_note(INPUT_SAID, page->index);
	return take(&found, arena);
}

struct said_list said_typed(const struct site *site, const struct page *page, struct arena *arena)
{
	words found = {0};
	gather(&found, site, page);
	if (page->record)
		add_phones(&found, page, arena);
	return take(&found, arena);
}

struct said_list said_weak(
	const struct site *site, const struct language *language, struct arena *arena)
{
	const struct kind *kind = site_kind(site, S(SAID_KIND));
	const struct config *config = &site->config;
	words found = {0};
	for (size_t i = 0; kind && i < kind->nrecords; i++) {
		struct value json = record_facts(kind->records[i])->json;
		struct value say = value_get(json, S("say"), NULL);
		if (!value_get_bool(json, S("weak")))
			continue;
		add_list(&found, value_get(say, language->code, NULL), language);
		if (language->of.len)
			add_list(&found, value_get(say, language->of, NULL),
				&config->languages[language->original]);
	}
	return take(&found, arena);
}

bool said_is_answer(const struct site *site, str answer)
{
	return site_page(site, &site->config.languages[0], answer) || site_record(site, answer);
}
