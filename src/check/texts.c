/* Texts of records and front matter, which are no Markdown files: letters that were lost, and
 * languages that changed places. */
#include "check/fact.h"
#include "diag/letters.h"

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

static void check_letters(struct value v, struct diags *diags)
{
	str where;
	enum letters_fault fault = letters_find(v.string, &where);
	if (fault != LETTERS_GOOD)
		letters_report(diags, fault, v.span, where);
}

static void check_value(const struct config *config, struct value v, struct diags *diags)
{
	if (v.kind == VALUE_STRING)
		check_letters(v, diags);
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
		check_language(page->language, v, diags);
	}
}
