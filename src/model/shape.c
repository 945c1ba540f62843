#include "model/shape.h"

#include "base/address.h"
#include "base/messages.h"
#include "base/slug.h"
#include "value/format_meant.h"

#define SUGGESTIONS_MAX 64
#define QUOTE_MAX       60 /* bytes of a value in a message */

static bool map_of_strings(struct value v)
{
	if (v.kind != VALUE_MAP)
		return false;
	for (size_t i = 0; i < v.map->len; i++)
		if (v.map->entries[i].value.kind != VALUE_STRING)
			return false;
	return true;
}

static bool is_word(const char *const *words, struct value v)
{
	for (; v.kind == VALUE_STRING && *words; words++)
		if (str_eq(v.string, str_of(*words)))
			return true;
	return false;
}

static bool has_web_scheme(struct value v)
{
	return v.kind == VALUE_STRING &&
	       (str_starts(v.string, S("https://")) || str_starts(v.string, S("http://")));
}

static bool is_web(struct value v)
{
	return has_web_scheme(v) && format_accepts(FORMAT_URI, v.string);
}

static bool is_server(struct value v)
{
	return is_web(v) || (has_web_scheme(v) && address_check(v.string) == ADDRESS_NEAR);
}

static bool fits(const struct shape_row *row, struct value v)
{
	switch (row->type) {
	case SHAPE_STRING:
	case SHAPE_FILLED:
		return v.kind == VALUE_STRING;
	case SHAPE_TEXT:
		return v.kind == VALUE_STRING || map_of_strings(v);
	case SHAPE_WEB:
		return is_web(v);
	case SHAPE_SERVER:
		return is_server(v);
	case SHAPE_DATE:
		return v.kind == VALUE_STRING && format_accepts(FORMAT_DATE, v.string);
	case SHAPE_INT:
		return v.kind == VALUE_INT;
	case SHAPE_BOOL:
		return v.kind == VALUE_BOOL;
	case SHAPE_STRINGS:
	case SHAPE_OBJECTS:
		return v.kind == VALUE_LIST;
	case SHAPE_OBJECT:
		return v.kind == VALUE_MAP;
	case SHAPE_WORD:
		return is_word(row->words, v);
	case SHAPE_ANY:
		return true;
	}
	return true;
}

static const char *const EXPECTED[] = {
	[SHAPE_STRING] = N_("text"),
	[SHAPE_FILLED] = N_("text"),
	[SHAPE_TEXT] = N_("text, or an object with one text a language"),
	[SHAPE_WEB] = N_("a whole address, https://www.example.lv/page"),
	[SHAPE_SERVER] = N_("a whole address, https://www.example.lv/page"),
	[SHAPE_DATE] = N_("a day that exists, written as 2026-12-24"),
	[SHAPE_INT] = N_("a whole number"),
	[SHAPE_BOOL] = N_("true or false"),
	[SHAPE_STRINGS] = N_("a list of texts, [like, this]"),
	[SHAPE_OBJECT] = N_("an object"),
	[SHAPE_OBJECTS] = N_("a list of objects"),
	[SHAPE_WORD] = N_("one of the known words"),
	[SHAPE_ANY] = NULL,
};

static void note_words(const char *const *words, struct diags *diags)
{
	struct buf list;
	buf_init(&list);
	for (size_t i = 0; words[i]; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", words[i]);
	diag_note(diags, SPAN_NONE, "known words: %s", list.data);
	buf_release(&list);
}

/* Nothing stands behind the key, or "" where that says nothing. */
static bool is_blank(const struct shape_row *row, struct value v)
{
	bool filled = row->type == SHAPE_FILLED || row->type == SHAPE_TEXT;
	return (v.kind == VALUE_NULL && row->type != SHAPE_ANY) ||
	       (filled && v.kind == VALUE_STRING && str_trim(v.string).len == 0);
}

static void report_blank(
	const struct shape *shape, const struct shape_row *row, struct value v, struct diags *diags)
{
	diag_add(diags, row->required ? DIAG_KEY_MISSING : DIAG_KEY_TYPE, v.span,
		"'%.*s' in %s is empty", STR_ARGS(row->key), _(shape->what));
	if (row->required)
		diag_note(diags, SPAN_NONE, "%s", _(row->help));
	else
		diag_note(diags, SPAN_NONE, "write something behind it, or take the line out: %s",
			_(row->help));
}

/* What stands there, as one would say it. */
static str found(struct value v, struct arena *arena)
{
	static const char *const nouns[] = {[VALUE_NONE] = N_("nothing"),
		[VALUE_NULL] = "null",
		[VALUE_INT] = N_("a whole number"),
		[VALUE_REAL] = N_("a number with decimals"),
		[VALUE_LIST] = N_("a list"),
		[VALUE_MAP] = N_("an object")};
	if (v.kind == VALUE_BOOL)
		return v.boolean ? S("true") : S("false");
	if (v.kind != VALUE_STRING)
		return str_of(v.kind == VALUE_NULL ? nouns[v.kind] : _(nouns[v.kind]));
	return v.string.len > QUOTE_MAX ? str_of(_("a long text"))
					: arena_printf(arena, "'%.*s'", STR_ARGS(v.string));
}

static bool check_items(const struct shape *shape, const struct shape_row *row, struct value list,
	struct diags *diags)
{
	bool ok = true, texts = row->type == SHAPE_STRINGS;
	for (size_t i = 0; i < value_count(list); i++) {
		struct value item = list.list->items[i];
		if (item.kind == (texts ? VALUE_STRING : VALUE_MAP)) {
			ok &= !row->inside || shape_check(row->inside, item, item.span, diags);
			continue;
		}
		diag_add(diags, DIAG_KEY_TYPE, item.span, "an item of '%.*s' in %s is %.*s, not %s",
			STR_ARGS(row->key), _(shape->what), STR_ARGS(found(item, &diags->arena)),
			texts ? _("text") : _("an object"));
		if (texts)
			diag_note(diags, SPAN_NONE, "put it in quotes");
		ok = false;
	}
	return ok;
}

static bool check_inside(
	const struct shape *shape, const struct shape_row *row, struct value v, struct diags *diags)
{
	if (row->type == SHAPE_STRINGS || row->type == SHAPE_OBJECTS)
		return check_items(shape, row, v, diags);
	return !row->inside || shape_check(row->inside, v, v.span, diags);
}

/* What was meant by a value in another form; "" when nobody can tell. */
static str meant_value(const struct shape_row *row, str text, struct arena *arena)
{
	static const struct {
		str word, meant;
	} bools[] = {{STR_INIT("yes"), STR_INIT("true")}, {STR_INIT("jā"), STR_INIT("true")},
		{STR_INIT("да"), STR_INIT("true")}, {STR_INIT("no"), STR_INIT("false")},
		{STR_INIT("nē"), STR_INIT("false")}, {STR_INIT("нет"), STR_INIT("false")},
		{STR_INIT("True"), STR_INIT("true")}, {STR_INIT("False"), STR_INIT("false")}};
	if (row->type == SHAPE_DATE)
		return format_meant(FORMAT_DATE, text, arena);
	if (row->type == SHAPE_WEB)
		return format_meant(FORMAT_URI, text, arena);
	for (size_t i = 0; row->type == SHAPE_BOOL && i < ARRAY_LEN(bools); i++)
		if (str_eq(text, bools[i].word))
			return bools[i].meant;
	return S("");
}

static bool check_value(
	const struct shape *shape, const struct shape_row *row, struct value v, struct diags *diags)
{
	if (is_blank(row, v)) {
		report_blank(shape, row, v, diags);
		return false;
	}
	if (fits(row, v))
		return check_inside(shape, row, v, diags);
	diag_add(diags, DIAG_KEY_TYPE, v.span, "'%.*s' in %s wants %s, not %.*s",
		STR_ARGS(row->key), _(shape->what), _(EXPECTED[row->type]),
		STR_ARGS(found(v, &diags->arena)));
	if (v.kind == VALUE_STRING)
		diag_nearest(diags, meant_value(row, v.string, &diags->arena));
	if (row->words)
		note_words(row->words, diags);
	else
		diag_note(diags, SPAN_NONE, "%s", _(row->help));
	return false;
}

static const struct shape_row *find_row(const struct shape *shape, str key)
{
	for (size_t i = 0; i < shape->nrows; i++)
		if (str_eq(shape->rows[i].key, key))
			return &shape->rows[i];
	return NULL;
}

static void note_known(const struct shape *shape, struct diags *diags)
{
	struct buf list;
	buf_init(&list);
	for (size_t i = 0; i < shape->nrows; i++)
		buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARGS(shape->rows[i].key));
	diag_note(diags, SPAN_NONE, "known keys: %s", list.data);
	buf_release(&list);
}

/* What editors write in their own language, and the key for it. */
static const struct {
	str word;
	str key;
} translated[] = {{STR_INIT("virsraksts"), STR_INIT("title")},
	{STR_INIT("nosaukums"), STR_INIT("title")}, {STR_INIT("apraksts"), STR_INIT("description")},
	{STR_INIT("atslēgvārdi"), STR_INIT("keywords")},
	{STR_INIT("ключевые слова"), STR_INIT("keywords")}, {STR_INIT("datums"), STR_INIT("date")},
	{STR_INIT("secība"), STR_INIT("order")}, {STR_INIT("melnraksts"), STR_INIT("draft")},
	{STR_INIT("avoti"), STR_INIT("sources")}, {STR_INIT("veidne"), STR_INIT("template")},
	{STR_INIT("заголовок"), STR_INIT("title")}, {STR_INIT("название"), STR_INIT("title")},
	{STR_INIT("описание"), STR_INIT("description")}, {STR_INIT("дата"), STR_INIT("date")},
	{STR_INIT("порядок"), STR_INIT("order")}, {STR_INIT("черновик"), STR_INIT("draft")},
	{STR_INIT("источники"), STR_INIT("sources")}};

/* Whichever letters are capitals, and with marks or without. */
static str translation_of(const struct shape *shape, str word)
{
	struct arena scratch;
	str key = S("");
	arena_init(&scratch);
	str slug = slug_make(&scratch, word);
	for (size_t i = 0; i < ARRAY_LEN(translated) && !key.len; i++)
		if (str_eq(slug, slug_make(&scratch, translated[i].word)) &&
			find_row(shape, translated[i].key))
			key = translated[i].key;
	arena_release(&scratch);
	return key;
}

/* The key that was meant by one that is none; "" when nobody can tell. */
static str meant_key(const struct shape *shape, str key)
{
	str known[SUGGESTIONS_MAX], translation = translation_of(shape, key);
	size_t n = 0;
	if (translation.len)
		return translation;
	for (; n < shape->nrows && n < SUGGESTIONS_MAX; n++)
		known[n] = shape->rows[n].key;
	return str_nearest(key, known, n);
}

static void report_unknown(
	const struct shape *shape, const struct value_entry *entry, struct diags *diags)
{
	str meant = meant_key(shape, entry->key);
	diag_add(diags, DIAG_KEY_UNKNOWN, entry->key_span, "unknown key '%.*s' in %s",
		STR_ARGS(entry->key), _(shape->what));
	diag_nearest(diags, meant);
	if (!meant.len)
		note_known(shape, diags);
}

/* "Title": one slip is one message, that of the key that is none. */
static bool is_misspelt(const struct shape *shape, struct value v, str wanted)
{
	for (size_t i = 0; i < v.map->len && i < SUGGESTIONS_MAX; i++) {
		str key = v.map->entries[i].key;
		if (!find_row(shape, key) && str_eq(meant_key(shape, key), wanted))
			return true;
	}
	return false;
}

static bool check_present(
	const struct shape *shape, struct value v, struct span whole, struct diags *diags)
{
	bool ok = true;
	for (size_t i = 0; i < shape->nrows; i++) {
		const struct shape_row *row = &shape->rows[i];
		if (!row->required || value_map_find(v.map, row->key))
			continue;
		ok = false;
		if (is_misspelt(shape, v, row->key))
			continue;
		diag_add(diags, DIAG_KEY_MISSING, whole, "'%.*s' is missing in %s",
			STR_ARGS(row->key), _(shape->what));
		diag_note(diags, SPAN_NONE, "%s", _(row->help));
	}
	return ok;
}

bool shape_check(const struct shape *shape, struct value v, struct span whole, struct diags *diags)
{
	if (v.kind != VALUE_MAP) {
		diag_add(diags, DIAG_KEY_TYPE, whole, "%s wants keys and values, not %s",
			_(shape->what), value_kind_name(v));
		return false;
	}
	bool ok = check_present(shape, v, whole, diags);
	for (size_t i = 0; i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct shape_row *row = find_row(shape, entry->key);
		if (row)
			ok &= check_value(shape, row, entry->value, diags);
		else
			report_unknown(shape, entry, diags);
		ok &= row != NULL;
	}
	return ok;
}
