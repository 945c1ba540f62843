#include "view/guide.h"

#include "view/member.h"
#include "view/page.h"

static bool has_key(const struct page *page, str key)
{
	return page_texts(page)->front.kind == VALUE_MAP &&
	       value_map_find(page_texts(page)->front.map, key);
}

static bool is_list(const struct page *page)
{
	return has_key(page, S("records")) && !(page->flags & PAGE_IS_INDEX);
}

static bool has_text(const struct page *page)
{
	return page->kind == PAGE_CONTENT && !(page->flags & (PAGE_FALLBACK | PAGE_UNREADABLE)) &&
	       !is_list(page) && !has_key(page, S("template"));
}

/* Itself, or something below it. */
static bool is_told(const struct page *page)
{
	bool told = has_text(page);
	for (size_t i = 0; i < page_lists(page)->nchildren && !told; i++)
		told = is_told(page_lists(page)->children[i]);
	return told;
}

/* "sazina/zvani" -> "g.sazina.zvani": no slug has a dot. */
static str id_of(const struct page *page, struct arena *arena)
{
	return arena_replace(arena, arena_join(arena, S("g."), page->id, S("")), "/", '.');
}

str guide_href(const struct frame *frame, const struct page *page, str anchor)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct site *site = frame->renderer->site;
	if (page->language == frame->language && has_text(page) && page->parent)
		return arena_join(scratch, arena_join(scratch, S("#"), id_of(page, scratch), S("")),
			anchor.len ? S(".") : S(""), anchor);
	return arena_join(
		scratch, site_href(site, scratch, page->url), anchor.len ? S("#") : S(""), anchor);
}

/* --- the objects of templates ------------------------------------------------------- */

struct item {
	const struct frame *frame;
	const struct page *page;
	str number;
	bool chapter;
};

static const struct view_class item_class;

static struct value item_value(const struct item *item)
{
	struct item *copy = ARENA_NEW(&item->frame->worker->scratch, struct item);
	*copy = *item;
	return value_view(&item_class, copy);
}

static void add_below(const struct item *chapter, const struct page *page, struct value_list *list)
{
	struct arena *scratch = &chapter->frame->worker->scratch;
	for (size_t i = 0; i < page_lists(page)->nchildren; i++) {
		const struct page *child = page_lists(page)->children[i];
		struct item item = {chapter->frame, child, S(""), false};
		if (has_text(child)) {
			item.number = arena_printf(
				scratch, "%.*s.%zu", STR_ARGS(chapter->number), list->len + 1);
			value_list_push(scratch, list, item_value(&item));
		}
		add_below(chapter, child, list);
	}
}

static struct value get_pages(const void *self, struct arena *scratch)
{
	const struct item *item = self;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	if (item->chapter)
		add_below(item, item->page, list);
	return value_list(list, SPAN_NONE);
}

static struct value get_id(const void *self, struct arena *scratch)
{
	return value_string(id_of(((const struct item *)self)->page, scratch), SPAN_NONE);
}

static struct value get_number(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return value_string(((const struct item *)self)->number, SPAN_NONE);
}

static str write_text(
	const struct frame *frame, const struct page *page, const struct guide_place *place)
{
	struct buf file;
	struct markdown_outline outline;
	struct frame inner = *frame;
	inner.page_ = page;
	inner.place = place;
	str html = S("");
	buf_init(&file);
	if (frame_read(&inner, &file))
		html = frame->renderer->markdown(&inner, str_from(buf_str(&file), page->body_start),
			span_of(page->source, page->body_start, file.len), &outline);
	buf_release(&file);
	return html;
}

/* A page of the menu that stands below another one is a chapter, and a part of the other's. */
static size_t number_of(const struct item *item)
{
	return 2 * (size_t)item->page->index + item->chapter;
}

/* The page's text, written for its place in the booklet. */
static str text_of(const struct item *item, const struct guide_place *place)
{
	const struct keeper *keeper = item->frame->renderer->keeper;
	struct worker *worker = item->frame->worker;
	str text;
	worker->is_of_page = true;
	if (!keeper)
		return write_text(item->frame, item->page, place);
	if (keeper->take(keeper->ctx, worker, number_of(item), &text))
		return text;
	keeper->begin(keeper->ctx, worker);
	text = write_text(item->frame, item->page, place);
	keeper->end(keeper->ctx, worker, number_of(item), text);
	return text;
}

static struct value get_content(const void *self, struct arena *scratch)
{
	const struct item *item = self;
	struct guide_place place = {id_of(item->page, scratch), item->chapter ? 1 : 2};
	if (!has_text(item->page))
		return value_none();
	return value_html(text_of(item, &place));
}

static const struct member rows[] = {
	MEMBER("id", get_id),
	MEMBER("number", get_number),
	MEMBER("content", get_content),
	MEMBER("pages", get_pages),
};

static const struct members members = MEMBERS(rows);

/* What else is asked for is the page's: title, description, url, checked_on. */
static struct value item_get(const void *self, str key, struct arena *scratch)
{
	const struct item *item = self;
	struct value own = view_member(&members, key, self, scratch);
	if (own.kind != VALUE_NONE || str_eq(key, S("content")))
		return own;
	return value_get(view_page(item->frame, item->page), key, scratch);
}

static const struct view_class item_class = {.name = "chapter", .get = item_get};

static void add_chapter(const struct frame *frame, const struct page *page, struct value_list *list)
{
	struct arena *scratch = &frame->worker->scratch;
	if (!is_told(page))
		return;
	str number = arena_printf(scratch, "%zu", list->len + 1);
	value_list_push(scratch, list, item_value(&(struct item){frame, page, number, true}));
}

static bool is_in_menu(const struct site *site, const struct page *page)
{
	for (size_t i = 0; i < site->nmenu; i++)
		if (site->menu[page->language->index][i] == page)
			return true;
	return false;
}

struct value view_guide(const struct frame *frame)
{
	const struct site *site = frame->renderer->site;
	const struct page *home = site->home[frame->language->index];
	struct value_list *list = ARENA_NEW(&frame->worker->scratch, struct value_list);
	for (size_t i = 0; i < site->nmenu; i++) {
		const struct page *page = site->menu[frame->language->index][i];
		if (page && page->language == frame->language)
			add_chapter(frame, page, list);
	}
	for (size_t i = 0; home && i < page_lists(home)->nchildren; i++)
		if (!is_in_menu(site, page_lists(home)->children[i]))
			add_chapter(frame, page_lists(home)->children[i], list);
	return value_list(list, SPAN_NONE);
}
