#include "feed/ical.h"

#include "feed/calendar.h"

/* --- texts made of several fields --------------------------------------------------- */

static void add_line(struct buf *text, str line)
{
	if (line.len)
		buf_printf(text, "%s%.*s", text->len ? "\n" : "", STR_ARGS(line));
}

static str finish_text(const struct feed *feed, struct buf *text)
{
	str copy = arena_str(feed->arena, buf_str(text));
	buf_release(text);
	return copy;
}

static str label(const struct feed *feed, str word, str text)
{
	str name = feed_word(feed, word);
	return text.len && name.len
		       ? arena_printf(feed->arena, "%.*s: %.*s", STR_ARGS(name), STR_ARGS(text))
		       : text;
}

/* A list of texts: "spēles; pusdienas". */
static str join_texts(const struct feed *feed, struct value list)
{
	struct buf text;
	buf_init(&text);
	for (size_t i = 0; list.kind == VALUE_LIST && i < list.list->len; i++) {
		struct value item = list.list->items[i];
		str words = config_text(&feed->site->config, item, feed->language, NULL);
		buf_printf(&text, "%s%.*s", text.len ? "; " : "", STR_ARGS(words));
	}
	return finish_text(feed, &text);
}

static str event_description(const struct feed *feed, struct value json)
{
	struct value application = value_get(json, S("application"), NULL);
	const struct record *organizer = feed_reference(feed, json, "organizer", "organizations");
	struct buf text;
	buf_init(&text);
	add_line(&text, feed_text(feed, json, "description"));
	add_line(&text, label(feed, S("event.activities"),
				join_texts(feed, value_get(json, S("activities"), NULL))));
	add_line(&text, label(feed, S("event.apply"), feed_text(feed, application, "how")));
	add_line(&text, label(feed, S("event.until"), value_get_str(application, S("until"))));
	if (organizer)
		add_line(&text, label(feed, S("event.organizer"), feed_title(feed, organizer)));
	add_line(&text, feed_text(feed, json, "note"));
	return finish_text(feed, &text);
}

/* "Jelgavas cietums, Palīdzības iela 3, Jelgava, LV-3001" */
static str address_line(const struct feed *feed, const struct record *location)
{
	static const char *const parts[] = {"address_1", "city", "postal_code"};
	struct value addresses = value_get(location->json, S("addresses"), NULL);
	struct buf text;
	buf_init(&text);
	buf_add(&text, feed_title(feed, location));
	if (addresses.kind == VALUE_LIST && addresses.list->len)
		for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
			str part = value_get_str(addresses.list->items[0], str_of(parts[i]));
			if (part.len)
				buf_printf(&text, ", %.*s", STR_ARGS(part));
		}
	return finish_text(feed, &text);
}

static void set_place(
	const struct feed *feed, struct calendar_event *event, const struct record *location)
{
	if (!location)
		return;
	event->location = address_line(feed, location);
	event->has_place = feed_position(location->json, &event->latitude, &event->longitude);
	if (!event->url.len)
		event->url = feed_page_url(feed, location);
}

/* --- what becomes an event ----------------------------------------------------------- */

static enum calendar_status status_of(str word)
{
	return str_eq(word, S("cancelled"))   ? CALENDAR_CANCELLED
	       : str_eq(word, S("postponed")) ? CALENDAR_TENTATIVE
					      : CALENDAR_CONFIRMED;
}

/* Many programs don't show the status: then the name must say it. */
static str event_summary(const struct feed *feed, const struct record *record)
{
	str status = value_get_str(record->json, S("eventStatus"));
	str title = feed_title(feed, record);
	if (!status.len || str_eq(status, S("scheduled")))
		return title;
	return arena_printf(
		feed->arena, "%.*s (%.*s)", STR_ARGS(title), STR_ARGS(feed_enum(feed, status)));
}

static void add_event(
	const struct feed *feed, struct calendar *calendar, const struct record *record)
{
	struct value json = record->json;
	if (record_is_hidden(feed->site, record))
		return;
	struct calendar_event event = {
		.uid = record->id,
		.changed = feed_changed(record),
		.starts = value_get_str(json, S("startDate")),
		.ends = value_get_str(json, S("endDate")),
		.timezone = value_get_str(json, S("timezone")),
		.status = status_of(value_get_str(json, S("eventStatus"))),
		.summary = event_summary(feed, record),
		.description = event_description(feed, json),
		.url = feed_page_url(feed, record),
		.category = S("events"),
	};
	event.free = event.status == CALENDAR_CANCELLED;
	set_place(feed, &event, feed_reference(feed, json, "location", "locations"));
	calendar_add(calendar, &event);
}

static void add_restriction(
	const struct feed *feed, struct calendar *calendar, const struct record *record)
{
	struct value json = record->json;
	struct buf text;
	if (record_is_hidden(feed->site, record))
		return;
	buf_init(&text);
	add_line(&text, feed_text(feed, json, "reason"));
	add_line(&text, feed_text(feed, json, "what_to_do"));
	add_line(&text, feed_text(feed, json, "note"));
	struct calendar_event event = {
		.uid = arena_join(feed->arena, record->id, S(".restriction"), S("")),
		.changed = feed_changed(record),
		.starts = value_get_str(json, S("valid_from")),
		.ends = value_get_str(json, S("valid_to")),
		.free = true,
		.summary = feed_title(feed, record),
		.description = finish_text(feed, &text),
		.category = S("restrictions"),
	};
	set_place(feed, &event, feed_reference(feed, json, "location", "locations"));
	calendar_add(calendar, &event);
}

/* A day with its hour, or the day alone. */
static str at(const struct feed *feed, str date, str hour)
{
	return hour.len ? arena_join(feed->arena, date, S("T"), hour) : date;
}

static str exception_summary(const struct feed *feed, const struct record *schedule, str status)
{
	str title = feed_title(feed, schedule);
	str closed = feed_word(feed, S("days.closed"));
	if (!str_eq(status, S("closed")))
		return title;
	return arena_printf(feed->arena, "%.*s: %.*s", STR_ARGS(title),
		STR_ARGS(closed.len ? closed : feed_enum(feed, status)));
}

/* One day on which visits are not as usual. Its id holds the opening hour, for
 * there may be two on a day. */
static void add_exception(const struct feed *feed, struct calendar *calendar,
	const struct record *schedule, struct value exception)
{
	str date = value_get_str(exception, S("date"));
	str status = value_get_str(exception, S("status"));
	bool closed = str_eq(status, S("closed"));
	str opens = closed ? S("") : value_get_str(exception, S("opens_at"));
	str closes = opens.len ? value_get_str(exception, S("closes_at")) : S("");
	struct calendar_event event = {
		.uid = arena_printf(feed->arena, "%.*s.%.*s.%.*s%.*s%.*s", STR_ARGS(schedule->id),
			STR_ARGS(date), STR_ARGS(status), STR_ARGS(str_sub(opens, 0, 2)),
			STR_ARGS(str_from(opens, 3))),
		.changed = feed_changed(schedule),
		.starts = at(feed, date, opens),
		.ends = closes.len ? at(feed, date, closes) : S(""),
		.timezone = value_get_str(schedule->json, S("timezone")),
		.free = true,
		.summary = exception_summary(feed, schedule, status),
		.description = feed_text(feed, exception, "reason"),
		.category = S("schedules"),
	};
	set_place(feed, &event, feed_reference(feed, schedule->json, "location", "locations"));
	calendar_add(calendar, &event);
}

static void add_exceptions(
	const struct feed *feed, struct calendar *calendar, const struct record *schedule)
{
	struct value list = value_get(schedule->json, S("exceptions"), NULL);
	if (record_is_hidden(feed->site, schedule))
		return;
	for (size_t i = 0; list.kind == VALUE_LIST && i < list.list->len; i++)
		add_exception(feed, calendar, schedule, list.list->items[i]);
}

/* --- the files ------------------------------------------------------------------------- */

/* The n-th record of a kind and the language, when `index` counts both. */
static const struct record *pick(
	const struct site *site, const char *kind, size_t index, struct feed *feed)
{
	size_t n = feed_count(site, kind);
	feed->language = &site->config.languages[index / n];
	return feed->language->of.len ? NULL : site_kind(site, str_of(kind))->records[index % n];
}

str ical_write_events(
	const struct site *site, size_t language, struct arena *arena, struct buf *out)
{
	const struct feed feed = {site, &site->config.languages[language], arena};
	const struct kind *events = site_kind(site, S("events"));
	const struct page *page = map_get(&site->collections, S("events"));
	str path = companion_calendar(site, feed.language, arena);
	if (!path.len || feed.language->of.len)
		return S("");
	page = page ? site_page(site, feed.language, page->id) : NULL;
	str site_title = config_text(&site->config, site->config.title, feed.language, NULL);
	struct calendar *calendar = calendar_new(&feed, page ? page->title : site_title,
		page ? site_absolute(site, arena, page->url) : S(""));
	for (size_t i = 0; i < events->nrecords; i++)
		add_event(&feed, calendar, events->records[i]);
	calendar_finish(calendar, out);
	return path;
}

size_t ical_event_files(const struct site *site)
{
	return feed_count(site, "events") * site->config.nlanguages;
}

str ical_write_event(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	struct feed feed = {.site = site, .arena = arena};
	const struct record *record = pick(site, "events", index, &feed);
	str path = record ? companion_record_calendar(site, record, feed.language, arena) : S("");
	if (!path.len)
		return path;
	struct calendar *calendar =
		calendar_new(&feed, feed_title(&feed, record), feed_page_url(&feed, record));
	add_event(&feed, calendar, record);
	calendar_finish(calendar, out);
	return path;
}

size_t ical_location_files(const struct site *site)
{
	return feed_count(site, "locations") * site->config.nlanguages;
}

str ical_write_location(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	struct feed feed = {.site = site, .arena = arena};
	const struct record *location = pick(site, "locations", index, &feed);
	str path =
		location ? companion_record_calendar(site, location, feed.language, arena) : S("");
	if (!path.len)
		return path;
	struct calendar *calendar =
		calendar_new(&feed, feed_title(&feed, location), feed_page_url(&feed, location));
	for (size_t i = 0; i < location->nmentions; i++) {
		const struct mention *mention = &location->mentions[i];
		str kind = mention->by->kind->name;
		if (!str_eq(mention->field, S("location")))
			continue;
		if (str_eq(kind, S("events")))
			add_event(&feed, calendar, mention->by);
		else if (str_eq(kind, S("restrictions")))
			add_restriction(&feed, calendar, mention->by);
		else if (str_eq(kind, S("schedules")))
			add_exceptions(&feed, calendar, mention->by);
	}
	calendar_finish(calendar, out);
	return path;
}
