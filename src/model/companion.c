#include "model/companion.h"

#include "base/path.h"

static bool is_kind(const struct record *record, const char *name)
{
	return str_eq(record->kind->name, str_of(name));
}

static bool has_records(const struct site *site, str name)
{
	const struct kind *kind = site_kind(site, name);
	return kind && kind->nrecords > 0;
}

/* An easy variant shares the files of the language it simplifies. */
static const struct language *host_of(const struct site *site, const struct language *language)
{
	return language->of.len ? &site->config.languages[language->original] : language;
}

static str below(
	const struct site *site, const struct language *language, str path, struct arena *arena)
{
	return path_join(arena, host_of(site, language)->path, path);
}

/* `calendars` of site.json names the kinds that become calendars. */
static bool is_calendar(const struct site *site, const char *name)
{
	struct value calendars = value_get(site->config.json, S("calendars"), NULL);
	for (size_t i = 0; i < value_count(calendars); i++)
		if (str_eq(value_str_at(calendars, i), str_of(name)))
			return site_kind(site, str_of(name)) != NULL;
	return false;
}

str companion_calendar(
	const struct site *site, const struct language *language, struct arena *arena)
{
	if (!is_calendar(site, "events"))
		return S("");
	return below(site, language, S("calendar.ics"), arena);
}

str companion_follow(const struct site *site, str path, struct arena *arena)
{
	str url = site->config.base_url;
	size_t scheme = str_find(url, S("://"));
	if (!path.len || scheme == STR_NONE)
		return S("");
	return arena_printf(
		arena, "webcal%.*s/%.*s", STR_ARGS(str_from(url, scheme)), STR_ARGS(path));
}

str companion_events(const struct site *site, const struct language *language, struct arena *arena)
{
	if (!site_kind(site, S("events")) && !has_records(site, S("restrictions")))
		return S("");
	return below(site, language, S("events.xml"), arena);
}

str companion_record_calendar(const struct site *site, const struct record *record,
	const struct language *language, struct arena *arena)
{
	str folder = is_kind(record, "events")      ? S("calendar/event/")
		     : is_kind(record, "locations") ? S("calendar/")
						    : S("");
	if (!folder.len || !is_calendar(site, "events") || record->is_hidden)
		return S("");
	return below(site, language, arena_join(arena, folder, record->id, S(".ics")), arena);
}

str companion_card(const struct record *record, struct arena *arena)
{
	if (!is_kind(record, "organizations") && !is_kind(record, "locations") &&
		!is_kind(record, "helplines"))
		return S("");
	if (record->is_hidden)
		return S("");
	return arena_printf(
		arena, "cards/%.*s/%.*s.vcf", STR_ARGS(record->kind->name), STR_ARGS(record->id));
}

str companion_table(const struct record *record, struct arena *arena)
{
	if (!is_kind(record, "datasets") || record->is_hidden)
		return S("");
	return arena_join(arena, S("data/"), record->id, S(".csv"));
}
