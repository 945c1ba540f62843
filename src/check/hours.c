/*
 * Hours in a record's texts: 17.00 stays in a note when the hour in its field becomes 18:00. An
 * hour is looked for among those of the record, of its place and organization, and of all that
 * name these; records of which no hours are known are not asked.
 */
#include <string.h>

#include "base/ascii.h"
#include "check/fact.h"
#include "model/reader.h"

/* Minutes since midnight at which something begins or ends; 24:00 is the last. */
enum { MINUTES = 24 * 60 + 1 };

struct hours {
	const struct site *site;
	const struct record *record;
	struct diags *diags;
	struct arena arena;
	bool known[MINUTES];
	bool has;          /* any of them */
	bool unsure;       /* a record can't be read: it may name this one, and hold the hour */
	bool asked_around; /* those of its place and of who names it are among them */
};

static int number_at(str text, size_t at, size_t len)
{
	int n = 0;
	for (size_t i = at; i < at + len; i++) {
		if (i >= text.len || !ascii_is_digit(text.ptr[i]))
			return -1;
		n = n * 10 + text.ptr[i] - '0';
	}
	return n;
}

static int minutes_of(int hour, int minute)
{
	bool can_be = hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute < MINUTES;
	return can_be ? hour * 60 + minute : -1;
}

/* --- what is known ------------------------------------------------------------------------ */

/* Schemas have no format of their own for hours: what is "14:00" is one. */
static void add_hours(struct hours *hours, struct value v)
{
	if (v.kind == VALUE_STRING && v.string.len == 5 && v.string.ptr[2] == ':') {
		int minutes = minutes_of(number_at(v.string, 0, 2), number_at(v.string, 3, 2));
		if (minutes >= 0)
			hours->has = hours->known[minutes] = true;
	}
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		add_hours(hours, v.list->items[i]);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++)
		add_hours(hours, v.map->entries[i].value);
}

static void add_around(struct hours *hours, const struct record *record)
{
	add_hours(hours, record_facts(record)->json);
	for (size_t i = 0; i < record->nmentions; i++)
		add_hours(hours, record_facts(record->mentions[i].by)->json);
}

static void follow(void *ctx, const struct schema_node *node, struct value v)
{
	struct hours *hours = ctx;
	bool leads = str_eq(node->kind, S("locations")) || str_eq(node->kind, S("organizations"));
	const struct kind *kind = leads ? site_kind(hours->site, node->kind) : NULL;
	const struct record *other =
		kind && v.kind == VALUE_STRING ? kind_find(kind, v.string) : NULL;
	if (other)
		add_around(hours, other);
}

/* Few records have an hour in a text that is not in a field beside it. */
static void ask_around(struct hours *hours)
{
	const struct record *record = hours->record;
	if (hours->asked_around)
		return;
	hours->asked_around = true;
	hours->unsure = site_is_unsure(hours->site);
	add_around(hours, record);
	schema_walk(schema_root(record->kind->schema), record_facts(record)->json, follow, hours);
}

/* --- what stands in texts ----------------------------------------------------------------- */

/* "12.05." is a day; so is "12.05.2026". "17.00." is the end of a sentence. */
static bool may_be_day(str text, size_t end, int minute)
{
	str rest = str_from(text, end);
	bool parted = rest.len > 1 && strchr(".,:", rest.ptr[0]) && ascii_is_digit(rest.ptr[1]);
	return parted || (str_starts(rest, S(".")) && minute >= 1 && minute <= 12);
}

/* "3.30 eiro" is a price. */
static bool may_be_price(str text, size_t end)
{
	static const str words[] = {
		STR_INIT("€"), STR_INIT("EUR"), STR_INIT("eir"), STR_INIT("eur"), STR_INIT("евро")};
	static const str spaces[] = {STR_INIT(" "), STR_INIT("\u00a0")};
	str rest = str_from(text, end);
	for (size_t i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++)
		if (str_starts(rest, spaces[i]))
			rest = str_from(rest, spaces[i].len);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts(rest, words[i]))
			return true;
	return false;
}

/* One or two digits, the sign, two digits, and nothing more that belongs to a number. Empty: no
 * hour begins there. */
static str hour_at(str text, size_t at, str sign, int *minutes)
{
	size_t digits = 0;
	while (digits < 3 && number_at(text, at + digits, 1) >= 0)
		digits++;
	size_t behind = at + digits + sign.len, end = behind + 2;
	int minute = number_at(text, behind, 2);
	bool stands = (digits == 1 || digits == 2) && minute >= 0 &&
		      str_starts(str_from(text, at + digits), sign) && number_at(text, end, 1) < 0;
	*minutes = stands ? minutes_of(number_at(text, at, digits), minute) : -1;
	return *minutes >= 0 && !may_be_day(text, end, minute) && !may_be_price(text, end)
		       ? str_sub(text, at, end)
		       : S("");
}

static void check_text(struct hours *hours, struct value v, str sign)
{
	str text = v.string, hour;
	int minutes;
	for (size_t i = 0; sign.len && i < text.len; i += hour.len ? hour.len : 1) {
		hour = S("");
		if (!ascii_is_digit(text.ptr[i]) ||
			(i && (ascii_is_digit(text.ptr[i - 1]) || strchr(".,:/", text.ptr[i - 1]))))
			continue;
		hour = hour_at(text, i, sign, &minutes);
		if (!hour.len || hours->known[minutes])
			continue;
		ask_around(hours);
		if (!hours->has || hours->unsure || hours->known[minutes])
			continue;
		diag_add(hours->diags, DIAG_HOURS_LOST, v.span,
			"no hours of this record or of its place are '%.*s'", STR_ARGS(hour));
		diag_note(hours->diags, SPAN_NONE,
			"correct it in the text or in its field; if both are right, the record "
			"says so in 'accepted'");
	}
}

static str sign_of(struct hours *hours, str code)
{
	const struct language *language = config_language(&hours->site->config, code);
	struct reader reader = {hours->site, language, &hours->arena};
	return language ? reader_word(&reader, S("time_sign")) : S("");
}

static void look(void *ctx, const struct schema_node *node, struct value v)
{
	struct hours *hours = ctx;
	if (!node->is_text)
		return;
	if (v.kind == VALUE_STRING)
		check_text(hours, v, sign_of(hours, hours->site->config.languages[0].code));
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		if (entry->value.kind == VALUE_STRING)
			check_text(hours, entry->value, sign_of(hours, entry->key));
	}
}

void hours_check(const struct site *site, const struct record *record, struct diags *diags)
{
	struct hours hours = {.site = site, .record = record, .diags = diags};
	arena_init(&hours.arena);
	add_hours(&hours, record_facts(record)->json);
	schema_walk(schema_root(record->kind->schema), record_facts(record)->json, look, &hours);
	arena_release(&hours.arena);
}
