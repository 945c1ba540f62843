#include "view/page.h"

static struct value page_get(const void *self, str key, struct arena *scratch)
{
	const struct page_view *view = self;
	return view_member(view->frame->renderer->page_members, key, self, scratch);
}

static const struct view_class page_class = {.name = "page", .get = page_get};

struct value page_view_new(const struct frame *frame, const struct page *page, bool last,
	bool current, struct arena *scratch)
{
	struct page_view *view = ARENA_NEW(scratch, struct page_view);
	*view = (struct page_view){frame, page, last, current};
	return value_view(&page_class, view);
}

struct value view_page(const struct frame *frame, const struct page *page)
{
	if (!page)
		return value_none();
	return page_view_new(frame, page, false, page == frame->page, &frame->worker->scratch);
}

struct value view_menu_entry(const struct frame *frame, const struct page *page)
{
	bool within = false;
	for (const struct page *at = frame->page; at; at = at->parent)
		within |= at == page;
	return page_view_new(frame, page, false, within, &frame->worker->scratch);
}
