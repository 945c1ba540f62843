#include "feed/feed.h"

#include "locale/format.h"

str feed_text(const struct feed *feed, struct value object, const char *key)
{
	struct value text = value_get(object, str_of(key), feed->arena);
	return str_trim(config_text(&feed->site->config, text, feed->language, NULL));
}

str feed_title(const struct feed *feed, const struct record *record)
{
	return record_title(record, &feed->site->config, feed->language);
}

const struct record *feed_reference(
	const struct feed *feed, struct value object, const char *key, const char *kind)
{
	const struct kind *of = site_kind(feed->site, str_of(kind));
	str id = value_get_str(object, str_of(key));
	return of && id.len ? kind_find(of, id) : NULL;
}

str feed_word(const struct feed *feed, str path)
{
	uint32_t tries[] = {feed->language->index, feed->language->original, 0};
	for (size_t i = 0; i < ARRAY_LEN(tries); i++) {
		struct value word =
			value_get_path(feed->site->strings[tries[i]], path, feed->arena);
		if (word.kind == VALUE_STRING)
			return word.string;
	}
	return S("");
}

str feed_enum(const struct feed *feed, str word)
{
	str text = feed_word(feed, arena_join(feed->arena, S("enums."), word, S("")));
	return text.len ? text : word;
}

int64_t feed_changed(const struct record *record)
{
	static const str keys[] = {STR_INIT("checked_on"), STR_INIT("startDate"),
		STR_INIT("valid_from"), STR_INIT("date")};
	struct day day;
	if (record->commit)
		return record->commit->time;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (day_parse(str_sub(value_get_str(record->json, keys[i]), 0, 10), &day))
			return day_number(day) * 86400;
	return 0;
}

str feed_host(const struct site *site)
{
	str url = site->config.base_url;
	size_t scheme = str_find(url, S("://"));
	str host = scheme == STR_NONE ? url : str_from(url, scheme + 3);
	host = str_sub(host, 0, str_find_char(host, '/'));
	return str_sub(host, 0, str_find_char(host, ':'));
}

str feed_page_url(const struct feed *feed, const struct record *record)
{
	const struct page *page = record_page(feed->site, record, feed->language);
	return page ? site_absolute(feed->site, feed->arena, page->url) : S("");
}

str feed_file_url(const struct feed *feed, str path)
{
	return site_absolute(feed->site, feed->arena, arena_join(feed->arena, S("/"), path, S("")));
}

size_t feed_count(const struct site *site, const char *kind)
{
	const struct kind *of = site_kind(site, str_of(kind));
	return of ? of->nrecords : 0;
}

static bool read_degrees(struct value v, double *out)
{
	*out = v.kind == VALUE_REAL ? v.real : v.kind == VALUE_INT ? (double)v.integer : 0;
	return v.kind == VALUE_REAL || v.kind == VALUE_INT;
}

bool feed_position(struct value object, double *latitude, double *longitude)
{
	return read_degrees(value_get(object, S("latitude"), NULL), latitude) &&
	       read_degrees(value_get(object, S("longitude"), NULL), longitude);
}
