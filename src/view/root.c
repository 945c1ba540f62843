#include "view/frame.h"
#include "view/member.h"
#include "view/page.h"

/* --- what stands at the top of every template --------------------------------------- */

struct root_view {
	const struct frame *frame;
	const struct unit *unit;
	struct value record;
	struct value params;
};

static const struct view_class root_class;

static struct value get_site(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return view_site(((const struct root_view *)self)->frame);
}

static struct value get_page(const void *self, struct arena *scratch)
{
	const struct frame *frame = ((const struct root_view *)self)->frame;
	UNUSED(scratch);
	return view_page(frame, frame_page(frame));
}

static struct value get_record(const void *self, struct arena *scratch)
{
	const struct root_view *view = self;
	UNUSED(scratch);
	frame_page(view->frame);
	return view->record;
}

static struct value get_params(const void *self, struct arena *scratch)
{
	const struct root_view *view = self;
	UNUSED(scratch);
	frame_page(view->frame);
	return view->params;
}

static struct value get_lists(const void *self, struct arena *scratch)
{
	const struct root_view *view = self;
	UNUSED(scratch);
	return view_lists(view->frame, view->unit, value_view(&root_class, view));
}

static struct value get_strings(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return view_strings(((const struct root_view *)self)->frame);
}

static const struct member rows[] = {
	MEMBER("strings", get_strings),
	MEMBER("page", get_page),
	MEMBER("site", get_site),
	MEMBER("record", get_record),
	MEMBER("lists", get_lists),
	MEMBER("params", get_params),
};

const struct members root_members = MEMBERS(rows);

static struct value root_get(const void *self, str key, struct arena *scratch)
{
	return view_member(&root_members, key, self, scratch);
}

static const struct view_class root_class = {.name = "template", .get = root_get};

struct value view_root(const struct frame *frame, const struct unit *unit, struct value record,
	struct value params)
{
	struct root_view *view = ARENA_NEW(&frame->worker->scratch, struct root_view);
	*view = (struct root_view){frame, unit, record, params};
	return value_view(&root_class, view);
}
