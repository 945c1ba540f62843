#include "render/body.h"

#include "base/path.h"
#include "model/quoted.h"
#include "render/embed.h"
#include "render/foreign.h"
#include "render/link.h"
#include "render/note.h"
#include "render/step.h"
#include "render/translation.h"
#include "render/written.h"
#include "view/guide.h"

/* --- what a text holds beside its links --------------------------------------------- */

static void embed_hook(void *ctx, str name, str body_text, struct span name_span,
	struct span body_span, struct buf *out)
{
	struct frame *frame = ((struct body *)ctx)->frame;
	frame->embeds = true;
	embed_render(frame, name, body_text, name_span, body_span, out);
}

static str quote_hook(void *ctx, str name, str ref, struct span span)
{
	struct body *body = ctx;
	const struct site *site = body_site(body);
	bool told = !body->placeless && page_is_overdue(frame_page(body->frame), site->today);
	struct quoting quoting = {{site, body->language, body_scratch(body)}, body_diags(body),
		told, !link_tells_error(body)};
	return quoted_value(&quoting, name, ref, span);
}

/* --- steps -------------------------------------------------------------------------- */

static struct step_goal goal_of(const struct body *body, const struct markdown_goal *link)
{
	struct step_goal goal = {.span = link->span};
	if (str_starts(link->url, S("record:"))) {
		const struct record **one = ARENA_NEW(body_scratch(body), const struct record *);
		*one = site_record(body_site(body), str_from(link->url, strlen("record:")));
		goal.records = one;
		goal.nrecords = *one != NULL;
	} else if (str_find_char(link->url, ':') != STR_NONE) {
		goal.works = !str_starts(link->url, S("lang:"));
	} else {
		const struct page *page = link_page(body, link->url);
		goal.records = page ? page_lists(page)->records : NULL;
		goal.nrecords = page ? page_lists(page)->nrecords : 0;
	}
	return goal;
}

static void paragraph_hook(void *ctx, str text, const struct markdown_goal *links, size_t nlinks)
{
	struct body *body = ctx;
	struct step_goal *goals = ARENA_ARRAY(body_scratch(body), struct step_goal, nlinks);
	for (size_t i = 0; i < nlinks; i++)
		goals[i] = goal_of(body, &links[i]);
	step_check(body->frame, body->language, text, goals, nlinks);
}

/* --- rendering ---------------------------------------------------------------------- */

static str word(struct value words, const char *key, struct arena *scratch)
{
	return value_text(value_get(words, str_of(key), scratch), scratch);
}

static struct markdown_labels labels_of(const struct frame *frame, const struct language *language)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value alerts = value_get(view_strings_in(frame, language), S("alerts"), scratch);
	return (struct markdown_labels){word(alerts, "note", scratch), word(alerts, "tip", scratch),
		word(alerts, "important", scratch), word(alerts, "warning", scratch),
		word(alerts, "caution", scratch), word(alerts, "table", scratch)};
}

static bool render_text(struct body *body, str text, struct span at, struct buf *out,
	struct markdown_outline *outline)
{
	const struct frame *frame = body->frame;
	link_begin(body);
	struct markdown_hooks hooks = {body, link_lead, embed_hook, quote_hook, paragraph_hook};
	struct markdown_labels labels = labels_of(frame, body->language);
	struct markdown_options options = {.hooks = &hooks,
		.labels = &labels,
		.arena = body_scratch(body),
		.scratch = body_scratch(body),
		.diags = body_diags(body),
		.open = body->open,
		.leftovers = true,
		.goes_on = body->goes_on};
	if (frame->place) {
		options.open = 0; /* paper has nothing to unfold */
		options.id_prefix = arena_join(body_scratch(body), frame->place->id, S("."), S(""));
		options.deeper = frame->place->deeper;
	}
	return markdown_render(text, at, &options, out, outline);
}

/* Does the text stand in the page's own file? That of a record page is the record. */
static bool is_of_page(const struct page *page, struct span at)
{
	return page->kind == PAGE_CONTENT && page->source == at.source;
}

str body_markdown(
	const struct frame *frame, str markdown, struct span at, struct markdown_outline *outline)
{
	struct buf out;
	struct frame inner = *frame;
	struct body body = {&inner, frame->language, !is_of_page(frame_page(frame), at),
		path_dir(frame_page(frame)->path), 0, true, 0, 0};
	buf_init(&out);
	render_text(&body, markdown, at, &out, outline);
	str html = arena_str(&frame->worker->scratch, buf_str(&out));
	buf_release(&out);
	return html;
}

/* What else a page without a text may show: its section, records, what its template looks up. */
static bool shows_more(const struct page *page)
{
	struct value front = page_texts(page)->front;
	const struct page_lists *lists = page_lists(page);
	return lists->nchildren > 0 || lists->nrecords > 0 ||
	       value_get(front, S("records"), NULL).kind != VALUE_NONE ||
	       value_get(front, S("template"), NULL).kind != VALUE_NONE;
}

static void check_emptiness(struct body *body, const struct page *page, str text)
{
	/* Of a page whose beginning can't be read that has been said. */
	if (value_get(page_texts(page)->front, S("title"), NULL).kind == VALUE_NONE)
		return;
	if (str_trim(text).len || page->kind != PAGE_CONTENT || page->flags & PAGE_FALLBACK ||
		shows_more(page))
		return;
	diag_add(body_diags(body), DIAG_PAGE_EMPTY, span_file(page->source),
		"this page has no text");
	diag_note(body_diags(body), SPAN_NONE,
		"write its first sentence below the line ---, or draft: true above it");
}

bool body_render(struct frame *frame)
{
	const struct page *page = frame_page(frame);
	struct worker *worker = frame->worker;
	buf_clear(&worker->text);
	buf_clear(&worker->body);
	if (!frame_read(frame, &worker->text))
		return false;
	str text = str_from(buf_str(&worker->text), page->body_start);
	struct span at = span_of(page->source, page->body_start, worker->text.len);
	struct body body = {frame, page->body_language, false, path_dir(page->path),
		page->open_sections, shows_more(page), 0, 0};
	check_emptiness(&body, page, text);
	written_check(frame, text, at);
	foreign_check(frame, text, at);
	translation_check(frame, text, at);
	render_text(&body, text, at, &worker->body, &frame->outline);
	frame->content = buf_str(&worker->body);
	note_headings(frame);
	return true;
}
