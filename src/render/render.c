#include "render/render.h"

#include <stdlib.h>

#include "render/body.h"
#include "view/common.h"
#include "view/extra.h"
#include "view/page.h"

void renderer_init(struct renderer *renderer, const struct site *site, const struct units *units,
	struct arena *arena)
{
	*renderer = (struct renderer){.site = site,
		.units = units,
		.markdown = body_markdown,
		.page_members = &page_members,
		.extras = &record_extras};
	renderer->anchors = ARENA_ARRAY(arena, struct anchors, site->pages.len);
}

void renderer_release(struct renderer *renderer)
{
	map_release(&renderer->assets);
	*renderer = (struct renderer){0};
}

bool worker_init(struct worker *worker, const struct store *content, const struct store *templates,
	struct diags *diags)
{
	*worker = (struct worker){0};
	arena_init(&worker->scratch);
	arena_init(&worker->kept);
	arena_init(&worker->lines);
	buf_init(&worker->text);
	buf_init(&worker->body);
	buf_init(&worker->out);
	diags_init(&worker->diags);
	worker->reader = store_reader_new(content, diags);
	worker->template_reader = store_reader_new(templates, diags);
	return worker->reader && worker->template_reader;
}

void worker_rest(struct worker *worker)
{
	buf_release(&worker->text);
	buf_release(&worker->body);
	buf_release(&worker->out);
	arena_release(&worker->scratch);
}

void worker_release(struct worker *worker)
{
	worker_rest(worker);
	for (size_t i = 0; i < ARRAY_LEN(worker->formatters); i++)
		formatter_free(worker->formatters[i]);
	store_reader_free(worker->reader);
	store_reader_free(worker->template_reader);
	VEC_FREE(&worker->links);
	VEC_FREE(&worker->pictures);
	VEC_FREE(&worker->stretches);
	VEC_FREE(&worker->made);
	diags_release(&worker->diags);
	arena_release(&worker->lines);
	arena_release(&worker->kept);
}

/* --- which template ----------------------------------------------------------------- */

static const struct unit *unit_named(const struct frame *frame, str name)
{
	const struct unit *unit = units_find(frame->renderer->units, name);
	return unit && unit->template ? unit : NULL;
}

static const struct unit *first_unit(const struct frame *frame, const str *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct unit *unit = names[i].len ? unit_named(frame, names[i]) : NULL;
		if (unit)
			return unit;
	}
	return NULL;
}

static void report_unknown_template(const struct frame *frame, const struct value_entry *entry)
{
	const struct units *units = frame->renderer->units;
	VEC(str) names = {0};
	for (size_t i = 0; i < units->list.len; i++)
		VEC_PUSH(&names, units->list.items[i]->name);
	diag_add(&frame->worker->diags, DIAG_PAGE_TEMPLATE, entry->value.span, "no template '%.*s'",
		STR_ARGS(entry->value.string));
	diag_suggest(&frame->worker->diags, entry->value.string, names.items, names.len);
	VEC_FREE(&names);
}

static const struct unit *chosen_unit(const struct frame *frame)
{
	const struct value front = page_texts(listing_whole(frame_page(frame)))->front;
	const struct value_entry *entry =
		front.kind == VALUE_MAP ? value_map_find(front.map, S("template")) : NULL;
	if (!entry || entry->value.kind != VALUE_STRING)
		return NULL;
	const struct unit *unit = unit_named(frame, entry->value.string);
	if (!unit)
		report_unknown_template(frame, entry);
	return unit;
}

static str variant_name(const struct kind *kind, const struct page *page, struct arena *scratch)
{
	return arena_join(scratch, kind->name, S("."), page->variant);
}

static const struct unit *unit_of(const struct frame *frame)
{
	const struct page *page = frame_page(frame);
	struct arena *scratch = &frame->worker->scratch;
	const struct kind *kind = page_records_kind(frame->renderer->site, page);
	const struct unit *chosen = chosen_unit(frame);
	if (chosen)
		return chosen;
	if (page->kind == PAGE_MISSING)
		return first_unit(frame, (str[]){S("404"), S("page")}, 2);
	if (page->variant.len)
		return first_unit(frame, (str[]){variant_name(kind, page, scratch)}, 1);
	if (page->record)
		return first_unit(frame, (str[]){kind->name, S("record"), S("page")}, 3);
	if (kind) {
		str list = arena_join(scratch, kind->name, S("-list"), S(""));
		return first_unit(frame, (str[]){list, S("records"), S("section"), S("page")}, 4);
	}
	if (str_eq(page->id, S("index")))
		return first_unit(frame, (str[]){S("home"), S("section"), S("page")}, 3);
	if (page->flags & PAGE_IS_INDEX)
		return first_unit(frame, (str[]){S("section"), S("page")}, 2);
	return first_unit(frame, (str[]){S("page")}, 1);
}

/* --- pages -------------------------------------------------------------------------- */

static struct frame frame_of(
	const struct renderer *renderer, struct worker *worker, const struct page *page)
{
	arena_reset(&worker->scratch);
	buf_clear(&worker->out);
	worker->stretches.len = 0;
	return (struct frame){.renderer = renderer,
		.worker = worker,
		.page_ = page,
		.language = page->language,
		.content = S("")};
}

static bool fill(
	struct frame *frame, const struct unit *unit, struct value record, struct value params)
{
	struct worker *worker = frame->worker;
	struct template_env env = {.scratch = &worker->scratch,
		.diags = &worker->diags,
		.recent = &worker->recent,
		.stock = common_stock(frame),
		.watched = frame->embeds ? S("") : frame->content,
		.stretches = &worker->stretches};
	template_render(&frame->renderer->units->set, unit->template,
		view_root(frame, unit, record, params), &env, &worker->out);
	return !worker->out.overflowed;
}

bool render_page(const struct renderer *renderer, struct worker *worker, const struct page *page)
{
	struct frame frame = frame_of(renderer, worker, page);
	const struct unit *unit = unit_of(&frame);
	struct value record = value_none();
	if (!unit) {
		diag_add(&worker->diags, DIAG_PAGE_TEMPLATE, SPAN_NONE,
			"there is no page.html among the templates");
		diag_note(&worker->diags, SPAN_NONE,
			"it shows every page that has no template of its own");
		return false;
	}
	if (page->flags & PAGE_UNREADABLE)
		return false;
	if (page->kind == PAGE_CONTENT && !body_render(&frame))
		return false;
	if (page->record)
		record = view_record(&frame, page->record);
	return fill(&frame, unit, record, value_none());
}

bool render_redirect(
	const struct renderer *renderer, struct worker *worker, const struct redirect *redirect)
{
	struct frame frame = frame_of(renderer, worker, redirect->page);
	const struct unit *unit = unit_named(&frame, S("redirect"));
	if (unit)
		return fill(&frame, unit, value_none(), value_none());
	diag_add(&worker->diags, DIAG_PAGE_TEMPLATE, span_file(redirect->page->source),
		"an alias needs templates/redirect.html");
	return false;
}
