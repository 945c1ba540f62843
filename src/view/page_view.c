#include "view/page.h"

static struct value page_get(const void *self, str key, struct arena *scratch)
{
	const struct page_view *view = self;
	return view_member(view->frame->renderer->page_members, key, self, scratch);
}

static const struct view_class page_class = {.name = "page", .get = page_get};

struct value page_view_new(const struct frame *frame, const struct page *page, enum page_role role,
	struct arena *scratch)
{
	struct page_view *view = ARENA_NEW(scratch, struct page_view);
	*view = (struct page_view){frame, page, role};
	return value_view(&page_class, view);
}

const struct page_view *view_page_of(struct value v)
{
	return v.kind == VALUE_VIEW && v.view.class == &page_class ? v.view.self : NULL;
}

static bool lies_within(const struct page *page, const struct page *above)
{
	while (page && page != above)
		page = page->parent;
	return page != NULL;
}

bool page_view_is_current(const struct page_view *view)
{
	switch (view->role) {
	case ROLE_LINK:
		return view->page == frame_page(view->frame);
	case ROLE_MENU:
		return lies_within(frame_place(view->frame), view->page);
	case ROLE_CRUMB:
	case ROLE_LAST_CRUMB:
	case ROLES:
		break;
	}
	return false;
}

struct value view_page(const struct frame *frame, const struct page *page)
{
	if (!page)
		return value_none();
	return page_view_new(frame, page, ROLE_LINK, &frame->worker->scratch);
}

struct value view_menu_entry(const struct frame *frame, const struct page *page)
{
	return page_view_new(frame, page, ROLE_MENU, &frame->worker->scratch);
}
