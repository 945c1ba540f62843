#include "model/record.h"

const struct record *kind_find(const struct kind *kind, str id)
{
	return map_get(&kind->by_id, id);
}

str record_title(
	const struct record *record, const struct config *config, const struct language *language)
{
	static const str keys[] = {STR_INIT("name"), STR_INIT("title"), STR_INIT("text")};
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		str title = config_text(config,
			value_get(record_facts(record)->json, keys[i], NULL), language, NULL);
		if (title.len)
			return title;
	}
	return record->id;
}

struct value record_at(const struct record *record, str path, struct arena *arena)
{
	struct value v = value_get_path(record->facts_.json, path, arena);
	bool plain =
		str_find_char(path, '.') == STR_NONE && v.kind != VALUE_MAP && v.kind != VALUE_LIST;
	if (plain)
		reading_note_record(record->number);
	else
		reading_note(INPUT_RECORD, record->number);
	return v;
}

bool record_tells(const struct record *record, str key)
{
	static const str told[] = {STR_INIT("name"), STR_INIT("title"), STR_INIT("id"),
		STR_INIT("check_by"), STR_INIT("checked_on"), STR_INIT("checked_how"),
		STR_INIT("source")};
	for (size_t i = 0; record->is_hidden && i < ARRAY_LEN(told); i++)
		if (str_eq(told[i], key))
			return true;
	return !record->is_hidden;
}

str record_phone(const struct record *record)
{
	struct value facts = record_facts(record)->json;
	struct value phones = value_get(facts, S("phones"), NULL);
	str number = record_tells(record, S("number")) ? value_get_str(facts, S("number")) : S("");
	if (number.len || !value_count(phones) || !record_tells(record, S("phones")))
		return number;
	return value_get_str(value_at(phones, 0, NULL), S("number"));
}
