#include "view/page.h"

#include "base/path.h"
#include "model/collection.h"
#include "chart/qr.h"
#include "view/guide.h"
#include "view/words.h"
#include "feed/jsonld.h"

static struct value front(const struct page_view *view, str key)
{
	const struct page *page = view->page;
	return page_texts(page)->front.kind == VALUE_MAP
		       ? value_get(page_texts(page)->front, key, NULL)
		       : value_none();
}

static struct value get_id(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct page_view *)self)->page->id);
}

static struct value get_title(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(page_texts(((const struct page_view *)self)->page)->title);
}

static struct value get_description(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(page_texts(((const struct page_view *)self)->page)->description);
}

static struct value get_url(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	return filled(site_href(view->frame->renderer->site, scratch, view->page->url));
}

static struct value get_absolute_url(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	return filled(site_absolute(view->frame->renderer->site, scratch, view->page->url));
}

static struct value get_lang(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct page_view *)self)->page->language->tag);
}

static struct value get_body_lang(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct page_view *)self)->page->body_language->tag);
}

static struct value get_body_language_name(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct page_view *)self)->page->body_language->name);
}

static struct value get_date(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_date(view->frame, page_texts(view->page)->date);
}

static struct value get_updated(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_date(view->frame, page_texts(view->page)->changed_on);
}

static struct value get_commit(const void *self, struct arena *scratch)
{
	const struct store_commit *commit =
		page_texts(((const struct page_view *)self)->page)->commit;
	if (!commit)
		return value_none();
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	value_map_put(scratch, map, S("id"), SPAN_NONE, filled(commit->id));
	value_map_put(scratch, map, S("subject"), SPAN_NONE, filled(commit->subject));
	return value_map(map, SPAN_NONE);
}

static struct value get_content(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view->page == frame_page(view->frame) ? value_html(view->frame->content)
						     : value_none();
}

/* --- places: sections, breadcrumbs, neighbours -------------------------------------- */

static bool is_hidden(const struct page *page)
{
	return page->record && page->record->is_hidden;
}

/* What stands below a page, without what hides until somebody has checked it. The records of
 * a list that takes several pages are found there: they would bury the others. */
static struct value pages_below(
	const struct frame *frame, const struct page *parent, struct arena *scratch)
{
	const struct page_lists *below = page_lists(parent);
	struct value *items = ARENA_ARRAY(scratch, struct value, below->nchildren);
	size_t n = 0;
	for (size_t i = 0; i < below->nchildren; i++) {
		const struct page *child = below->children[i];
		if (!is_hidden(child) && !(below->nparts && child->record))
			items[n++] = page_view_new(frame, child, ROLE_LINK, scratch);
	}
	return view_array(items, n, scratch);
}

static struct value get_children(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	return pages_below(view->frame, view->page, scratch);
}

static struct value get_siblings(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct page *parent = view->page->parent;
	return parent ? pages_below(view->frame, parent, scratch) : value_none();
}

static struct value get_section(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page(view->frame, view->page->parent);
}

static struct value get_breadcrumbs(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	size_t depth = 0;
	for (const struct page *page = view->page; page; page = page->parent)
		depth++;
	struct value *items = ARENA_ARRAY(scratch, struct value, depth);
	size_t i = depth;
	for (const struct page *page = view->page; page; page = page->parent)
		items[--i] = page_view_new(view->frame, page,
			page == view->page ? ROLE_LAST_CRUMB : ROLE_CRUMB, scratch);
	return view_array(items, depth, scratch);
}

/* Past what hides until somebody has checked it. */
static struct value neighbour(const struct page_view *view, int step)
{
	const struct page *parent = view->page->parent;
	size_t place = page_lists(view->page)->place, next = place + (size_t)step;
	if (!parent || place >= page_lists(parent)->nchildren ||
		page_lists(parent)->children[place] != view->page)
		return value_none(); /* lists of records are no children */
	while (next < page_lists(parent)->nchildren &&
		is_hidden(page_lists(parent)->children[next]))
		next += (size_t)step;
	return next < page_lists(parent)->nchildren
		       ? view_page(view->frame, page_lists(parent)->children[next])
		       : value_none();
}

static struct value get_previous(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return neighbour(self, -1);
}

static struct value get_next(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return neighbour(self, 1);
}

/* --- table of contents -------------------------------------------------------------- */

static struct value toc_entry(
	const struct markdown_heading *heading, struct value_list *children, struct arena *scratch)
{
	struct value_map *map = value_map_new(scratch, 5);
	value_map_put(scratch, map, S("id"), SPAN_NONE, filled(heading->id));
	value_map_put(scratch, map, S("text"), SPAN_NONE, filled(heading->text));
	value_map_put(scratch, map, S("lang"), SPAN_NONE, filled(heading->language));
	value_map_put(scratch, map, S("level"), SPAN_NONE, value_int(heading->level, SPAN_NONE));
	value_map_put(scratch, map, S("children"), SPAN_NONE, value_list(children, SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

static bool shows_toc(const struct page_view *view)
{
	return view->page == frame_page(view->frame) && view->page->flags & PAGE_TOC;
}

/* Level 2 and, below each, level 3. */
static struct value get_toc(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct markdown_outline *outline = &view->frame->outline;
	struct value_list *list = ARENA_NEW(scratch, struct value_list), *children = NULL;
	if (!shows_toc(view))
		return value_none();
	for (size_t i = 0; i < outline->len; i++) {
		const struct markdown_heading *heading = &outline->headings[i];
		if (heading->level == 2) {
			children = ARENA_NEW(scratch, struct value_list);
			value_list_push(scratch, list, toc_entry(heading, children, scratch));
		} else if (heading->level == 3 && children) {
			struct value_list *none = ARENA_NEW(scratch, struct value_list);
			value_list_push(scratch, children, toc_entry(heading, none, scratch));
		}
	}
	return value_list(list, SPAN_NONE);
}

/* A table of contents helps from three headings on. */
static struct value get_has_toc(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct markdown_outline *outline = &view->frame->outline;
	size_t sections = 0;
	UNUSED(scratch);
	for (size_t i = 0; shows_toc(view) && i < outline->len; i++)
		sections += outline->headings[i].level == 2;
	return truth(sections > 2);
}

/* --- facts about the page ----------------------------------------------------------- */

static struct value get_is_home(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(str_eq(((const struct page_view *)self)->page->id, S("index")));
}

static struct value get_is_section(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(((const struct page_view *)self)->page->flags & PAGE_IS_INDEX);
}

static struct value get_is_missing(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(((const struct page_view *)self)->page->kind == PAGE_MISSING);
}

static struct value get_exit(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(((const struct page_view *)self)->page->flags & PAGE_EXIT);
}

static struct value get_draft(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(((const struct page_view *)self)->page->flags & PAGE_DRAFT);
}

static struct value get_current(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(page_view_is_current(self));
}

static struct value get_last(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return truth(((const struct page_view *)self)->role == ROLE_LAST_CRUMB);
}

static struct value get_status(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_word(view->frame, front(view, S("status")));
}

static struct value get_checked_on(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_date(
		view->frame, value_get_str(page_texts(view->page)->front, S("checked_on")));
}

static struct value get_check_by(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_date(view->frame, value_get_str(page_texts(view->page)->front, S("check_by")));
}

static struct value get_overdue(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return truth(page_is_overdue(view->page, view->frame->renderer->site->today));
}

static struct value get_checked_how(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return front(self, S("checked_how"));
}

static struct value get_keywords(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return front(self, S("keywords"));
}

/* --- records of collection and facet pages ------------------------------------------ */

static struct value get_kind(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct kind *kind = page_records_kind(view->frame->renderer->site, view->page);
	UNUSED(scratch);
	return kind ? filled(kind->name) : value_none();
}

static struct value get_records(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_records(view->frame, view->page);
}

static struct value get_waiting(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_waiting(view->frame, view->page);
}

static struct value get_facets(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_facets(view->frame, view->page);
}

static struct value get_parts(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_parts(view->frame, view->page);
}

static struct value get_part(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_part(view->frame, view->page);
}

/* Of records, or of the headings of a page that is written by hand. */
static struct value get_letters(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	struct value records = view_page_records(view->frame, view->page);
	return records.kind == VALUE_NONE
		       ? view_by_letter(view->frame, get_toc(self, scratch), S("text"))
		       : view_by_letter(view->frame, records, S("title"));
}

static struct value get_question(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_question(view->frame, view->page);
}

static struct value get_answers(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_answers(view->frame, view->page);
}

static struct value get_groups(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	UNUSED(scratch);
	return view_page_groups(view->frame, view->page);
}

/* --- paper: variants and QR codes --------------------------------------------------- */

static struct value variants_get(const void *self, str key, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct page *page = site_page(view->frame->renderer->site, view->page->language,
		path_join(scratch, view->page->id, key));
	return page && page->variant.len ? view_page(view->frame, page) : value_none();
}

static const struct view_class variants_class = {.name = "variants", .get = variants_get};

static struct value get_variants(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return value_view(&variants_class, self);
}

static struct value get_qr(const void *self, struct arena *scratch)
{
	str svg = qr_svg(value_text(page_get_canonical(self, scratch), scratch), scratch);
	return svg.len ? value_html(svg) : value_none();
}

static struct value get_guide(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return view_guide(((const struct page_view *)self)->frame);
}

static struct value get_words(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return view_words(((const struct page_view *)self)->frame);
}

/* Of the page being rendered; other pages are only linked to. */
static struct value get_jsonld(const void *self, struct arena *scratch)
{
	const struct page_view *view = self;
	const struct frame *frame = view->frame;
	const struct reader reader = {frame->renderer->site, frame->language, scratch};
	struct buf out;
	if (view->page != frame_page(frame) || view->page->variant.len)
		return value_none();
	buf_init(&out);
	jsonld_write(&reader, view->page, frame->content, &out);
	str text = arena_str(scratch, buf_str(&out));
	buf_release(&out);
	return text.len ? value_html(text) : value_none();
}

static const struct member rows[] = {
	MEMBER("title", get_title),
	MEMBER("url", get_url),
	MEMBER("fallback", page_get_fallback),
	MEMBER("harder", page_get_harder),
	MEMBER("description", get_description),
	MEMBER("content", get_content),
	MEMBER("current", get_current),
	MEMBER("last", get_last),
	MEMBER("id", get_id),
	MEMBER("lang", get_lang),
	MEMBER("body_lang", get_body_lang),
	MEMBER("body_language_name", get_body_language_name),
	MEMBER("absolute_url", get_absolute_url),
	MEMBER("canonical", page_get_canonical),
	MEMBER("alternates", page_get_alternates),
	MEMBER("date", get_date),
	MEMBER("updated", get_updated),
	MEMBER("commit", get_commit),
	MEMBER("toc", get_toc),
	MEMBER("has_toc", get_has_toc),
	MEMBER("breadcrumbs", get_breadcrumbs),
	MEMBER("children", get_children),
	MEMBER("section", get_section),
	MEMBER("siblings", get_siblings),
	MEMBER("previous", get_previous),
	MEMBER("next", get_next),
	MEMBER("translations", page_get_translations),
	MEMBER("original", page_get_original),
	MEMBER("outdated", page_get_outdated),
	MEMBER("exit", get_exit),
	MEMBER("draft", get_draft),
	MEMBER("is_home", get_is_home),
	MEMBER("is_section", get_is_section),
	MEMBER("is_missing", get_is_missing),
	MEMBER("status", get_status),
	MEMBER("checked_on", get_checked_on),
	MEMBER("check_by", get_check_by),
	MEMBER("checked_how", get_checked_how),
	MEMBER("overdue", get_overdue),
	MEMBER("sources", page_get_sources),
	MEMBER("keywords", get_keywords),
	MEMBER("kind", get_kind),
	MEMBER("records", get_records),
	MEMBER("waiting", get_waiting),
	MEMBER("facets", get_facets),
	MEMBER("parts", get_parts),
	MEMBER("part", get_part),
	MEMBER("letters", get_letters),
	MEMBER("question", get_question),
	MEMBER("answers", get_answers),
	MEMBER("groups", get_groups),
	MEMBER("variants", get_variants),
	MEMBER("qr", get_qr),
	MEMBER("guide", get_guide),
	MEMBER("words", get_words),
	MEMBER("jsonld", get_jsonld),
};

const struct members page_members = MEMBERS(rows);
