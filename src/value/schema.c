/*
 * From a schema's JSON to nodes. Each word of JSON Schema is a row of a table:
 * its name, what its value must be, and who reads it into which field.
 */
#include "value/schema.h"

#include <math.h>

#include "value/pattern.h"
#include "value/schema_reference.h"

#define DRAFT "https://json-schema.org/draft/2020-12/schema"

/* Of properties, definitions, choices: a bound for schemas made to be slow. */
#define NAMES_MAX 1000

struct schema {
	struct schema_node *root;
};

struct compiler {
	struct arena *arena;
	struct diags *diags;
	struct schema_said said;
	struct schema_references references;
};

struct word;
typedef void read_fn(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v);

struct word {
	str name;
	unsigned kinds; /* bits 1 << enum value_kind that its value may have */
	read_fn *read;  /* NULL: without effect */
	size_t field;   /* where the plain readers put the value */
};

/* --- plain words -------------------------------------------------------------------- */

static void *field_of(struct schema_node *node, const struct word *word)
{
	return (char *)node + word->field;
}

static void read_text(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(c);
	*(str *)field_of(node, word) = v.string;
}

static void read_title(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	node->title = schema_said_take(&c->said, v);
	node->titles = schema_said_all(&c->said, v.string, c->arena, &node->ntitles);
}

static void read_description(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	node->description = schema_said_take(&c->said, v);
}

static void read_flag(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(c);
	*(bool *)field_of(node, word) = v.boolean;
}

static void read_value(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(c);
	*(struct value *)field_of(node, word) = v;
}

static void read_number(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(c);
	*(double *)field_of(node, word) = value_number(v);
}

static void read_size(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	if (v.integer < 0)
		diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span, "'%.*s' can't be below 0",
			STR_ARGS(word->name));
	else
		*(size_t *)field_of(node, word) = (size_t)v.integer;
}

static bool is_bounded(struct compiler *c, struct value v, size_t n)
{
	if (n <= NAMES_MAX)
		return true;
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span, "more than %d are too many here", NAMES_MAX);
	return false;
}

static bool is_filled_and_bounded(struct compiler *c, struct value v)
{
	if (v.list->len > 0)
		return is_bounded(c, v, v.list->len);
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span, "at least one must stand here");
	return false;
}

/* --- words with a meaning of their own ---------------------------------------------- */

#define KIND(kind) (1u << VALUE_##kind)
#define ANY_NUMBER (KIND(INT) | KIND(REAL))
#define ANY_SCALAR (KIND(NULL) | KIND(BOOL) | ANY_NUMBER | KIND(STRING))
#define ANY        (ANY_SCALAR | KIND(LIST) | KIND(MAP))

static unsigned type_of_name(struct compiler *c, struct value name)
{
	static const str names[] = {STR_INIT("null"), STR_INIT("boolean"), STR_INIT("integer"),
		STR_INIT("number"), STR_INIT("string"), STR_INIT("array"), STR_INIT("object")};
	static const unsigned kinds[] = {
		KIND(NULL), KIND(BOOL), KIND(INT), ANY_NUMBER, KIND(STRING), KIND(LIST), KIND(MAP)};
	for (size_t i = 0; name.kind == VALUE_STRING && i < ARRAY_LEN(names); i++)
		if (str_eq(names[i], name.string))
			return kinds[i];
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, name.span, "this is no type");
	diag_note(c->diags, SPAN_NONE,
		"the types are null, boolean, integer, number, string, array, object");
	return 0;
}

static void read_type(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	if (v.kind == VALUE_STRING) {
		node->types = type_of_name(c, v);
		return;
	}
	for (size_t i = 0; i < v.list->len; i++)
		node->types |= type_of_name(c, v.list->items[i]);
}

/* The 'time' of JSON Schema is RFC 3339's: "10:00" is none to any other validator. */
static void refuse_time(struct compiler *c, struct value v)
{
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span,
		"a 'time' of JSON Schema has seconds and an offset: 10:00:00Z");
	diag_note(c->diags, SPAN_NONE, "for 10:00 write \"pattern\": \"%s\"",
		"^([01][0-9]|2[0-3]):[0-5][0-9]$");
}

static void read_format(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	node->format = format_find(v.string);
	if (node->format == FORMAT_TIME)
		refuse_time(c, v);
	if (node->format != FORMAT_NONE)
		return;
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span, "no format '%.*s'", STR_ARGS(v.string));
	diag_suggest(c->diags, v.string, format_names(), FORMAT_COUNT - 1);
}

static void read_pattern(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	node->pattern = pattern_compile(c->arena, v.string, v.span, c->diags);
}

static void read_enum(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	node->choices = v.list;
	is_filled_and_bounded(c, v);
	for (size_t i = 0; i < v.list->len; i++)
		if (!(ANY_SCALAR & 1u << v.list->items[i].kind))
			diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.list->items[i].span,
				"'enum' can't hold lists or objects");
}

static void read_draft(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(node);
	UNUSED(word);
	if (str_eq(v.string, S(DRAFT)))
		return;
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span, "tilts reads JSON Schema 2020-12 only");
	diag_note(c->diags, SPAN_NONE, "write \"%s\"", DRAFT);
}

/* --- words that hold schemas -------------------------------------------------------- */

static void read_node(struct compiler *c, struct schema_node *node, struct value v);

static struct schema_node *new_node(struct compiler *c, struct value v)
{
	struct schema_node *node = ARENA_NEW(c->arena, struct schema_node);
	read_node(c, node, v);
	return node;
}

static void read_items(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	node->items = new_node(c, v);
}

static void read_additional(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	if (v.kind == VALUE_BOOL)
		node->closed = !v.boolean;
	else
		node->additional = new_node(c, v);
}

static void read_one_of(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	if (!is_filled_and_bounded(c, v))
		return;
	const struct schema_node **forms =
		ARENA_ARRAY(c->arena, const struct schema_node *, v.list->len);
	for (size_t i = 0; i < v.list->len; i++)
		forms[i] = new_node(c, v.list->items[i]);
	node->forms = forms;
	node->nforms = v.list->len;
}

static void read_properties(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	if (!is_bounded(c, v, v.map->len))
		return;
	struct schema_property *properties =
		ARENA_ARRAY(c->arena, struct schema_property, v.map->len);
	for (size_t i = 0; i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		properties[i] = (struct schema_property){.name = entry->key,
			.name_span = entry->key_span,
			.node = new_node(c, entry->value)};
	}
	node->properties = properties;
	node->nproperties = v.map->len;
}

/* Schemas list their fields; the one pattern lets a record name its schema, as editors
 * and validators want it said. */
static void read_patterns(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	for (size_t i = 0; i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		if (schema_references_is_top(&c->references, node) &&
			str_eq(entry->key, S("^\\$schema$")))
			continue;
		diag_add(c->diags, DIAG_SCHEMA_SHAPE, entry->key_span,
			"'patternProperties' takes one pattern, at the top of a schema: "
			"\"^\\\\$schema$\"");
	}
}

static void read_examples(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(c);
	UNUSED(word);
	node->example = value_str_at(v, 0);
}

static void read_defs(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	if (!schema_references_is_top(&c->references, node))
		diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span,
			"'$defs' stands only at the top of a schema");
}

static void read_reference(
	struct compiler *c, struct schema_node *node, const struct word *word, struct value v)
{
	UNUSED(word);
	schema_references_add(&c->references, node, v);
}

/* --- the table ---------------------------------------------------------------------- */

#define FIELD(name) offsetof(struct schema_node, name)

static const struct word words[] = {
	{STR_INIT("title"), KIND(STRING), read_title, 0},
	{STR_INIT("description"), KIND(STRING), read_description, 0},
	{STR_INIT("default"), ANY, read_value, FIELD(fallback)},
	{STR_INIT("examples"), KIND(LIST), read_examples, 0},
	{STR_INIT("deprecated"), KIND(BOOL), NULL, 0},
	{STR_INIT("$comment"), KIND(STRING), NULL, 0},
	{STR_INIT("$id"), KIND(STRING), NULL, 0},
	{STR_INIT("$schema"), KIND(STRING), read_draft, 0},
	{STR_INIT("$ref"), KIND(STRING), read_reference, 0},
	{STR_INIT("$defs"), KIND(MAP), read_defs, 0},
	{STR_INIT("type"), KIND(STRING) | KIND(LIST), read_type, 0},
	{STR_INIT("properties"), KIND(MAP), read_properties, 0},
	{STR_INIT("patternProperties"), KIND(MAP), read_patterns, 0},
	{STR_INIT("required"), KIND(LIST), NULL, 0}, /* read behind the properties */
	{STR_INIT("additionalProperties"), KIND(BOOL) | KIND(MAP), read_additional, 0},
	{STR_INIT("items"), KIND(MAP), read_items, 0},
	{STR_INIT("oneOf"), KIND(LIST), read_one_of, 0},
	{STR_INIT("enum"), KIND(LIST), read_enum, 0},
	{STR_INIT("const"), ANY_SCALAR, read_value, FIELD(constant)},
	{STR_INIT("pattern"), KIND(STRING), read_pattern, 0},
	{STR_INIT("format"), KIND(STRING), read_format, 0},
	{STR_INIT("minLength"), KIND(INT), read_size, FIELD(min_length)},
	{STR_INIT("maxLength"), KIND(INT), read_size, FIELD(max_length)},
	{STR_INIT("minimum"), ANY_NUMBER, read_number, FIELD(minimum)},
	{STR_INIT("maximum"), ANY_NUMBER, read_number, FIELD(maximum)},
	{STR_INIT("minItems"), KIND(INT), read_size, FIELD(min_items)},
	{STR_INIT("maxItems"), KIND(INT), read_size, FIELD(max_items)},
	{STR_INIT("uniqueItems"), KIND(BOOL), read_flag, FIELD(unique_items)},
	{STR_INIT("contentMediaType"), KIND(STRING), read_text, FIELD(media_type)},
	{STR_INIT("x-kind"), KIND(STRING), read_text, FIELD(kind)},
	{STR_INIT("x-text"), KIND(BOOL), read_flag, FIELD(is_text)},
};

/* The words before this one may stand beside $ref. */
#define NANNOTATIONS 10

static const struct word *find_word(struct compiler *c, const struct value_entry *entry)
{
	str names[ARRAY_LEN(words)];
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		names[i] = words[i].name;
		if (str_eq(entry->key, names[i]))
			return &words[i];
	}
	diag_add(c->diags, DIAG_SCHEMA_WORD, entry->key_span,
		"'%.*s' is no word of a schema that tilts knows", STR_ARGS(entry->key));
	diag_suggest(c->diags, entry->key, names, ARRAY_LEN(names));
	return NULL;
}

static void read_word(struct compiler *c, struct schema_node *node, const struct value_entry *entry)
{
	const struct word *word = find_word(c, entry);
	if (!word)
		return;
	if (word->kinds & 1u << entry->value.kind) {
		if (word->read)
			word->read(c, node, word, entry->value);
		return;
	}
	struct buf wanted;
	buf_init(&wanted);
	schema_write_types(word->kinds, &wanted);
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, entry->value.span, "'%.*s' must be %s, this is %s",
		STR_ARGS(entry->key), wanted.data, value_kind_name(entry->value));
	buf_release(&wanted);
}

static void suggest_property(struct compiler *c, const struct schema_node *node, str name)
{
	str *names = ARENA_ARRAY(c->arena, str, node->nproperties);
	for (size_t i = 0; i < node->nproperties; i++)
		names[i] = node->properties[i].name;
	diag_suggest(c->diags, name, names, node->nproperties);
}

static void mark_required(struct compiler *c, struct schema_node *node, struct value name)
{
	if (name.kind != VALUE_STRING) {
		diag_add(c->diags, DIAG_SCHEMA_SHAPE, name.span, "'required' is a list of names");
		return;
	}
	for (size_t i = 0; i < node->nproperties; i++) {
		if (!str_eq(node->properties[i].name, name.string))
			continue;
		node->properties[i].required = true;
		return;
	}
	diag_add(c->diags, DIAG_SCHEMA_SHAPE, name.span,
		"'%.*s' is required, but is none of the properties", STR_ARGS(name.string));
	suggest_property(c, node, name.string);
}

static void read_required(struct compiler *c, struct schema_node *node, struct value required)
{
	if (required.kind != VALUE_LIST || !is_bounded(c, required, required.list->len))
		return;
	for (size_t i = 0; i < required.list->len; i++)
		mark_required(c, node, required.list->items[i]);
}

/* Words that say nothing about any value of the node's types are slips. */
static void check_sense(struct compiler *c, const struct schema_node *node)
{
	const struct {
		const char *word;
		bool stands;
		unsigned kinds;
	} senses[] = {
		{"x-text", node->is_text, KIND(STRING)},
		{"x-kind", node->kind.len > 0, KIND(STRING)},
		{"format", node->format != FORMAT_NONE, KIND(STRING)},
		{"pattern", node->pattern != NULL, KIND(STRING)},
		{"items", node->items != NULL, KIND(LIST)},
		{"properties", node->properties != NULL, KIND(MAP)},
	};
	for (size_t i = 0; node->types && i < ARRAY_LEN(senses); i++)
		if (senses[i].stands && !(node->types & senses[i].kinds))
			diag_add(c->diags, DIAG_SCHEMA_SHAPE, node->span,
				"'%s' says nothing about values of this type", senses[i].word);
}

static void check_beside_reference(struct compiler *c, const struct value_map *map)
{
	for (size_t i = 0; i < map->len; i++) {
		size_t n = 0;
		while (n < NANNOTATIONS && !str_eq(words[n].name, map->entries[i].key))
			n++;
		if (n == NANNOTATIONS)
			diag_add(c->diags, DIAG_SCHEMA_REF, map->entries[i].key_span,
				"'%.*s' can't stand beside '$ref'", STR_ARGS(map->entries[i].key));
	}
}

static void read_node(struct compiler *c, struct schema_node *node, struct value v)
{
	*node = (struct schema_node){.span = v.span,
		.title = S(""),
		.description = S(""),
		.example = S(""),
		.kind = S(""),
		.media_type = S(""),
		.max_length = SIZE_MAX,
		.max_items = SIZE_MAX,
		.minimum = -INFINITY,
		.maximum = INFINITY};
	if (v.kind != VALUE_MAP) {
		diag_add(c->diags, DIAG_SCHEMA_SHAPE, v.span, "a schema is an object, this is %s",
			value_kind_name(v));
		return;
	}
	for (size_t i = 0; i < v.map->len; i++)
		read_word(c, node, &v.map->entries[i]);
	read_required(c, node, value_get(v, S("required"), NULL));
	check_sense(c, node);
	if (value_map_find(v.map, S("$ref")))
		check_beside_reference(c, v.map);
}

/* --- the whole ---------------------------------------------------------------------- */

static void read_document(struct compiler *c, struct value document)
{
	struct value v = value_get(document, S("$defs"), NULL);
	const struct value_map *defs =
		v.kind == VALUE_MAP && is_bounded(c, v, v.map->len) ? v.map : NULL;
	schema_references_begin(&c->references, defs, c->arena, c->diags);
	for (size_t i = 0; defs && i < defs->len; i++)
		read_node(c, schema_references_next(&c->references, i + 1), defs->entries[i].value);
	read_node(c, schema_references_next(&c->references, 0), document);
	schema_references_end(&c->references);
}

const struct schema *schema_compile(struct arena *arena, struct value document,
	struct schema_languages languages, struct diags *diags)
{
	struct compiler c = {
		.arena = arena, .diags = diags, .said = schema_said_begin(languages, arena)};
	struct schema *schema = ARENA_NEW(arena, struct schema);
	size_t errors_before = diags->nerrors;
	if (document.kind != VALUE_MAP) {
		diag_add(diags, DIAG_SCHEMA_SHAPE, document.span,
			"a schema is an object, this is %s", value_kind_name(document));
		return NULL;
	}
	read_document(&c, document);
	schema_said_report(&c.said, diags);
	schema->root = c.references.targets[0].node;
	return diags->nerrors == errors_before ? schema : NULL;
}

/* --- reading a schema --------------------------------------------------------------- */

const struct schema_node *schema_root(const struct schema *schema)
{
	return schema->root;
}

const struct schema_property *schema_property(const struct schema_node *node, str name)
{
	for (size_t i = 0; node && i < node->nproperties; i++)
		if (str_eq(node->properties[i].name, name))
			return &node->properties[i];
	return NULL;
}
