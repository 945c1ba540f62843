/* Interface words: in the own language, the one it simplifies, the default. */
#include "view/frame.h"

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

/* The first level, where each key is an input of its own. Levels of one language are one. */
static struct value words_get(const void *self, str key, struct arena *scratch)
{
	const struct frame *frame = self;
	const struct site *site = frame->renderer->site;
	struct value levels[LEVELS] = {site_words(site, frame->language->index, key)};
	if (levels[0].kind != VALUE_NONE && levels[0].kind != VALUE_MAP)
		return levels[0];
	uint32_t own = frame->language->index, original = frame->language->original;
	if (original != own)
		levels[1] = site_words(site, original, key);
	if (own && original)
		levels[2] = site_words(site, 0, key);
	return strings_value(levels, scratch);
}

static const struct view_class words_class = {.name = "strings", .get = words_get};

struct value view_strings(const struct frame *frame)
{
	return value_view(&words_class, frame);
}

/* The view borrows the frame that it looks things up in, which has to live as long as it does. */
struct value view_strings_in(const struct frame *frame, const struct language *language)
{
	struct frame *spoken = ARENA_NEW(&frame->worker->scratch, struct frame);
	*spoken = *frame;
	spoken->language = language;
	return view_strings(spoken);
}
