/* The pages of a long list: which of them this one is, and the ways to the others. */
#include "view/object.h"
#include "view/page.h"

/* Only a list in the order of titles can say which letters a page has. */
static bool is_by_letter(const struct site *site, const struct page *list)
{
	struct list_form form = listing_form(site, list);
	const struct record *first = page_lists(list)->records[0];
	return first->pages && !form.sort.len && !form.group_by.len;
}

static str letter_of(const struct frame *frame, const struct record *record)
{
	const struct site *site = frame->renderer->site;
	return initial_letter(
		record_title(record, &site->config, frame->language), &frame->worker->scratch);
}

/* "A", or "A–C": who knows the name finds its page. */
static str letters_of(const struct frame *frame, const struct page_lists *lists)
{
	str from = letter_of(frame, lists->records[0]);
	str to = letter_of(frame, lists->records[lists->nshown - 1]);
	return str_eq(from, to) ? from : arena_join(&frame->worker->scratch, from, S("–"), to);
}

static str name_of(const struct frame *frame, size_t index)
{
	return listing_part_name(
		frame->renderer->site, frame->language, index + 1, &frame->worker->scratch);
}

static struct value part_value(
	const struct frame *frame, const struct page *list, size_t index, const struct page *page)
{
	struct object object = object_new(&frame->worker->scratch);
	const struct page *part = page_lists(list)->parts[index];
	const struct page_lists *lists = page_lists(part);
	str url = site_href(frame->renderer->site, object.arena, part->url);
	object_put_str(object, S("name"), name_of(frame, index));
	object_put_str(object, S("url"), url);
	object_put_bool(object, S("current"), part == page);
	bool by_letter = is_by_letter(frame->renderer->site, list);
	object_put_str(object, S("letters"), by_letter ? letters_of(frame, lists) : S(""));
	return object_value(object);
}

struct value view_page_parts(const struct frame *frame, const struct page *page)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct page *list = listing_whole(page);
	struct value_list *parts = ARENA_NEW(scratch, struct value_list);
	for (size_t i = 0; i < page_lists(list)->nparts; i++)
		value_list_push(scratch, parts, part_value(frame, list, i, page));
	return value_list(parts, SPAN_NONE);
}

static struct value neighbour(const struct frame *frame, const struct page *list, size_t index)
{
	if (index >= page_lists(list)->nparts)
		return value_none();
	return part_value(frame, list, index, NULL);
}

struct value view_page_part(const struct frame *frame, const struct page *page)
{
	struct object object = object_new(&frame->worker->scratch);
	const struct page *list = listing_whole(page);
	const struct page_lists *lists = page_lists(list);
	size_t index = 0;
	if (!lists->nparts)
		return value_none();
	while (lists->parts[index] != page)
		index++;
	size_t first = index * lists->nshown;
	object_put_str(object, S("name"), name_of(frame, index));
	object_put(object, S("count"), value_int((int64_t)lists->nparts, SPAN_NONE));
	object_put(object, S("from"), value_int((int64_t)first + 1, SPAN_NONE));
	object_put(
		object, S("to"), value_int((int64_t)(first + page_lists(page)->nshown), SPAN_NONE));
	object_put(object, S("total"), value_int((int64_t)lists->nrecords, SPAN_NONE));
	object_put_bool(object, S("later"), index > 0);
	object_put(object, S("previous"), neighbour(frame, list, index - 1));
	object_put(object, S("next"), neighbour(frame, list, index + 1));
	return object_value(object);
}
