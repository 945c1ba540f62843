#include "view/words.h"

#include "locale/collate.h"
#include "locale/fold.h"
#include "model/said.h"
#include "search/harvest.h"
#include "view/object.h"
#include "view/page.h"

struct entry {
	str word, key; /* key: its place in the language's order */
	const struct page *own;
	struct value_list *pages;
};

struct gathering {
	const struct frame *frame;
	struct arena *scratch;
	struct map numbers; /* folded word -> its number + 1 */
	VEC(struct entry) entries;
};

static struct entry *entry_of(struct gathering *g, str word)
{
	str folded = collate_fold(word, g->scratch);
	uintptr_t number = (uintptr_t)map_get(&g->numbers, folded);
	if (!number) {
		struct entry entry = {.word = word,
			.key = collator_key(g->frame->language->order, word, g->scratch),
			.pages = ARENA_NEW(g->scratch, struct value_list)};
		VEC_PUSH(&g->entries, entry);
		number = g->entries.len;
		map_put(&g->numbers, folded, (void *)number);
	}
	return &g->entries.items[number - 1];
}

static void add_word(struct gathering *g, str word, const struct page *page)
{
	struct entry *entry = entry_of(g, word);
	if (entry->own != page)
		value_list_push(g->scratch, entry->pages, view_page(g->frame, page));
}

static void add_title(struct gathering *g, const struct page *page)
{
	struct entry *entry = entry_of(g, page_texts(page)->title);
	if (entry->own)
		value_list_push(g->scratch, entry->pages, view_page(g->frame, page));
	else
		entry->own = page;
}

/* Keywords may be Russian on a Latvian page, so that search leads there; a list to read is no
 * place for them. */
static bool is_foreign(str word, const struct page *page)
{
	return fold_is_cyrillic(word) && !fold_is_cyrillic(page_texts(page)->title);
}

static void add_words(struct gathering *g, const struct page *page)
{
	struct said_list said = said_about(g->frame->renderer->site, page, g->scratch);
	for (size_t i = 0; i < said.len; i++)
		if (str_eq(said.items[i].language->tag, page->language->tag) &&
			!is_foreign(said.items[i].word, page))
			add_word(g, said.items[i].word, page);
}

static int by_key(const void *a, const void *b)
{
	return str_cmp(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

static struct value entry_value(struct gathering *g, const struct entry *entry)
{
	struct object object = object_new(g->scratch);
	object_put_str(object, S("title"), entry->word);
	object_put_str(object, S("url"),
		entry->own ? site_href(g->frame->renderer->site, g->scratch, entry->own->url)
			   : S(""));
	object_put(object, S("pages"), value_list(entry->pages, SPAN_NONE));
	return object_value(object);
}

static void gather(struct gathering *g, void (*add)(struct gathering *g, const struct page *page))
{
	const struct site *site = g->frame->renderer->site;
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (page->language == g->frame->language && harvest_wants(page))
			add(g, page);
	}
}

struct value view_words(const struct frame *frame)
{
	struct arena *scratch = &frame->worker->scratch;
	struct gathering g = {.frame = frame, .scratch = scratch};
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	gather(&g, add_title);
	gather(&g, add_words);
	VEC_SORT(&g.entries, by_key);
	for (size_t i = 0; i < g.entries.len; i++)
		value_list_push(scratch, list, entry_value(&g, &g.entries.items[i]));
	map_release(&g.numbers);
	VEC_FREE(&g.entries);
	return view_by_letter(frame, value_list(list, SPAN_NONE), S("title"));
}
