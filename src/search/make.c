#include "search/make.h"

#include "search/posts.h"
#include "search/write.h"

static int by_page(const void *a, const void *b)
{
	const struct doc *x = a, *y = b;
	if (x->kept != y->kept)
		return x->kept ? -1 : 1;
	uint32_t i = x->reaped->page->index, j = y->reaped->page->index;
	return (i > j) - (i < j);
}

/* An easy variant is searched together with the language it simplifies: pages that
 * have no easy text are better than none. */
static bool belongs(const struct page *page, const struct language *language)
{
	if (page->language == language)
		return true;
	bool original = language->of.len && page->language->index == language->original;
	const struct page *easy =
		original && page->translations ? page->translations[language->index] : NULL;
	return original && (!easy || easy->language != language || !harvest_wants(easy));
}

static void collect_docs(struct maker *maker)
{
	const struct crop *crop = maker->crop;
	for (size_t h = 0; h < crop->nharvests; h++)
		for (size_t i = 0; i < crop->harvests[h].pages.len; i++) {
			const struct reaped *reaped = &crop->harvests[h].pages.items[i];
			struct doc doc = {
				.reaped = reaped, .kept = site_keeps(maker->site, reaped->page)};
			if (belongs(reaped->page, maker->language))
				VEC_PUSH(&maker->docs, doc);
		}
	VEC_SORT(&maker->docs, by_page);
}

void make_index(const struct site *site, const struct language *language, const struct crop *crop,
	const struct make_sink *sink)
{
	struct maker maker = {.site = site, .language = language, .crop = crop};
	maker.folder = crop->harvests[0].folder;
	arena_init(&maker.arena);
	maker.stemmer = stemmer_new(maker.folder, language->tag);
	collect_docs(&maker);
	posts_collect(&maker);
	posts_weigh(&maker);
	write_index(&maker, sink);
	posts_release(&maker);
	stemmer_free(maker.stemmer);
	VEC_FREE(&maker.docs);
	arena_release(&maker.arena);
}
