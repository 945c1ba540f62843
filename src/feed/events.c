#include "feed/events.h"

#include <stdlib.h>

#include "feed/atom.h"
#include "locale/format.h"

typedef VEC(const struct record *) record_list;

static void collect(const struct site *site, const char *name, record_list *records)
{
	const struct kind *kind = site_kind(site, str_of(name));
	for (size_t i = 0; kind && i < kind->nrecords; i++)
		if (!record_is_hidden(site, kind->records[i]))
			VEC_PUSH(records, kind->records[i]);
}

static int compare_changed(const void *left, const void *right)
{
	int64_t a = feed_changed(*(const struct record *const *)left);
	int64_t b = feed_changed(*(const struct record *const *)right);
	return (a < b) - (a > b);
}

/* "2026. gada 16. maijs 11:00"; the text itself when it is no date. */
static str when_text(struct formatter *formatter, str when, struct arena *arena)
{
	struct day day;
	if (!day_parse(str_sub(when, 0, 10), &day))
		return when;
	str date = formatter_date(formatter, day, arena);
	return arena_join(arena, date, when.len > 11 ? S(" ") : S(""), str_from(when, 11));
}

static void add_part(struct buf *out, const char *before, str text)
{
	if (text.len)
		buf_printf(out, "%s%.*s", out->len ? before : "", STR_ARGS(text));
}

/* When, where, in what state, and what there is to say about it. */
static str summary_of(
	const struct feed *feed, const struct record *record, struct formatter *formatter)
{
	static const char *const begins[] = {"startDate", "valid_from"};
	static const char *const ends[] = {"endDate", "valid_to"};
	static const char *const texts[] = {"reason", "description", "what_to_do", "note"};
	const struct record *location = feed_reference(feed, record->json, "location", "locations");
	str status = value_get_str(record->json, S("eventStatus"));
	struct buf text;
	buf_init(&text);
	for (size_t i = 0; i < 2; i++) {
		str begin = value_get_str(record->json, str_of(begins[i]));
		str end = value_get_str(record->json, str_of(ends[i]));
		add_part(&text, " ", when_text(formatter, begin, feed->arena));
		add_part(&text, " – ", when_text(formatter, end, feed->arena));
	}
	if (status.len && !str_eq(status, S("scheduled")))
		add_part(&text, ", ", feed_enum(feed, status));
	if (location)
		add_part(&text, ". ", feed_title(feed, location));
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		add_part(&text, i ? " " : ". ", feed_text(feed, record->json, texts[i]));
	str copy = arena_str(feed->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

/* An event's own page, else that of the place. */
static str url_of(const struct feed *feed, const struct record *record)
{
	const struct record *location = feed_reference(feed, record->json, "location", "locations");
	str url = feed_page_url(feed, record);
	return url.len || !location ? url : feed_page_url(feed, location);
}

static void add_entry(const struct feed *feed, const struct record *record,
	struct formatter *formatter, struct buf *out)
{
	struct atom_entry entry = {
		.id = arena_printf(feed->arena, "/data/%.*s/%.*s#%.*s",
			STR_ARGS(record->kind->name), STR_ARGS(record->id),
			STR_ARGS(feed->language->code)),
		.url = url_of(feed, record),
		.title = feed_title(feed, record),
		.summary = summary_of(feed, record, formatter),
		.updated = feed_changed(record),
	};
	atom_add(feed, &entry, out);
}

str events_write(const struct site *site, size_t language, struct arena *arena, struct buf *out)
{
	const struct feed feed = {site, &site->config.languages[language], arena};
	const struct page *page = map_get(&site->collections, S("events"));
	struct atom_feed head = {.path = companion_events(site, feed.language, arena)};
	record_list records = {0};
	if (feed.language->of.len || !head.path.len)
		return S("");
	page = page ? site_page(site, feed.language, page->id) : NULL;
	head.title = page ? page->title : S("");
	head.page = page ? site_absolute(site, arena, page->url) : S("");
	collect(site, "events", &records);
	collect(site, "restrictions", &records);
	VEC_SORT(&records, compare_changed);
	head.updated = records.len ? feed_changed(records.items[0]) : 0;
	struct formatter *formatter = formatter_new(feed.language->tag);
	atom_begin(&feed, &head, out);
	for (size_t i = 0; i < records.len && i < EVENTS_MAX; i++)
		add_entry(&feed, records.items[i], formatter, out);
	atom_end(out);
	formatter_free(formatter);
	VEC_FREE(&records);
	return head.path;
}
