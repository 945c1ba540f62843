/* Texts of records and front matter, which are no Markdown files: letters that were lost, and
 * languages that changed places. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "check/english.h"
#include "check/fact.h"
#include "diag/letters.h"
#include "diag/number.h"
#include "diag/price.h"
#include "diag/unfinished.h"
#include "locale/said_date.h"

/* In Latin letters names are written as they are at home; a sentence is longer, or has letters
 * that only its language has. */
#define NAME_MAX        40
#define MARKED_NAME_MAX 30
#define FOREIGN_MIN     4

/* Of a record. */
struct texts {
	const struct site *site;
	struct value whole;
	struct said_when when;
	bool has_days; /* of the record, in `when` */
	bool is_words; /* in a language; else the value of a field, of which its schema tells */
};

/* "Up to two hours." Names have no full stop, but for a short word's: "Vecumnieki, Bauskas nov." */
static bool is_sentence(str text)
{
	enum { SHORTENED_MAX = 4 };
	size_t first = str_find_char(text, ' '), last = str_rfind_char(text, ' ');
	return str_ends(text, S(".")) && first != last && text.len - last - 2 > SHORTENED_MAX;
}

/* Letters of the other alphabet, and hardly any of the language's own. */
static bool is_foreign(enum script script, str text)
{
	if (script_has_cyrillic(text) == (script == SCRIPT_CYRILLIC))
		return false;
	struct script_count count = script_count(text);
	if (script == SCRIPT_LATIN)
		return count.cyrillic >= FOREIGN_MIN && count.latin * 4 <= count.cyrillic;
	size_t least = is_sentence(text) ? FOREIGN_MIN : count.marked ? MARKED_NAME_MAX : NAME_MAX;
	return script == SCRIPT_CYRILLIC && count.latin >= least;
}

static void check_language(const struct language *language, struct value v, struct diags *diags)
{
	if (!language || v.kind != VALUE_STRING || !is_foreign(language->script, v.string))
		return;
	diag_add(diags, DIAG_TEXT_LANGUAGE, v.span,
		"this stands under '%.*s', and is written in other letters",
		STR_ARGS(language->code));
	diag_note(diags, SPAN_NONE, "was it pasted into the place of another language?");
}

static bool is_in_english(const struct language *language)
{
	return str_starts(language->tag, S("en"));
}

/* A portal without English may begin with English texts, as tilts init writes them. */
static bool has_english(const struct config *config)
{
	for (size_t i = 0; i < config->nlanguages; i++)
		if (is_in_english(&config->languages[i]))
			return true;
	return false;
}

/* Of languages in Latin letters only English is told apart. */
static void check_english(const struct config *config, const struct language *language,
	struct value v, struct diags *diags)
{
	if (!language || v.kind != VALUE_STRING || language->script != SCRIPT_LATIN ||
		is_in_english(language) || !english_is(v.string) || !has_english(config))
		return;
	diag_add(diags, DIAG_TEXT_LANGUAGE, v.span, "this stands under '%.*s', and is English",
		STR_ARGS(language->code));
	diag_note(diags, SPAN_NONE, "was it pasted into the place of another language?");
}

/* "-", "?", "null", "we do not know": readers would see it. */
static bool says_nothing(str text)
{
	static const str words[] = {STR_INIT("null"), STR_INIT("none"), STR_INIT("n/a"),
		STR_INIT("undefined"), STR_INIT("nezinu"), STR_INIT("nezinām"), STR_INIT("Nezinām"),
		STR_INIT("nav zināms"), STR_INIT("Nav zināms"), STR_INIT("nav zināma"),
		STR_INIT("Nav zināma"), STR_INIT("неизвестно"), STR_INIT("Неизвестно"),
		STR_INIT("не знаем")};
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (str_eq_nocase(text, words[i]))
			return true;
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool sign = c < 0xc0 ? !ascii_is_alnum((int)c) : c >= 0x2010 && c <= 0x203b;
		if (!sign)
			return false;
	}
	return text.len > 0;
}

static void check_nothing(struct value v, struct diags *diags)
{
	if (!says_nothing(str_trim(v.string)))
		return;
	diag_add(diags, DIAG_SCHEMA_LENGTH, v.span, "this text says nothing: '%.*s'",
		STR_ARGS(v.string));
	diag_note(diags, SPAN_NONE, "what nobody knows is null, without quotes");
}

static void check_letters(struct value v, struct diags *diags)
{
	str where;
	enum letters_fault fault = letters_find(v.string, &where);
	if (fault != LETTERS_GOOD)
		letters_report(diags, fault, v.span, where);
}

static void check_unfinished(struct value v, struct diags *diags)
{
	str words = unfinished_find(v.string);
	if (words.len)
		unfinished_report(diags, v.span, words);
}

static void add_strings(struct value v, struct buf *out)
{
	if (v.kind == VALUE_STRING)
		buf_add(out, v.string);
	buf_add_char(out, '\n');
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		add_strings(v.list->items[i], out);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++)
		add_strings(v.map->entries[i].value, out);
}

/* Nearly no date is wrong: only then the whole record is asked for its days. */
static void gather_days(struct texts *texts)
{
	struct buf strings;
	buf_init(&strings);
	add_strings(texts->whole, &strings);
	said_when_add(&texts->when, buf_str(&strings));
	buf_release(&strings);
	texts->has_days = true;
}

static bool find_wrong(const struct texts *texts, str text, struct said_date *out)
{
	struct said_search search = {.text = text, .when = &texts->when};
	return said_date_next_wrong(&search, out);
}

static void check_date(struct texts *texts, struct value v, struct diags *diags)
{
	struct said_date date;
	if (!texts->when.today.year || !find_wrong(texts, v.string, &date) ||
		(!texts->is_words && date.text.len == v.string.len))
		return;
	if (!texts->has_days)
		gather_days(texts);
	if (find_wrong(texts, v.string, &date))
		said_date_report(&date, v.span, diags);
}

static void check_price(const struct language *language, struct value v, struct diags *diags)
{
	if (!language || v.kind != VALUE_STRING || !price_follows(language->code))
		return;
	str price = price_find(v.string);
	if (price.len)
		price_report(diags, v.span, price);
}

static void check_string(struct texts *texts, struct value v, struct diags *diags)
{
	check_date(texts, v, diags);
	check_letters(v, diags);
	check_unfinished(v, diags);
	check_nothing(v, diags);
}

static void report_number(struct value v, str language, const struct number *lost,
	struct value original, struct diags *diags)
{
	diag_add(diags, DIAG_TRANSLATION_NUMBER, v.span,
		"the text under '%.*s' lacks '%.*s', which the original has", STR_ARGS(language),
		STR_ARGS(lost->text));
	diag_note(diags, original.span, "the original says it here");
	diag_note(diags, SPAN_NONE,
		"write it in digits, as there; if it is wrong there, correct the original");
}

static void check_translation(const struct value_entry *entry, const struct numbers *said,
	struct value original, struct diags *diags)
{
	const struct number *lost;
	struct numbers own = {0};
	numbers_find(&own, entry->value.string);
	if (numbers_missing(said, &own, NUMBER_TOLD, &lost, 1))
		report_number(entry->value, entry->key, lost, original, diags);
	numbers_release(&own);
}

static bool is_translation(const struct config *config, const struct value_entry *entry)
{
	const struct language *language = config_language(config, entry->key);
	return language && language->index > 0 && !language->of.len &&
	       entry->value.kind == VALUE_STRING && entry->value.string.len;
}

/* Texts of one value in several languages: all say the numbers that the first one says. */
static void check_numbers(
	const struct config *config, const struct value_map *map, struct diags *diags)
{
	const struct value_entry *original = value_map_find(map, config->languages[0].code);
	struct numbers said = {0};
	if (!original || original->value.kind != VALUE_STRING)
		return;
	numbers_find(&said, original->value.string);
	for (size_t i = 0; said.list.len && i < map->len; i++)
		if (is_translation(config, &map->entries[i]))
			check_translation(&map->entries[i], &said, original->value, diags);
	numbers_release(&said);
}

static void check_value(struct texts *texts, struct value v, struct diags *diags)
{
	if (v.kind == VALUE_STRING)
		check_string(texts, v, diags);
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		check_value(texts, v.list->items[i], diags);
	if (v.kind == VALUE_MAP)
		check_numbers(&texts->site->config, v.map, diags);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct language *language = config_language(&texts->site->config, entry->key);
		check_language(language, entry->value, diags);
		check_english(&texts->site->config, language, entry->value, diags);
		check_price(language, entry->value, diags);
		texts->is_words = language != NULL;
		check_value(texts, entry->value, diags);
	}
}

void texts_check_record(const struct site *site, const struct record *record, struct diags *diags)
{
	struct texts texts = {.site = site, .whole = record_facts(record)->json};
	if (!day_parse(site->today, &texts.when.today))
		texts.when.today.year = 0;
	check_value(&texts, texts.whole, diags);
}

/* Nothing reads Markdown there: "**Zvani**" in the tab of a browser, in lists, in feeds. */
static void check_marks(struct value v, struct diags *diags)
{
	static const str marks[] = {STR_INIT("**"), STR_INIT("]("), STR_INIT("`")};
	for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
		if (str_find(v.string, marks[i]) == STR_NONE)
			continue;
		diag_add(diags, DIAG_MARKUP_UNREAD, v.span,
			"readers would see the signs of Markdown here: '%.*s'", STR_ARGS(marks[i]));
		diag_note(diags, SPAN_NONE, "write the words alone");
		return;
	}
}

void texts_check_page(const struct page *page, struct diags *diags)
{
	static const str keys[] = {STR_INIT("title"), STR_INIT("description")};
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct value v = value_get(page_texts(page)->front, keys[i], NULL);
		if (v.kind != VALUE_STRING)
			continue;
		check_letters(v, diags);
		check_unfinished(v, diags);
		check_language(page->language, v, diags);
		check_marks(v, diags);
	}
}
