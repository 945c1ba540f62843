#include "view/words.h"

#include "locale/collate.h"
#include "locale/fold.h"
#include "model/said.h"
#include "search/harvest.h"
#include "view/naming.h"
#include "view/object.h"
#include "view/page.h"

struct spot {
	const struct page *page;
	str anchor; /* of a heading, or "" */
};

struct entry {
	str word, key; /* key: its place in the language's order */
	str language;  /* of a heading that is another language's word: its tag */
	const struct page *own;
	VEC(struct spot) spots;
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
			.language = S("")};
		VEC_PUSH(&g->entries, entry);
		number = g->entries.len;
		map_put(&g->numbers, folded, (void *)number);
	}
	return &g->entries.items[number - 1];
}

static bool same_title(const struct page *a, const struct page *b)
{
	return str_eq(page_texts(a)->title, page_texts(b)->title);
}

/* A page that has the word in more than one way stands there once, and so do two that no reader
 * could tell apart: a page, and the record that it tells of. */
static void add_spot(struct entry *entry, const struct page *page, str anchor)
{
	struct spot spot = {page, anchor};
	if (entry->own && same_title(entry->own, page))
		return;
	for (size_t i = 0; i < entry->spots.len; i++)
		if (same_title(entry->spots.items[i].page, page))
			return;
	VEC_PUSH(&entry->spots, spot);
}

static void add_title(struct gathering *g, const struct page *page)
{
	struct entry *entry = entry_of(g, page_texts(page)->title);
	if (entry->own)
		add_spot(entry, page, S(""));
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
			add_spot(entry_of(g, said.items[i].word), page, S(""));
}

static void add_headings(struct gathering *g)
{
	struct naming_list list = naming_headings(g->frame);
	for (size_t i = 0; i < list.len; i++) {
		const struct naming *heading = &list.items[i];
		struct entry *entry = entry_of(g, heading->text);
		if (!entry->own && !entry->spots.len)
			entry->language = heading->language;
		add_spot(entry, heading->page, heading->id);
	}
}

static int by_key(const void *a, const void *b)
{
	return str_cmp(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

static str href_of(const struct gathering *g, const struct page *page, str anchor)
{
	str href = site_href(g->frame->renderer->site, g->scratch, page->url);
	return anchor.len ? arena_join(g->scratch, href, S("#"), anchor) : href;
}

static struct value spot_value(const struct gathering *g, const struct spot *spot)
{
	struct object object = object_new(g->scratch);
	object_put_str(object, S("title"), page_texts(spot->page)->title);
	object_put_str(object, S("url"), href_of(g, spot->page, spot->anchor));
	return object_value(object);
}

static struct value entry_value(const struct gathering *g, const struct entry *entry)
{
	struct object object = object_new(g->scratch);
	struct value_list *pages = ARENA_NEW(g->scratch, struct value_list);
	for (size_t i = 0; i < entry->spots.len; i++)
		value_list_push(g->scratch, pages, spot_value(g, &entry->spots.items[i]));
	object_put_str(object, S("title"), entry->word);
	object_put_str(object, S("lang"), entry->language);
	object_put_str(object, S("url"), entry->own ? href_of(g, entry->own, S("")) : S(""));
	object_put(object, S("pages"), value_list(pages, SPAN_NONE));
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
	add_headings(&g);
	VEC_SORT(&g.entries, by_key);
	for (size_t i = 0; i < g.entries.len; i++) {
		value_list_push(scratch, list, entry_value(&g, &g.entries.items[i]));
		VEC_FREE(&g.entries.items[i].spots);
	}
	map_release(&g.numbers);
	VEC_FREE(&g.entries);
	return view_by_letter(frame, value_list(list, SPAN_NONE), S("title"));
}
