/* Collection pages that ask one question after the other, and lists in groups. */
#include "model/decision.h"
#include "model/when.h"
#include "view/object.h"
#include "view/page.h"

struct asked {
	const struct frame *frame;
	const struct page *page;
	const struct page *collection;
	struct facet facet;
	struct decisions decisions;
};

/* False when the page asks nothing at all. */
static bool ask(const struct frame *frame, const struct page *page, struct asked *out)
{
	const struct site *site = frame->renderer->site;
	const struct kind *kind = page_records_kind(site, page);
	if (!kind || page->record)
		return false;
	page = listing_whole(page);
	*out = (struct asked){.frame = frame, .page = page};
	out->collection = page->facet ? page->parent : page;
	out->facet = page->facet ? *page->facet : facet_all(kind, &frame->worker->scratch);
	return decisions_read(site, out->collection, &out->decisions);
}

static struct value words_of(const struct asked *asked, str field)
{
	struct arena *scratch = &asked->frame->worker->scratch;
	struct value words = value_get(view_strings(asked->frame), S("facets"), scratch);
	return value_get_path(words, field, scratch);
}

/* The page where these terms, in order, are answered. */
static struct value url_of(const struct asked *asked, const struct facet_term *terms, size_t n)
{
	const struct site *site = asked->frame->renderer->site;
	struct arena *scratch = &asked->frame->worker->scratch;
	const struct page *page = collection_facet_page(site, asked->collection, terms, n, scratch);
	return page ? value_string(site_href(site, scratch, page->url), SPAN_NONE) : value_none();
}

static struct value answer_value(
	const struct asked *asked, const struct facet_term *terms, size_t nterms, size_t nurl)
{
	struct object object = object_new(&asked->frame->worker->scratch);
	const struct facet_term *term = &terms[nterms - 1];
	struct value words = words_of(asked, term->field);
	struct arena *scratch = object.arena;
	str title = facet_term_title(
		asked->frame->renderer->site, asked->facet.kind, term, asked->frame->language);
	object_put_str(object, S("title"), title);
	object_put_str(object, S("key"), term->value);
	object_put_str(object, S("field"), term->field);
	object_put(object, S("question"), value_get(words, S("title"), scratch));
	object_put(object, S("hint"),
		value_get(value_get(words, S("hints"), scratch), term->value, scratch));
	object_put(object, S("url"), url_of(asked, terms, nurl));
	return object_value(object);
}

struct value view_page_question(const struct frame *frame, const struct page *page)
{
	struct asked asked;
	struct arena *scratch = &frame->worker->scratch;
	if (!ask(frame, page, &asked))
		return value_none();
	struct question question = decision_ask(&asked.decisions, &asked.facet);
	if (!question.nanswers)
		return value_none();
	struct object object = object_new(scratch);
	struct value_list *answers = ARENA_NEW(scratch, struct value_list);
	struct facet next = asked.facet;
	for (size_t i = 0; i < question.nanswers; i++) {
		next.terms[asked.facet.nterms] =
			facet_term(question.field, question.answers[i], scratch);
		value_list_push(scratch, answers,
			answer_value(&asked, next.terms, asked.facet.nterms + 1,
				asked.facet.nterms + 1));
	}
	struct value words = words_of(&asked, question.field);
	object_put_str(object, S("field"), question.field);
	object_put(object, S("title"), value_get(words, S("title"), scratch));
	object_put(object, S("hint"), value_get(words, S("hint"), scratch));
	object_put(object, S("answers"), value_list(answers, SPAN_NONE));
	return object_value(object);
}

/* What was answered; each leads back to where it can be answered otherwise. */
struct value view_page_answers(const struct frame *frame, const struct page *page)
{
	struct asked asked;
	struct arena *scratch = &frame->worker->scratch;
	if (!ask(frame, page, &asked))
		return value_none();
	struct value_list *answers = ARENA_NEW(scratch, struct value_list);
	for (size_t i = 0; i < asked.facet.nterms; i++)
		value_list_push(
			scratch, answers, answer_value(&asked, asked.facet.terms, i + 1, i));
	return value_list(answers, SPAN_NONE);
}

/* --- groups ------------------------------------------------------------------------- */

static struct value group_value(const struct frame *frame, struct value records, str field,
	struct value word, struct arena *scratch)
{
	struct object object = object_new(scratch);
	struct value_list *items = ARENA_NEW(scratch, struct value_list);
	for (size_t i = 0; i < value_count(records); i++) {
		struct value record = value_at(records, i, scratch);
		struct value have = value_get_path(record, field, scratch);
		if (str_eq(value_text(value_get(have, S("word"), scratch), scratch), word.string))
			value_list_push(scratch, items, record);
	}
	if (!items->len)
		return value_none();
	object_put(object, S("title"), view_word(frame, word));
	object_put(object, S("key"), word);
	object_put(object, S("items"), value_list(items, SPAN_NONE));
	return object_value(object);
}

/* What a template's `sort` or `group_by` puts next to each other. */
static struct value group_key(
	const struct frame *frame, const struct list_form *form, const struct record *record)
{
	if (form->group_by.len)
		return record_at(record, form->group_by, &frame->worker->scratch);
	bool over = record_when(record, S("past"), frame->renderer->site->today);
	return value_bool(!over, SPAN_NONE);
}

static struct value neighbour_groups(const struct frame *frame, const struct page *page,
	struct value records, const struct list_form *form)
{
	struct arena *scratch = &frame->worker->scratch;
	const struct page_lists *lists = page_lists(page);
	struct value_list *groups = ARENA_NEW(scratch, struct value_list), *items = NULL;
	struct value last = value_none();
	for (size_t i = 0; i < lists->nshown; i++) {
		struct value record = value_at(records, i, scratch);
		struct value key = group_key(frame, form, lists->records[i]);
		if (!items || !value_eq(key, last)) {
			struct object object = object_new(scratch);
			items = ARENA_NEW(scratch, struct value_list);
			object_put(object, S("key"), key);
			object_put(object, S("title"), value_get(record, form->group_by, scratch));
			object_put(object, S("upcoming"), form->sort.len ? key : value_none());
			object_put(object, S("items"), value_list(items, SPAN_NONE));
			value_list_push(scratch, groups, object_value(object));
		}
		value_list_push(scratch, items, record);
		last = key;
	}
	return value_list(groups, SPAN_NONE);
}

/* One group for each word of the field's enum that a record has, in its order. */
struct value view_page_groups(const struct frame *frame, const struct page *page)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value records = view_page_records(frame, page);
	const struct kind *kind = page_records_kind(frame->renderer->site, page);
	if (!value_is_list(records))
		return value_none();
	struct list_form form = listing_form(frame->renderer->site, page);
	if (form.group_by.len || form.sort.len)
		return neighbour_groups(frame, page, records, &form);
	const struct page *collection = map_get(&frame->renderer->site->collections, kind->name);
	str field = value_get_str(page_texts(collection)->front, S("group_by"));
	const struct schema_property *property = schema_property(schema_root(kind->schema), field);
	struct value_list *groups = ARENA_NEW(scratch, struct value_list);
	for (size_t i = 0; property && property->node->choices && i < property->node->choices->len;
		i++) {
		struct value word = property->node->choices->items[i];
		struct value group = group_value(frame, records, field, word, scratch);
		if (group.kind != VALUE_NONE)
			value_list_push(scratch, groups, group);
	}
	return value_list(groups, SPAN_NONE);
}
