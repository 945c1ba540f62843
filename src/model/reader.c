#include "model/reader.h"

#include "base/utf8.h"
#include "locale/format.h"
#include "sys/lock.h"

str reader_text(const struct reader *reader, struct value object, const char *key)
{
	struct value text = value_get(object, str_of(key), reader->arena);
	return str_trim(config_text(&reader->site->config, text, reader->language, NULL));
}

str reader_title(const struct reader *reader, const struct record *record)
{
	return record_title(record, &reader->site->config, reader->language);
}

const struct record *reader_reference(
	const struct reader *reader, struct value object, const char *key, const char *kind)
{
	const struct kind *of = site_kind(reader->site, str_of(kind));
	str id = value_get_str(object, str_of(key));
	return of && id.len ? kind_find(of, id) : NULL;
}

str reader_word(const struct reader *reader, str path)
{
	uint32_t tries[] = {reader->language->index, reader->language->original, 0};
	str first, rest = path;
	str_cut(&rest, '.', &first);
	for (size_t i = 0; i < ARRAY_LEN(tries); i++) {
		struct value words = site_words(reader->site, tries[i], first);
		struct value word = rest.ptr ? value_get_path(words, rest, reader->arena) : words;
		if (word.kind == VALUE_STRING)
			return word.string;
	}
	return S("");
}

str reader_enum(const struct reader *reader, str word)
{
	str text = reader_word(reader, arena_join(reader->arena, S("enums."), word, S("")));
	return text.len ? text : word;
}

static int64_t changed(const struct store_commit *commit, struct value facts)
{
	static const str keys[] = {STR_INIT("checked_on"), STR_INIT("startDate"),
		STR_INIT("valid_from"), STR_INIT("date")};
	struct day day;
	if (commit)
		return commit->time;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (day_parse(str_sub(value_get_str(facts, keys[i]), 0, 10), &day))
			return day_number(day) * 86400;
	return 0;
}

int64_t record_changed(const struct record *record)
{
	return changed(record_facts(record)->commit, record_facts(record)->json);
}

int64_t page_changed(const struct page *page)
{
	return changed(page_texts(page)->commit, page_texts(page)->front);
}

str site_id_host(const struct site *site)
{
	return site->config.id_host.len ? site->config.id_host : site_host(site);
}

str site_host(const struct site *site)
{
	str url = site->config.base_url;
	size_t scheme = str_find(url, S("://"));
	str host = scheme == STR_NONE ? url : str_from(url, scheme + 3);
	host = str_sub(host, 0, str_find_char(host, '/'));
	return str_sub(host, 0, str_find_char(host, ':'));
}

str reader_date(const struct reader *reader, str date)
{
	struct day day;
	if (!day_parse(date, &day))
		return date;
	lock_take(LOCK_DATES);
	str words = formatter_date(reader->language->dates, day, reader->arena);
	lock_drop(LOCK_DATES);
	return utf8_plain_spaces(reader->arena, words);
}

str reader_page_url(const struct reader *reader, const struct record *record)
{
	const struct page *page = record_page(reader->site, record, reader->language);
	return page ? site_absolute(reader->site, reader->arena, page->url) : S("");
}

str reader_file_url(const struct reader *reader, str path)
{
	return site_absolute(
		reader->site, reader->arena, arena_join(reader->arena, S("/"), path, S("")));
}

size_t site_count(const struct site *site, const char *kind)
{
	const struct kind *of = site_kind(site, str_of(kind));
	return of ? of->nrecords : 0;
}

static bool read_degrees(struct value v, double *out)
{
	*out = value_number(v);
	return value_is_number(v);
}

bool record_position(struct value object, double *latitude, double *longitude)
{
	return read_degrees(value_get(object, S("latitude"), NULL), latitude) &&
	       read_degrees(value_get(object, S("longitude"), NULL), longitude);
}
