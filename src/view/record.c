#include "base/ascii.h"
#include "view/extra.h"
#include "view/frame.h"
#include "view/member.h"
#include "view/field.h"
#include "view/page.h"

/* --- fields ------------------------------------------------------------------------- */

static const struct schema_node *property_node(const struct schema_node *node, str key)
{
	const struct schema_property *property = schema_property(node, key);
	return property ? property->node : NULL;
}

struct object_view {
	const struct frame *frame;
	const struct schema_node *node;
	struct value json;
};

static struct value object_get(const void *self, str key, struct arena *scratch)
{
	const struct object_view *view = self;
	return view_field(
		view->frame, property_node(view->node, key), value_get(view->json, key, scratch));
}

static const struct view_class object_class = {.name = "object", .get = object_get};

static struct value view_object(
	const struct frame *frame, const struct schema_node *node, struct value json)
{
	struct object_view *view = ARENA_NEW(&frame->worker->scratch, struct object_view);
	*view = (struct object_view){frame, node, json};
	return value_view(&object_class, view);
}

static struct value view_items(
	const struct frame *frame, const struct schema_node *node, struct value json)
{
	struct arena *scratch = &frame->worker->scratch;
	size_t n = value_count(json);
	struct value *items = ARENA_ARRAY(scratch, struct value, n);
	for (size_t i = 0; i < n; i++)
		items[i] = view_field(frame, node->items, json.list->items[i]);
	return view_array(items, n, scratch);
}

static struct value view_reference(const struct frame *frame, str kind_name, str id)
{
	const struct kind *kind = site_kind(frame->renderer->site, kind_name);
	const struct record *record = kind ? kind_find(kind, id) : NULL;
	return record ? view_record(frame, record) : value_none();
}

/* A schema that allows a day or a day with its time can say so by a pattern only. */
static bool is_date(str s)
{
	struct day day;
	return day_parse(str_sub(s, 0, 10), &day) && (s.len == 10 || s.ptr[10] == 'T');
}

/* "08:30", where the schema says by a pattern that this is what it has to look like. */
static bool is_clock(str s)
{
	return s.len == 5 && s.ptr[2] == ':' && ascii_is_digit(s.ptr[0]) &&
	       ascii_is_digit(s.ptr[4]);
}

static struct value view_string(
	const struct frame *frame, const struct schema_node *node, struct value json)
{
	if (node->kind.len)
		return view_reference(frame, node->kind, json.string);
	if (node->format == FORMAT_DATE || node->format == FORMAT_DATE_TIME)
		return view_date(frame, json.string);
	if (node->format == FORMAT_TEL)
		return view_phone(frame, json.string);
	if (node->format == FORMAT_EMAIL)
		return view_email(frame, json.string);
	if (node->format == FORMAT_URI)
		return view_uri(frame, json.string);
	if (node->pattern && is_date(json.string))
		return view_date(frame, json.string);
	if (node->pattern && is_clock(json.string))
		return filled(view_time(frame, json.string));
	return node->choices ? view_word(frame, json) : view_plain(frame, json);
}

struct value view_field(
	const struct frame *frame, const struct schema_node *node, struct value json)
{
	if (!node || json.kind == VALUE_NONE || json.kind == VALUE_NULL)
		return json;
	if (node->is_text)
		return frame_text(frame, json, str_eq(node->media_type, S("text/markdown")));
	switch (json.kind) {
	case VALUE_STRING:
		return view_string(frame, node, json);
	case VALUE_MAP:
		return view_object(frame, node, json);
	case VALUE_LIST:
		return view_items(frame, node, json);
	case VALUE_INT:
	case VALUE_REAL:
		return view_number(frame, json);
	case VALUE_NONE:
	case VALUE_NULL:
	case VALUE_BOOL:
	case VALUE_VIEW:
		break;
	}
	return json;
}

/* --- the record itself -------------------------------------------------------------- */

struct record_view {
	const struct frame *frame;
	const struct record *record;
};

static const struct site *site_of(const struct record_view *view)
{
	return view->frame->renderer->site;
}

static const struct page *page_of(const struct record_view *view)
{
	return record_page(site_of(view), view->record, view->frame->language);
}

static struct value get_id(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct record_view *)self)->record->id);
}

static struct value get_kind(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct record_view *)self)->record->kind->name);
}

static struct value get_url(const void *self, struct arena *scratch)
{
	const struct page *page = page_of(self);
	return page ? filled(site_href(site_of(self), scratch, page->url)) : value_none();
}

/* The same as url, which in some kinds is a field of its own. */
static struct value get_href(const void *self, struct arena *scratch)
{
	return get_url(self, scratch);
}

static struct value get_absolute_url(const void *self, struct arena *scratch)
{
	const struct page *page = page_of(self);
	return page ? filled(site_absolute(site_of(self), scratch, page->url)) : value_none();
}

static struct value get_current(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	UNUSED(scratch);
	return value_bool(frame_page(view->frame)->record == view->record, SPAN_NONE);
}

static struct value get_overdue(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	UNUSED(scratch);
	return value_bool(view->record->is_overdue, SPAN_NONE);
}

static struct value get_hidden(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	UNUSED(scratch);
	return value_bool(view->record->is_hidden, SPAN_NONE);
}

/* The page or text that people see as the record's name. */
static struct value get_title(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	static const str keys[] = {STR_INIT("name"), STR_INIT("title")};
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct value text = value_get(record_facts(view->record)->json, keys[i], scratch);
		if (value_is_true(text))
			return frame_text(view->frame, text, false);
	}
	return filled(view->record->id);
}

static struct value mention_group(const struct record_view *view, const struct kind *kind,
	struct value *items, size_t nitems, struct arena *scratch)
{
	struct value strings = value_get(view_strings(view->frame), S("kinds"), scratch);
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	value_map_put(scratch, map, S("kind"), SPAN_NONE, filled(kind->name));
	value_map_put(
		scratch, map, S("kind_title"), SPAN_NONE, value_get(strings, kind->name, scratch));
	value_map_put(scratch, map, S("records"), SPAN_NONE, view_array(items, nitems, scratch));
	return value_map(map, SPAN_NONE);
}

/* A kind without pages has nowhere to send a reader. */
static bool is_linked(const struct record_view *view, const struct record *record)
{
	return record->is_shown && record_page(site_of(view), record, view->frame->language);
}

/* "Also here": who names this record, by kind, without what ended, hides or has no page. */
static struct value get_mentions(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	const struct record *record = view->record;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	struct value *items = ARENA_ARRAY(scratch, struct value, record->nmentions);
	for (size_t i = 0; i < record->nmentions;) {
		const struct kind *kind = record->mentions[i].by->kind;
		size_t n = 0;
		for (; i < record->nmentions && record->mentions[i].by->kind == kind; i++)
			if (is_linked(view, record->mentions[i].by))
				items[n++] = view_record(view->frame, record->mentions[i].by);
		if (n)
			value_list_push(
				scratch, list, mention_group(view, kind, items, n, scratch));
		items += n;
	}
	return value_list(list, SPAN_NONE);
}

static struct value get_updated(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	UNUSED(scratch);
	return view_date(view->frame, record_facts(view->record)->changed_on);
}

/* "16 May, 11:00 – 15:30": the day is said once. */
static struct value get_one_day(const void *self, struct arena *scratch)
{
	const struct record_view *view = self;
	struct value json = record_facts(view->record)->json;
	str start = value_get_str(json, S("startDate")), end = value_get_str(json, S("endDate"));
	UNUSED(scratch);
	return value_bool(end.len && str_eq(str_sub(start, 0, 10), str_sub(end, 0, 10)), SPAN_NONE);
}

static const struct member rows[] = {
	MEMBER("id", get_id),
	MEMBER("kind", get_kind),
	MEMBER("title", get_title),
	MEMBER("url", get_url),
	MEMBER("href", get_href),
	MEMBER("absolute_url", get_absolute_url),
	MEMBER("current", get_current),
	MEMBER("is_overdue", get_overdue),
	MEMBER("is_hidden", get_hidden),
	MEMBER("mentions", get_mentions),
	MEMBER("updated", get_updated),
	MEMBER("is_one_day", get_one_day),
};

const struct members record_members = MEMBERS(rows);

/* False when the record's kind has no such extra. */
static bool find_extra(
	const struct frame *frame, const struct record *record, str key, struct value *out)
{
	const struct extras *extras = frame->renderer->extras;
	for (size_t i = 0; i < extras->n; i++)
		if (str_eq(extras->rows[i].name, key) &&
			str_eq(extras->rows[i].kind, record->kind->name)) {
			*out = extras->rows[i].get(frame, record);
			return true;
		}
	return false;
}

/* Extras, then fields; `title` and `id` every record has. */
static struct value record_get(const void *self, str key, struct arena *scratch)
{
	const struct record_view *view = self;
	struct value extra, json = value_get(record_facts(view->record)->json, key, scratch);
	bool hidden = !record_tells(view->record, key);
	if (hidden && json.kind != VALUE_NONE)
		return value_null(json.span);
	if (!hidden && find_extra(view->frame, view->record, key, &extra))
		return extra;
	if (json.kind != VALUE_NONE && !str_eq(key, S("title")) && !str_eq(key, S("id"))) {
		const struct schema_node *root = schema_root(view->record->kind->schema);
		return view_field(view->frame, property_node(root, key), json);
	}
	return view_member(&record_members, key, self, scratch);
}

static const struct view_class record_class = {.name = "record", .get = record_get};

struct value view_record(const struct frame *frame, const struct record *record)
{
	struct record_view *view = ARENA_NEW(&frame->worker->scratch, struct record_view);
	*view = (struct record_view){frame, record};
	return value_view(&record_class, view);
}

const struct record *view_record_of(struct value v)
{
	bool is_record = v.kind == VALUE_VIEW && v.view.class == &record_class;
	return is_record ? ((const struct record_view *)v.view.self)->record : NULL;
}
