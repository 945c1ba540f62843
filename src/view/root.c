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
	return view_page(frame, frame->page);
}

static struct value get_record(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return ((const struct root_view *)self)->record;
}

static struct value get_params(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return ((const struct root_view *)self)->params;
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

/* --- interface words: own language, the one it simplifies, the default -------------- */

#define LEVELS 3

struct strings_view {
	struct value levels[LEVELS];
};

static const struct view_class strings_class;

static struct value strings_value(const struct value levels[LEVELS], struct arena *scratch)
{
	bool object = false;
	for (size_t i = 0; i < LEVELS; i++) {
		if (levels[i].kind != VALUE_NONE && levels[i].kind != VALUE_MAP && !object)
			return levels[i];
		object |= levels[i].kind == VALUE_MAP;
	}
	if (!object)
		return value_none();
	struct strings_view *view = ARENA_NEW(scratch, struct strings_view);
	for (size_t i = 0; i < LEVELS; i++)
		view->levels[i] = levels[i];
	return value_view(&strings_class, view);
}

static struct value strings_get(const void *self, str key, struct arena *scratch)
{
	const struct strings_view *view = self;
	struct value levels[LEVELS] = {value_get(view->levels[0], key, scratch)};
	if (levels[0].kind != VALUE_NONE && levels[0].kind != VALUE_MAP)
		return levels[0];
	for (size_t i = 1; i < LEVELS; i++)
		levels[i] = value_get(view->levels[i], key, scratch);
	return strings_value(levels, scratch);
}

static const struct view_class strings_class = {.name = "strings", .get = strings_get};

struct value view_strings(const struct frame *frame)
{
	const struct value *strings = frame->renderer->site->strings;
	struct value levels[LEVELS] = {
		strings[frame->language->index], strings[frame->language->original], strings[0]};
	return strings_value(levels, &frame->worker->scratch);
}
