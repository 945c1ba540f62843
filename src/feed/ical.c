#include "feed/ical.h"

#include "feed/ical_part.h"
#include "feed/visits.h"

/* --- texts made of several fields --------------------------------------------------- */

/* A list of texts: "spēles; pusdienas". */
static str join_texts(const struct reader *reader, struct value list)
{
	struct buf text;
	buf_init(&text);
	for (size_t i = 0; list.kind == VALUE_LIST && i < list.list->len; i++) {
		struct value item = list.list->items[i];
		str words = config_text(&reader->site->config, item, reader->language, NULL);
		buf_printf(&text, "%s%.*s", text.len ? "; " : "", STR_ARGS(words));
	}
	return ical_text(reader, &text);
}

static str event_description(const struct reader *reader, struct value json)
{
	struct value application = value_get(json, S("application"), NULL);
	const struct record *organizer =
		reader_reference(reader, json, "organizer", "organizations");
	struct buf text;
	buf_init(&text);
	ical_line(&text, reader_text(reader, json, "description"));
	ical_line(&text, ical_label(reader, S("event.activities"),
				 join_texts(reader, value_get(json, S("activities"), NULL))));
	ical_line(&text,
		ical_label(reader, S("event.apply"), reader_text(reader, application, "how")));
	ical_line(&text, ical_label(reader, S("event.until"),
				 reader_date(reader, value_get_str(application, S("until")))));
	if (organizer)
		ical_line(&text,
			ical_label(reader, S("event.organizer"), reader_title(reader, organizer)));
	ical_line(&text, reader_text(reader, json, "note"));
	return ical_text(reader, &text);
}

/* --- what becomes an event ---------------------------------------------------------- */

static enum calendar_status status_of(str word)
{
	return str_eq(word, S("cancelled"))   ? CALENDAR_CANCELLED
	       : str_eq(word, S("postponed")) ? CALENDAR_TENTATIVE
					      : CALENDAR_CONFIRMED;
}

/* Many programs don't show the status: then the name must say it. */
static str event_summary(const struct reader *reader, const struct record *record)
{
	str status = value_get_str(record_facts(record)->json, S("eventStatus"));
	str title = reader_title(reader, record);
	if (!status.len || str_eq(status, S("scheduled")) || str_eq(status, S("held")))
		return title;
	return arena_printf(reader->arena, "%.*s (%.*s)", STR_ARGS(title),
		STR_ARGS(reader_enum(reader, status)));
}

static void add_event(
	const struct reader *reader, struct calendar *calendar, const struct record *record)
{
	struct value json = record_facts(record)->json;
	if (record->is_hidden)
		return;
	struct calendar_event event = {
		.uid = record->id,
		.changed = record_changed(record),
		.starts = value_get_str(json, S("startDate")),
		.ends = value_get_str(json, S("endDate")),
		.timezone = value_get_str(json, S("timezone")),
		.status = status_of(value_get_str(json, S("eventStatus"))),
		.summary = event_summary(reader, record),
		.description = event_description(reader, json),
		.url = reader_page_url(reader, record),
		.category = S("events"),
	};
	event.free = event.status == CALENDAR_CANCELLED;
	ical_place(reader, &event, reader_reference(reader, json, "location", "locations"));
	calendar_add(calendar, &event);
}

static void add_restriction(
	const struct reader *reader, struct calendar *calendar, const struct record *record)
{
	struct value json = record_facts(record)->json;
	struct buf text;
	if (record->is_hidden)
		return;
	buf_init(&text);
	ical_line(&text, reader_text(reader, json, "reason"));
	ical_line(&text, reader_text(reader, json, "what_to_do"));
	ical_line(&text, reader_text(reader, json, "note"));
	struct calendar_event event = {
		.uid = arena_join(reader->arena, record->id, S(".restriction"), S("")),
		.changed = record_changed(record),
		.starts = value_get_str(json, S("valid_from")),
		.ends = value_get_str(json, S("valid_to")),
		.free = true,
		.summary = reader_title(reader, record),
		.description = ical_text(reader, &text),
		.category = S("restrictions"),
	};
	ical_place(reader, &event, reader_reference(reader, json, "location", "locations"));
	calendar_add(calendar, &event);
}

/* --- the files ---------------------------------------------------------------------- */

str ical_write_events(
	const struct site *site, size_t language, struct arena *arena, struct buf *out)
{
	const struct reader reader = {site, &site->config.languages[language], arena};
	const struct kind *events = site_kind(site, S("events"));
	const struct page *page = map_get(&site->collections, S("events"));
	str path = companion_calendar(site, reader.language, arena);
	if (!path.len || reader.language->of.len)
		return S("");
	page = page ? site_page(site, reader.language, page->id) : NULL;
	str site_title = config_text(&site->config, site->config.title, reader.language, NULL);
	struct calendar *calendar =
		calendar_new(&reader, out, page ? page_texts(page)->title : site_title,
			page ? site_absolute(site, arena, page->url) : S(""));
	for (size_t i = 0; i < events->nrecords; i++)
		add_event(&reader, calendar, events->records[i]);
	calendar_finish(calendar);
	return path;
}

static void add_mention(
	const struct reader *reader, struct calendar *calendar, const struct mention *mention)
{
	str kind = mention->by->kind->name;
	if (str_eq(kind, S("events")))
		add_event(reader, calendar, mention->by);
	else if (str_eq(kind, S("restrictions")))
		add_restriction(reader, calendar, mention->by);
}

/* A place's: what happens there, and when visits are. */
static void add_all_at(
	const struct reader *reader, struct calendar *calendar, const struct record *location)
{
	for (size_t i = 0; i < location->nmentions; i++) {
		const struct mention *mention = &location->mentions[i];
		if (!str_eq(mention->field, S("location")))
			continue;
		add_mention(reader, calendar, mention);
		if (str_eq(mention->by->kind->name, S("schedules")))
			visits_add(reader, calendar, location, mention->by);
	}
}

str ical_write_record(const struct reader *reader, const struct record *record, struct buf *out)
{
	str path = companion_record_calendar(reader->site, record, reader->language, reader->arena);
	if (!path.len || reader->language->of.len)
		return S("");
	struct calendar *calendar = calendar_new(
		reader, out, reader_title(reader, record), reader_page_url(reader, record));
	if (str_eq(record->kind->name, S("events")))
		add_event(reader, calendar, record);
	else
		add_all_at(reader, calendar, record);
	calendar_finish(calendar);
	return path;
}

/* The n-th record of a kind and the language, when `index` counts both. */
static str write_nth(const struct site *site, const char *kind, size_t index, struct arena *arena,
	struct buf *out)
{
	size_t n = site_count(site, kind);
	struct reader reader = {site, &site->config.languages[index / n], arena};
	return ical_write_record(&reader, site_kind(site, str_of(kind))->records[index % n], out);
}

size_t ical_event_files(const struct site *site)
{
	return site_count(site, "events") * site->config.nlanguages;
}

str ical_write_event(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	return write_nth(site, "events", index, arena, out);
}

size_t ical_location_files(const struct site *site)
{
	return site_count(site, "locations") * site->config.nlanguages;
}

str ical_write_location(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	return write_nth(site, "locations", index, arena, out);
}
