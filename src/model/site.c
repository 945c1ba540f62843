#include "model/site.h"

#include <stdlib.h>

#include "base/hash.h"
#include "locale/collate.h"
#include "locale/format.h"

void site_release(struct site *site)
{
	VEC_FREE(&site->pages);
	VEC_FREE(&site->variants);
	VEC_FREE(&site->forms);
	VEC_FREE(&site->media);
	VEC_FREE(&site->redirects);
	map_release(&site->phones);
	map_release(&site->kinds_by_name);
	map_release(&site->media_by_path);
	map_release(&site->drafts);
	map_release(&site->outputs);
	map_release(&site->collections);
	for (size_t i = 0; i < LANGUAGES_MAX; i++)
		map_release(&site->pages_by_id[i]);
	for (size_t i = 0; i < site->config.nlanguages; i++) {
		struct language *language = &site->config.languages[i];
		if (!language->of.len) {
			collator_free(language->order);
			formatter_free(language->dates);
		}
		language->order = NULL;
		language->dates = NULL;
	}
	for (size_t i = 0; i < site->nkinds; i++)
		map_release(&site->kinds[i]->by_id);
	*site = (struct site){.config = site->config};
}

size_t words_input(uint32_t language, str key)
{
	return language * WORDS_PARTS + hash64(key) % WORDS_PARTS;
}

struct value site_words(const struct site *site, uint32_t language, str key)
{
	reading_note(INPUT_WORDS, words_input(language, key));
	return value_get(site->strings_[language], key, NULL);
}

const struct store_history *site_history(const struct site *site)
{
	reading_note(INPUT_HISTORY, 0);
	return site->history_;
}

void site_add_page(struct site *site, struct page *page)
{
	VEC_PUSH(&site->pages, page);
	map_put(&site->pages_by_id[page->language->index], page->id, page);
}

struct page *site_own_page(const struct site *site, const struct language *language, str id)
{
	return map_get(&site->pages_by_id[language->index], id);
}

const struct page *site_page(const struct site *site, const struct language *language, str id)
{
	struct arena arena;
	arena_init(&arena);
	const struct page *page = site_own_page(site, language, collate_compose(id, &arena));
	arena_release(&arena);
	if (!page && language->of.len)
		return site_page(site, &site->config.languages[language->original], id);
	return page;
}

const struct page *page_original(const struct site *site, const struct page *page)
{
	const struct language *language = &site->config.languages[page->language->original];
	return page->language == language || !page->translations
		       ? NULL
		       : page->translations[language->index];
}

const struct kind *site_kind(const struct site *site, str name)
{
	return map_get(&site->kinds_by_name, name);
}

void site_report_kind(const struct site *site, str name, struct span span, struct diags *diags)
{
	VEC(str) names = {0};
	diag_add(diags, DIAG_KIND_UNKNOWN, span, "no folder data/%.*s/", STR_ARGS(name));
	for (size_t i = 0; i < site->nkinds; i++)
		VEC_PUSH(&names, site->kinds[i]->name);
	diag_suggest(diags, name, names.items, names.len);
	VEC_FREE(&names);
}

const struct record *site_record(const struct site *site, str ref)
{
	size_t slash = str_find_char(ref, '/');
	if (slash == STR_NONE)
		return NULL;
	const struct kind *kind = site_kind(site, str_sub(ref, 0, slash));
	return kind ? kind_find(kind, str_from(ref, slash + 1)) : NULL;
}

const struct record *site_call(const struct site *site, const struct page *page)
{
	const struct page *original = site_page(site, &site->config.languages[0], page->id);
	if (page->record || !original)
		return page->record;
	return site_record(site, value_get_str(page_texts(original)->front, S("call")));
}

bool site_is_unsure(const struct site *site)
{
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++)
			if (site->kinds[k]->records[i]->is_unreadable)
				return true;
	return false;
}

bool site_keeps(const struct site *site, const struct page *page)
{
	const struct page *kept = page->kind == PAGE_RECORD ? page->parent : page;
	if (page->variant.len || page->kind == PAGE_FACET || page->kind == PAGE_PART ||
		page->kind == PAGE_MISSING)
		return false;
	const struct page *original = site_page(site, &site->config.languages[0], kept->id);
	return page == site->home[page->language->index] ||
	       (original && original->flags & PAGE_OFFLINE);
}

const struct page *record_page(
	const struct site *site, const struct record *record, const struct language *language)
{
	if (!record->pages)
		return NULL;
	const struct page *page = record->pages[language->index];
	return page ? page : record->pages[site->config.languages[language->index].original];
}

static bool is_past(str day, str today)
{
	return day.len && str_cmp(day, today) < 0;
}

bool page_is_overdue(const struct page *page, str today)
{
	return is_past(value_get_str(page_texts(page)->front, S("check_by")), today);
}

void record_judge(struct record *record, str today)
{
	bool overdue = is_past(value_get_str(record_facts(record)->json, S("check_by")), today);
	bool hides = str_eq(value_get_str(record_facts(record)->json, S("overdue")), S("hide"));
	bool ended = is_past(value_get_str(record_facts(record)->json, S("valid_to")), today);
	record->is_overdue = overdue;
	record->is_hidden = overdue && hides;
	record->is_shown = !ended && !record->is_hidden;
}

static void note_due(const struct site *site, struct due *oldest, str path, str check_by)
{
	if (is_past(check_by, site->today) &&
		(!oldest->path.len || str_cmp(check_by, oldest->check_by) < 0))
		*oldest = (struct due){path, check_by};
}

struct due site_oldest_overdue(const struct site *site)
{
	const str key = S("check_by");
	struct due oldest = {.path = S("")};
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (page->kind == PAGE_CONTENT && !(page->flags & PAGE_FALLBACK))
			note_due(site, &oldest, page->path,
				value_get_str(page_texts(page)->front, key));
	}
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++) {
			const struct record *record = site->kinds[k]->records[i];
			note_due(site, &oldest, record->path,
				value_get_str(record_facts(record)->json, key));
		}
	return oldest;
}

str site_href(const struct site *site, struct arena *arena, str url)
{
	str base = site->config.base_path;
	return base.len ? arena_join(arena, base, url, S("")) : url;
}

str site_absolute(const struct site *site, struct arena *arena, str url)
{
	return arena_join(arena, site->config.base_url, url, S(""));
}
