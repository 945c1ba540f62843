#include "value/schema_said.h"

#include "base/messages.h"

struct schema_said schema_said_begin(struct schema_languages languages, struct arena *arena)
{
	return (struct schema_said){
		languages, arena_zalloc(arena, languages.len * sizeof(struct schema_lack))};
}

static struct value look_up(const struct schema_language *language, str text)
{
	const struct value_entry *entry = value_map_find(language->texts, text);
	return entry ? entry->value : value_none();
}

static void note_lack(struct schema_lack *lack, struct value text)
{
	if (lack->n++ == 0)
		lack->first = text.span;
}

str schema_said_take(struct schema_said *said, struct value text)
{
	str taken = text.string;
	for (size_t i = 0; i < said->languages.len && text.string.len; i++) {
		const struct schema_language *language = &said->languages.items[i];
		struct value other = look_up(language, text.string);
		/* What is no text was told when the table was read. */
		if (other.kind == VALUE_NONE || (other.kind == VALUE_STRING && !other.string.len))
			note_lack(&said->lacks[i], text);
		else if (language->in_use && other.kind == VALUE_STRING)
			taken = other.string;
	}
	return taken;
}

const str *schema_said_all(
	const struct schema_said *said, str text, struct arena *arena, size_t *len)
{
	str *all = ARENA_ARRAY(arena, str, said->languages.len + 1);
	all[0] = text;
	*len = 1;
	for (size_t i = 0; i < said->languages.len; i++) {
		struct value other = look_up(&said->languages.items[i], text);
		if (other.kind == VALUE_STRING)
			all[(*len)++] = other.string;
	}
	return all;
}

void schema_said_report(const struct schema_said *said, struct diags *diags)
{
	for (size_t i = 0; i < said->languages.len; i++) {
		const struct schema_lack *lack = &said->lacks[i];
		str file = said->languages.items[i].file;
		if (!lack->n)
			continue;
		diag_add(diags, DIAG_SCHEMA_UNTRANSLATED, lack->first,
			"this text is not translated in %.*s", STR_ARGS(file));
		if (lack->n > 1)
			diag_note(diags, SPAN_NONE, "texts of this schema that are not: %zu",
				lack->n);
		diag_note(diags, SPAN_NONE,
			"add a line there: this text, a colon, and how editors of that language "
			"would say it");
	}
}

const struct value_map *schema_said_read(struct value json, struct diags *diags)
{
	if (json.kind != VALUE_MAP) {
		diag_add(diags, DIAG_SCHEMA_SHAPE, json.span, "expected an object { }, found %s",
			value_kind_name(json));
		return NULL;
	}
	for (size_t i = 0; i < json.map->len; i++) {
		struct value text = json.map->entries[i].value;
		if (text.kind != VALUE_STRING)
			diag_add(diags, DIAG_SCHEMA_SHAPE, text.span,
				"'%.*s' must be %s, this is %s", STR_ARGS(json.map->entries[i].key),
				_("text"), value_kind_name(text));
	}
	return json.map;
}
