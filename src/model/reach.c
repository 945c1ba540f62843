#include "model/reach.h"

#include "base/messages.h"
#include "base/slug.h"

#define KEYS_MAX 4
/* A kind that has one of the first keys is asked for the way: a source with its web address isn't.
 */
#define KEYS_OF_KIND 2

struct way_row {
	const char *words; /* path in the strings: words and phrases between commas */
	const char *keys[KEYS_MAX];
	const char *need;
};

static const struct way_row rows[WAYS] = {
	[WAY_CALL] = {"steps.call", {"phones", "number"}, N_("phone")},
	[WAY_WRITE] = {"steps.write", {"email", "addresses", "website", "url"}, N_("address")},
	[WAY_GO] = {"steps.go", {"addresses"}, N_("street")},
	[WAY_HOURS] = {"steps.hours", {"hours", "schedule"}, N_("hours")},
};

const char *reach_need(enum way way)
{
	return _(rows[way].need);
}

/* --- texts -------------------------------------------------------------------------- */

static size_t count_parts(str list)
{
	size_t n = 0;
	for (str part; list.len && str_cut(&list, ',', &part);)
		n++;
	return n;
}

/* What stands between the commas of a word of the strings; parts without a letter are none. */
static const str *parts_of(const struct reader *reader, const char *path, size_t *n)
{
	str list = reader_word(reader, str_of(path)), part;
	str *parts = ARENA_ARRAY(reader->arena, str, count_parts(list));
	*n = 0;
	while (list.len && str_cut(&list, ',', &part)) {
		str slug = slug_make(reader->arena, part);
		if (slug.len)
			parts[(*n)++] = arena_join(reader->arena, S("-"), slug, S("-"));
	}
	return parts;
}

struct reach_words reach_words(const struct reader *reader)
{
	struct reach_words words = {0};
	for (enum way way = 0; way < WAYS; way++)
		words.told[way] = parts_of(reader, rows[way].words, &words.ntold[way]);
	words.denied = parts_of(reader, "steps.not", &words.ndenied);
	return words;
}

/* "do not call": the words before end with one that denies. */
static bool is_denied(const struct reach_words *words, str before)
{
	for (size_t i = 0; i < words->ndenied; i++)
		if (str_ends(before, words->denied[i]))
			return true;
	return false;
}

static bool has_words(const struct reach_words *words, str text, str wanted)
{
	for (size_t from = 0; from < text.len;) {
		size_t at = str_find(str_from(text, from), wanted);
		if (at == STR_NONE)
			return false;
		from += at + 1;
		if (!is_denied(words, str_sub(text, 0, from)))
			return true;
	}
	return false;
}

bool reach_told(const struct reach_words *words, enum way way, str text)
{
	for (size_t i = 0; i < words->ntold[way]; i++)
		if (has_words(words, text, words->told[way][i]))
			return true;
	return false;
}

/* --- records ------------------------------------------------------------------------ */

/* Visiting hours are records of their own, which name the place. */
static bool is_place(const struct kind *kind)
{
	return str_eq(kind->name, S("locations"));
}

bool reach_concerns(const struct kind *kind, enum way way)
{
	const struct schema_node *root = schema_root(kind->schema);
	for (size_t i = 0; i < KEYS_OF_KIND && rows[way].keys[i]; i++)
		if (schema_property(root, str_of(rows[way].keys[i])))
			return true;
	return way == WAY_HOURS && is_place(kind);
}

/* An address without a street is only a town; a fax answers nobody. */
static bool is_usable(struct value item)
{
	bool address = value_get(item, S("city"), NULL).kind != VALUE_NONE;
	if (item.kind != VALUE_MAP)
		return value_is_true(item);
	if (address)
		return value_get_str(item, S("address_1")).len > 0;
	return !str_eq(value_get_str(item, S("type")), S("fax"));
}

static bool has_usable(struct value v)
{
	if (v.kind != VALUE_LIST)
		return value_is_true(v);
	for (size_t i = 0; i < value_count(v); i++)
		if (is_usable(v.list->items[i]))
			return true;
	return false;
}

static bool has_schedule(const struct record *record)
{
	for (size_t i = 0; i < record->nmentions; i++)
		if (str_eq(record->mentions[i].by->kind->name, S("schedules")) &&
			record->mentions[i].by->is_shown)
			return true;
	return false;
}

bool reach_has(const struct record *record, enum way way)
{
	for (size_t i = 0; i < KEYS_MAX && rows[way].keys[i]; i++)
		if (has_usable(
			    value_get(record_facts(record)->json, str_of(rows[way].keys[i]), NULL)))
			return true;
	return record->is_unreadable || (way == WAY_HOURS && has_schedule(record));
}

size_t reach_lacking(const struct record *const *records, size_t n, enum way way)
{
	size_t lacking = 0;
	for (size_t i = 0; i < n; i++)
		lacking += !reach_has(records[i], way);
	return lacking;
}
