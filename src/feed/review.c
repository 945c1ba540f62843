#include "feed/review.h"

#include <stdlib.h>

#include "feed/calendar.h"
#include "value/json_write.h"

struct fact {
	str id; /* "organizations.skalbes", "page.lv/sazina/zvani.md": a UID is a text like
		 * another (RFC 5545, 3.8.4.7), and may hold a '/' */
	str title;
	str path; /* of the file */
	str url;  /* absolute; "" when it has no page */
	str language;
	str checked_on;
	str check_by;
	int64_t changed;
};

typedef VEC(struct fact) fact_list;

/* Translations are checked as well as originals; fallbacks are no files. */
static void collect_pages(const struct reader *reader, fact_list *facts)
{
	for (size_t i = 0; i < reader->site->pages.len; i++) {
		const struct page *page = reader->site->pages.items[i];
		str check_by = value_get_str(page_texts(page)->front, S("check_by"));
		if (page->kind != PAGE_CONTENT || page->flags & PAGE_FALLBACK || !check_by.len)
			continue;
		VEC_PUSH(facts,
			((struct fact){
				.id = arena_printf(
					reader->arena, "page.%.*s", STR_ARGS(page->path)),
				.title = page_texts(page)->title,
				.path = page->path,
				.url = site_absolute(reader->site, reader->arena, page->url),
				.language = page->language->code,
				.checked_on =
					value_get_str(page_texts(page)->front, S("checked_on")),
				.check_by = check_by,
				.changed = page_changed(page),
			}));
	}
}

static void collect_kind(const struct reader *reader, const struct kind *kind, fact_list *facts)
{
	for (size_t i = 0; i < kind->nrecords; i++) {
		const struct record *record = kind->records[i];
		str check_by = value_get_str(record_facts(record)->json, S("check_by"));
		if (!check_by.len)
			continue;
		VEC_PUSH(facts, ((struct fact){
					.id = arena_printf(reader->arena, "%.*s.%.*s",
						STR_ARGS(kind->name), STR_ARGS(record->id)),
					.title = reader_title(reader, record),
					.path = record->path,
					.url = reader_page_url(reader, record),
					.checked_on = value_get_str(
						record_facts(record)->json, S("checked_on")),
					.check_by = check_by,
					.changed = record_changed(record),
				}));
	}
}

static int compare_facts(const void *left, const void *right)
{
	const struct fact *a = left, *b = right;
	int order = str_cmp(a->check_by, b->check_by);
	return order ? order : str_cmp(a->path, b->path);
}

static fact_list collect(const struct reader *reader)
{
	fact_list facts = {0};
	collect_pages(reader, &facts);
	for (size_t k = 0; k < reader->site->nkinds; k++)
		collect_kind(reader, reader->site->kinds[k], &facts);
	VEC_SORT(&facts, compare_facts);
	return facts;
}

static bool is_overdue(const struct reader *reader, const struct fact *fact)
{
	return str_cmp(fact->check_by, reader->site->today) < 0;
}

/* --- data/review.json --------------------------------------------------------------- */

static void add_fact(const struct reader *reader, const struct fact *fact, struct json_writer *w)
{
	json_begin_object(w);
	json_optional(w, "check_by", fact->check_by);
	json_key(w, S("overdue"));
	json_bool(w, is_overdue(reader, fact));
	json_optional(w, "title", fact->title);
	json_optional(w, "path", fact->path);
	json_optional(w, "url", fact->url);
	json_optional(w, "language", fact->language);
	json_optional(w, "checked_on", fact->checked_on);
	json_end_object(w);
}

str review_write_json(const struct site *site, size_t unused, struct arena *arena, struct buf *out)
{
	const struct reader reader = {site, &site->config.languages[0], arena};
	struct json_writer w = json_writer(out, 1);
	fact_list facts = collect(&reader);
	size_t overdue = 0;
	UNUSED(unused);
	for (size_t i = 0; i < facts.len; i++)
		overdue += is_overdue(&reader, &facts.items[i]);
	json_begin_object(&w);
	json_optional(&w, "date", site->today);
	json_member_int(&w, "overdue", overdue);
	json_key(&w, S("facts"));
	json_begin_list(&w);
	for (size_t i = 0; i < facts.len; i++)
		add_fact(&reader, &facts.items[i], &w);
	json_end_list(&w);
	json_end_object(&w);
	buf_adds(out, "\n");
	VEC_FREE(&facts);
	return S("data/review.json");
}

/* --- data/review.ics ---------------------------------------------------------------- */

str review_write_ical(const struct site *site, size_t unused, struct arena *arena, struct buf *out)
{
	const struct reader reader = {site, &site->config.languages[0], arena};
	str title = reader_word(&reader, S("check_by"));
	fact_list facts = collect(&reader);
	struct calendar *calendar =
		calendar_new(&reader, out, title.len ? title : S("check_by"), S(""));
	UNUSED(unused);
	for (size_t i = 0; i < facts.len; i++) {
		const struct fact *fact = &facts.items[i];
		calendar_add(
			calendar, &(struct calendar_event){
					  .uid = arena_join(arena, fact->id, S(".check"), S("")),
					  .changed = fact->changed,
					  .starts = fact->check_by,
					  .free = true,
					  .summary = fact->title,
					  .description = fact->path,
					  .url = fact->url,
					  .category = S("check"),
				  });
	}
	calendar_finish(calendar);
	VEC_FREE(&facts);
	return S("data/review.ics");
}
