/* Texts of records and front matter, which are no Markdown files: letters that were lost, and
 * languages that changed places. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "check/fact.h"
#include "diag/letters.h"
#include "diag/unfinished.h"

/* In Latin letters names are written as they are at home; a sentence is longer, or has letters
 * that only its language has. */
#define NAME_MAX        40
#define MARKED_NAME_MAX 30
#define FOREIGN_MIN     4

/* Letters of the other alphabet, and hardly any of the language's own. */
static bool is_foreign(enum script script, str text)
{
	if (script_has_cyrillic(text) == (script == SCRIPT_CYRILLIC))
		return false;
	struct script_count count = script_count(text);
	if (script == SCRIPT_LATIN)
		return count.cyrillic >= FOREIGN_MIN && count.latin * 4 <= count.cyrillic;
	size_t least = count.marked ? MARKED_NAME_MAX : NAME_MAX;
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

static void check_string(struct value v, struct diags *diags)
{
	check_letters(v, diags);
	check_unfinished(v, diags);
	check_nothing(v, diags);
}

static void check_value(const struct config *config, struct value v, struct diags *diags)
{
	if (v.kind == VALUE_STRING)
		check_string(v, diags);
	for (size_t i = 0; v.kind == VALUE_LIST && i < v.list->len; i++)
		check_value(config, v.list->items[i], diags);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		check_language(config_language(config, entry->key), entry->value, diags);
		check_value(config, entry->value, diags);
	}
}

void texts_check_record(const struct site *site, const struct record *record, struct diags *diags)
{
	check_value(&site->config, record_facts(record)->json, diags);
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
	}
}
