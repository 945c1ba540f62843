/* The languages of a page: translations, fallbacks, the addresses of search engines. */
#include "view/object.h"
#include "view/page.h"

static bool is_real(const struct page *page)
{
	return page && !(page->flags & PAGE_FALLBACK);
}

static struct value translation(
	const struct page_view *view, const struct page *page, struct arena *scratch)
{
	const struct site *site = view->frame->renderer->site;
	const struct language *language = page->language;
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	value_map_put(scratch, map, S("code"), SPAN_NONE, filled(language->code));
	value_map_put(scratch, map, S("name"), SPAN_NONE, filled(language->name));
	value_map_put(scratch, map, S("tag"), SPAN_NONE, filled(language->tag));
	value_map_put(
		scratch, map, S("url"), SPAN_NONE, filled(site_href(site, scratch, page->url)));
	value_map_put(
		scratch, map, S("current"), SPAN_NONE, truth(language == view->frame->language));
	value_map_put(scratch, map, S("fallback"), SPAN_NONE, truth(!is_real(page)));
	value_map_put(scratch, map, S("easy"), SPAN_NONE, truth(language->of.len > 0));
	return value_map(map, SPAN_NONE);
}

struct value page_get_translations(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	for (size_t l = 0;
		view->page->translations && l < view->frame->renderer->site->config.nlanguages; l++)
		if (view->page->translations[l])
			value_list_push(scratch, list,
				translation(view, view->page->translations[l], scratch));
	return value_list(list, SPAN_NONE);
}

static struct value alternate(str tag, str url, struct arena *scratch)
{
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	value_map_put(scratch, map, S("tag"), SPAN_NONE, filled(tag));
	value_map_put(scratch, map, S("url"), SPAN_NONE, filled(url));
	return value_map(map, SPAN_NONE);
}

/* For hreflang: real translations only, easy variants apart (they have no tag
 * of their own), and x-default for the main language. */
struct value page_get_alternates(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct site *site = view->frame->renderer->site;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	if (view->page->flags & PAGE_FALLBACK || view->page->language->of.len)
		return value_none();
	for (size_t l = 0; view->page->translations && l < site->config.nlanguages; l++) {
		const struct page *page = view->page->translations[l];
		if (!is_real(page) || page->language->of.len)
			continue;
		str url = site_absolute(site, scratch, page->url);
		value_list_push(scratch, list, alternate(page->language->tag, url, scratch));
		if (l == 0)
			value_list_push(scratch, list, alternate(S("x-default"), url, scratch));
	}
	return list->len > 2 ? value_list(list, SPAN_NONE) : value_none();
}

struct value page_get_original(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page(view->frame, page_original(view->frame->renderer->site, view->page));
}

static bool has_source(struct value sources, str title)
{
	for (size_t i = 0; i < value_count(sources); i++)
		if (str_eq(value_get_str(sources.list->items[i], S("title")), title))
			return true;
	return false;
}

/* A title that a translation leaves as it stands in the original is in the original's language. */
struct value page_get_sources(const void *self, struct arena *scratch)
{
	static const char *const keys[] = {"title", "url", "article", "date"};
	const struct page_view *view = self;
	const struct page *page = view->page;
	const struct page *original = page_original(view->frame->renderer->site, page);
	struct value sources = value_get(page_texts(page)->front, S("sources"), scratch);
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	if (page->flags & PAGE_FALLBACK || !original ||
		str_eq(original->language->tag, page->language->tag))
		return sources;
	struct value originals = value_get(page_texts(original)->front, S("sources"), scratch);
	for (size_t i = 0; i < value_count(sources); i++) {
		struct value source = sources.list->items[i];
		struct object object = object_new(scratch);
		for (size_t k = 0; k < ARRAY_LEN(keys); k++)
			object_put(object, str_of(keys[k]),
				value_get(source, str_of(keys[k]), scratch));
		if (has_source(originals, value_get_str(source, S("title"))))
			object_put_str(object, S("lang"), original->language->tag);
		value_list_push(scratch, list, object_value(object));
	}
	return value_list(list, SPAN_NONE);
}

struct value page_get_canonical(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct site *site = view->frame->renderer->site;
	const struct page *page = view->page;
	if (listing_whole(page)->kind == PAGE_FACET)
		page = listing_whole(page)->parent;
	if (page->flags & PAGE_FALLBACK && page_original(site, page))
		page = page_original(site, page);
	if (page->variant.len)
		page = page->parent;
	return filled(site_absolute(site, scratch, page->url));
}

struct value page_get_fallback(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(((const struct page_view *)self)->page->flags & PAGE_FALLBACK);
}

/* Seen from an easy page, this one is not easy. */
struct value page_get_harder(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	const struct page_view *view = self;
	const struct language *language = view->frame->language;
	return truth(language->of.len && view->page->language != language);
}

struct value page_get_outdated(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(page_is_outdated(((const struct page_view *)self)->page));
}
