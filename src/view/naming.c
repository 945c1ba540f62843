#include "view/naming.h"

#include "base/map.h"
#include "locale/collate.h"
#include "search/harvest.h"
#include "view/outlines.h"

/* Words that a name has at most. */
#define NAME_WORDS 4
/* So many headings that begin alike are a way of writing, not names. */
#define ALIKE 5

struct choosing {
	const struct frame *frame;
	struct map begun; /* first word -> how many headings begin with it */
	VEC(struct naming) headings;
};

static str first_word(str text, struct arena *arena)
{
	return collate_fold(str_sub(text, 0, str_find_char(text, ' ')), arena);
}

static void add_heading(
	struct choosing *c, const struct page *page, const struct markdown_heading *heading)
{
	struct arena *scratch = &c->frame->worker->scratch;
	str word = first_word(heading->text, scratch);
	struct naming naming = {heading->text, heading->language, heading->id, page};
	uintptr_t n = (uintptr_t)map_get(&c->begun, word);
	map_put(&c->begun, word, (void *)(n + 1));
	VEC_PUSH(&c->headings, naming);
}

static void read_page(struct choosing *c, const struct page *page)
{
	struct markdown_outline outline;
	struct frame inner = *c->frame;
	inner.page_ = page;
	if (!outlines_get(&inner, &outline))
		return;
	for (size_t i = 0; i < outline.len; i++)
		add_heading(c, page, &outline.headings[i]);
}

static bool is_short(str text)
{
	size_t n = 0;
	for (str word; str_cut(&text, ' ', &word);)
		n += word.len > 0;
	return n <= NAME_WORDS;
}

/* A question, a part of a sentence, or a value that only the page itself knows. */
static bool has_signs(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("?!:;,.(){}", text.ptr[i]))
			return true;
	return false;
}

static bool names_thing(const struct choosing *c, const struct naming *heading)
{
	str word = first_word(heading->text, &c->frame->worker->scratch);
	return is_short(heading->text) && !has_signs(heading->text) &&
	       (uintptr_t)map_get(&c->begun, word) < ALIKE;
}

static struct naming_list kept_of(struct choosing *c)
{
	size_t n = 0;
	struct naming *items =
		ARENA_ARRAY(&c->frame->worker->scratch, struct naming, c->headings.len + 1);
	for (size_t i = 0; i < c->headings.len; i++)
		if (names_thing(c, &c->headings.items[i]))
			items[n++] = c->headings.items[i];
	return (struct naming_list){items, n};
}

struct naming_list naming_headings(const struct frame *frame)
{
	const struct site *site = frame->renderer->site;
	struct choosing choosing = {.frame = frame};
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (page->language == frame->language && page->kind == PAGE_CONTENT &&
			harvest_wants(page))
			read_page(&choosing, page);
	}
	struct naming_list list = kept_of(&choosing);
	map_release(&choosing.begun);
	VEC_FREE(&choosing.headings);
	return list;
}
