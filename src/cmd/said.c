#include "cmd/said.h"

#include <errno.h>

#include "cmd/command.h"
#include "value/json.h"
#include "value/json_write.h"

#define LATVIAN 0
const str said_languages[SAID_LANGUAGES] = {STR_INIT("lv"), STR_INIT("ru"), STR_INIT("en")};

/* The spans are places in the text. */
static bool parse(struct arena *arena, str text, struct value *out)
{
	struct diags ignored;
	diags_init(&ignored);
	bool ok = json_parse(arena, text, 1, &ignored, out);
	diags_release(&ignored);
	return ok;
}

static int read_table(struct said *said, size_t i, const char **failed)
{
	struct buf text;
	*failed = arena_cstr(said->arena,
		arena_printf(said->arena, "said/%.*s.json", STR_ARGS(said_languages[i])));
	buf_init(&text);
	int error = read_shared_file(*failed, &text);
	if (!error && !parse(said->arena, buf_str(&text), &said->tables[i]))
		error = EINVAL;
	buf_release(&text);
	return error;
}

int said_open(struct said *said, str own, struct arena *arena, const char **failed)
{
	int error = 0;
	*said = (struct said){.arena = arena};
	for (size_t i = 0; i < SAID_LANGUAGES && !error; i++) {
		if (str_eq(said_languages[i], own))
			said->own = i;
		if (i != LATVIAN)
			error = read_table(said, i, failed);
	}
	return error;
}

void said_release(struct said *said)
{
	map_release(&said->seen);
}

static str text_in(const struct said *said, size_t language, str text)
{
	struct value other = value_get(said->tables[language], text, NULL);
	return other.kind == VALUE_STRING ? other.string : text;
}

/* --- a schema ------------------------------------------------------------------------------ */

struct turning {
	struct said *said;
	str from;
	size_t done; /* bytes of it that are written */
	struct buf to;
};

static void turn_text(struct turning *t, struct value text)
{
	map_put(&t->said->seen, text.string, t);
	buf_add(&t->to, str_sub(t->from, t->done, text.span.start));
	json_write_string(&t->to, text_in(t->said, t->said->own, text.string));
	t->done = text.span.end;
}

static bool holds_names(str key)
{
	return str_eq(key, S("properties")) || str_eq(key, S("patternProperties")) ||
	       str_eq(key, S("$defs"));
}

/* `names`: the members are called as somebody liked, and "title" is a field. */
static void turn(struct turning *t, struct value node, bool names)
{
	for (size_t i = 0; node.kind == VALUE_LIST && i < node.list->len; i++)
		turn(t, node.list->items[i], false);
	for (size_t i = 0; node.kind == VALUE_MAP && i < node.map->len; i++) {
		str key = node.map->entries[i].key;
		struct value v = node.map->entries[i].value;
		bool is_said = !names && (str_eq(key, S("title")) || str_eq(key, S("description")));
		if (is_said && v.kind == VALUE_STRING)
			turn_text(t, v);
		else
			turn(t, v, !names && holds_names(key));
	}
}

str said_schema(struct said *said, str schema)
{
	struct turning t = {.said = said, .from = schema};
	struct value document;
	if (!parse(said->arena, schema, &document))
		return schema;
	buf_init(&t.to);
	turn(&t, document, false);
	buf_add(&t.to, str_from(schema, t.done));
	str turned = arena_str(said->arena, buf_str(&t.to));
	buf_release(&t.to);
	return turned;
}

/* --- a table ------------------------------------------------------------------------------- */

/* Two texts may be one in another language. */
static void write_row(
	const struct said *said, size_t language, str text, struct map *keys, struct json_writer *w)
{
	str key = text_in(said, said->own, text);
	if (map_has(keys, key))
		return;
	map_put(keys, key, w);
	json_key(w, key);
	json_string(w, text_in(said, language, text));
}

str said_table(const struct said *said, size_t language)
{
	struct buf out;
	struct map keys = {0};
	if (language == said->own)
		return S("");
	buf_init(&out);
	struct json_writer w = json_writer(&out, 2);
	json_begin_object(&w);
	for (size_t i = 0; i < said->seen.len; i++)
		write_row(said, language, said->seen.entries[i].key, &keys, &w);
	json_end_object(&w);
	buf_add_char(&out, '\n');
	str table = arena_str(said->arena, buf_str(&out));
	buf_release(&out);
	map_release(&keys);
	return table;
}
