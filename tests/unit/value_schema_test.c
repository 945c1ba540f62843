#include <criterion/criterion.h>

#include "growth.h"
#include "base/arena.h"
#include "value/json.h"
#include "value/pattern.h"
#include "value/schema.h"

static const str languages[] = {STR_INIT("lv"), STR_INIT("ru"), STR_INIT("lv-simple")};

static bool has_record(const void *ctx, str kind, str id)
{
	UNUSED(ctx);
	return str_eq(kind, S("places")) && str_eq(id, S("riga"));
}

static str nearest_record(const void *ctx, str kind, str id)
{
	static const str ids[] = {STR_INIT("riga")};
	UNUSED(ctx);
	UNUSED(kind);
	return str_nearest(id, ids, 1);
}

static const struct schema_context context = {
	has_record, nearest_record, NULL, languages, ARRAY_LEN(languages)};

struct checked {
	struct arena arena;
	struct diags diags;
	const struct schema *schema;
	str record;
};

static struct checked compile(const char *schema)
{
	struct checked c = {.record = S("")};
	struct value document;
	arena_init(&c.arena);
	diags_init(&c.diags);
	cr_assert(json_parse(&c.arena, str_of(schema), 1, &c.diags, &document), "%s", schema);
	c.schema = schema_compile(&c.arena, document, (struct schema_languages){0}, &c.diags);
	cr_assert_eq(c.schema == NULL, c.diags.nerrors > 0, "%s", schema);
	return c;
}

static struct checked check(const char *schema, const char *record)
{
	struct checked c = compile(schema);
	struct value value;
	cr_assert(c.schema, "%s", c.diags.list.len ? c.diags.list.items[0].text.ptr : "");
	c.record = str_of(record);
	cr_assert(json_parse(&c.arena, c.record, 2, &c.diags, &value), "%s", record);
	schema_check(c.schema, value, &context, &c.diags);
	return c;
}

static void release(struct checked *c)
{
	diags_release(&c->diags);
	arena_release(&c->arena);
}

static void accepts(const char *schema, const char *record)
{
	struct checked c = check(schema, record);
	cr_assert_eq(c.diags.list.len, 0, "%s: %s", record,
		c.diags.list.len ? c.diags.list.items[0].text.ptr : "");
	release(&c);
}

static bool has_note(const struct diag *diag, const char *part)
{
	for (const struct diag_note *note = diag->notes; note; note = note->next)
		if (str_find(note->text, str_of(part)) != STR_NONE)
			return true;
	return part[0] == '\0';
}

/* One diagnostic, at this part of the record, with this in one of its notes. */
static void refuses(const char *schema, const char *record, const char *id, const char *marked,
	const char *hint)
{
	struct checked c = check(schema, record);
	cr_assert_eq(c.diags.list.len, 1, "%s: %zu", record, c.diags.list.len);
	const struct diag *diag = &c.diags.list.items[0];
	str got = str_sub(c.record, diag->span.start, diag->span.end);
	cr_assert(str_eq(diag_info(diag->id)->id, str_of(id)), "%s: %s", record,
		diag_info(diag->id)->id.ptr);
	cr_assert(str_eq(got, str_of(marked)), "%s: marks %.*s", record, STR_ARGS(got));
	cr_assert(has_note(diag, hint), "%s: no note '%s'", record, hint);
	release(&c);
}

static void refuses_schema(const char *schema, const char *id, const char *marked)
{
	struct checked c = compile(schema);
	cr_assert_eq(c.diags.list.len, 1, "%s: %zu", schema, c.diags.list.len);
	const struct diag *diag = &c.diags.list.items[0];
	str got = str_sub(str_of(schema), diag->span.start, diag->span.end);
	cr_assert(str_eq(diag_info(diag->id)->id, str_of(id)), "%s: %s", schema,
		diag_info(diag->id)->id.ptr);
	cr_assert(str_eq(got, str_of(marked)), "%s: marks %.*s", schema, STR_ARGS(got));
	release(&c);
}

Test(schema, checks_types)
{
	accepts("{\"type\": \"integer\"}", "3");
	accepts("{\"type\": \"number\"}", "3");
	accepts("{\"type\": [\"string\", \"null\"]}", "null");
	accepts("{}", "[1, \"a\", {}]");
	refuses("{\"type\": \"integer\"}", "3.5", "schema-type", "3.5", "without a fraction");
	refuses("{\"type\": \"integer\"}", "\"3\"", "schema-type", "\"3\"", "without quotes");
	refuses("{\"type\": \"string\"}", " 112", "schema-type", "112", "double quotes");
	refuses("{\"type\": \"string\"}", "null", "schema-type", "null", "null means unknown");
	refuses("{\"type\": \"array\"}", "\"a\"", "schema-type", "\"a\"", "[ ]");
}

#define PLACE                                                                                      \
	"{\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"name\"],"        \
	" \"properties\": {\"name\": {\"type\": [\"string\", \"null\"], \"title\": \"Name\","      \
	" \"description\": \"As on the door\"}, \"order\": {\"type\": \"integer\"}}}"

Test(schema, checks_objects)
{
	accepts(PLACE, "{\"name\": \"a\", \"order\": 1}");
	accepts("{\"properties\": {}}", "{\"any\": 1}");
	accepts("{\"additionalProperties\": {\"type\": \"integer\"}}", "{\"any\": 1}");
	refuses(PLACE, "{\"order\": 1}", "schema-required", "{", "Name: As on the door");
	refuses(PLACE, "{}", "schema-required", "{", "write null");
	refuses(PLACE, "{\"name\": \"a\", \"ordr\": 1}", "schema-unknown", "\"ordr\"", "'order'");
	refuses("{\"additionalProperties\": {\"type\": \"integer\"}}", "{\"any\": \"x\"}",
		"schema-type", "\"x\"", "");
}

Test(schema, checks_choices)
{
	accepts("{\"enum\": [\"a\", 1, null]}", "null");
	accepts("{\"const\": true}", "true");
	refuses("{\"enum\": [\"planned\", \"cancelled\"]}", "\"canceled\"", "schema-enum",
		"\"canceled\"", "did you mean 'cancelled'?");
	refuses("{\"enum\": [\"planned\", 2]}", "7", "schema-enum", "7", "\"planned\", 2");
	refuses("{\"const\": \"x\"}", "\"y\"", "schema-const", "\"y\"", "");
	struct checked c = check("{\"enum\": [\"A\", \"B\"]}", "\"D\"");
	cr_assert(!has_note(&c.diags.list.items[0], "did you mean"), "one letter is near to any");
	release(&c);
}

Test(schema, checks_text)
{
	accepts("{\"minLength\": 2, \"maxLength\": 4}", "\"āēīū\"");
	refuses("{\"minLength\": 1}", "\"\"", "schema-length", "\"\"", "");
	refuses("{\"maxLength\": 1}", "\"ab\"", "schema-length", "\"ab\"", "");
	accepts("{\"pattern\": \"^LV-\\\\d{4}$\"}", "\"LV-1001\"");
	refuses("{\"pattern\": \"^LV-\\\\d{4}$\"}", "\"LV-1001\\n\"", "schema-pattern",
		"\"LV-1001\\n\"", "the form is ^LV-\\d{4}$");
	accepts("{\"pattern\": \"^.[āē]$\"}", "\"ūē\"");
	refuses("{\"format\": \"date\"}", "\"24.12.2026\"", "schema-format", "\"24.12.2026\"",
		"2026-12-24");
	accepts("{\"x-kind\": \"places\"}", "\"riga\"");
	refuses("{\"x-kind\": \"places\"}", "\"rgia\"", "schema-reference", "\"rgia\"",
		"did you mean 'riga'?");
	refuses("{\"x-kind\": \"places\", \"title\": \"Where\"}", "\"\"", "schema-reference",
		"\"\"", "Where");
	refuses("{\"x-kind\": \"places\"}", "\"jelgava\"", "schema-reference", "\"jelgava\"",
		"file names in data/places/");
}

Test(schema, says_once_what_a_text_is_not)
{
	struct checked c = check("{\"format\": \"date\", \"pattern\": \"^2026\"}", "\"1.5.2026\"");
	cr_assert_eq(c.diags.nerrors, 1);
	cr_assert(has_note(&c.diags.list.items[0], "2026-12-24"));
	release(&c);
	c = check("{\"format\": \"date\", \"pattern\": \"^2026\"}", "\"2027-05-01\"");
	cr_assert_eq(c.diags.nerrors, 1, "a date, but not in that form");
	release(&c);
}

Test(schema, lets_a_record_name_its_schema)
{
	const char *closed = "{\"additionalProperties\": false,"
			     " \"properties\": {\"a\": {\"additionalProperties\": false}}}";
	accepts(closed, "{\"$schema\": \"schema.json\"}");
	accepts("{\"additionalProperties\": false, \"patternProperties\": "
		"{\"^\\\\$schema$\": {\"type\": \"string\"}}}",
		"{\"$schema\": \"schema.json\"}");
	refuses(closed, "{\"$schema\": 1}", "schema-unknown", "\"$schema\"", "");
	refuses(closed, "{\"a\": {\"$schema\": \"schema.json\"}}", "schema-unknown", "\"$schema\"",
		"");
}

Test(schema, checks_numbers_and_lists)
{
	accepts("{\"minimum\": 0, \"maximum\": 1}", "[0]");
	accepts("{\"minimum\": 0, \"maximum\": 1}", "1");
	refuses("{\"minimum\": 0.5}", "0", "schema-range", "0", "");
	refuses("{\"maximum\": 1}", "1.01", "schema-range", "1.01", "");
	refuses("{\"minItems\": 1}", "[]", "schema-items", "[]", "");
	refuses("{\"maxItems\": 1}", "[1, 2]", "schema-items", "[1, 2]", "");
	refuses("{\"uniqueItems\": true}", "[{\"a\": 1}, 2, {\"a\":1}]", "schema-unique",
		"{\"a\":1}", "first written here");
	refuses("{\"items\": {\"type\": \"integer\"}}", "[1, true, 2]", "schema-type", "true", "");
}

#define TEXT "{\"x-text\": true, \"maxLength\": 3}"

Test(schema, checks_text_in_languages)
{
	accepts(TEXT, "\"abc\"");
	accepts(TEXT, "{\"lv\": \"abc\", \"lv-simple\": \"a\"}");
	accepts("{\"x-text\": true, \"type\": [\"string\", \"object\", \"null\"]}", "null");
	refuses(TEXT, "null", "schema-type", "null", "null means unknown");
	refuses(TEXT, "{}", "schema-language", "{}", "");
	refuses(TEXT, "{\"lat\": \"a\"}", "schema-language", "\"lat\"", "lv, ru, lv-simple");
	refuses(TEXT, "{\"lv\": [\"a\"]}", "schema-type", "[\"a\"]", "");
	refuses(TEXT, "{\"ru\": \"abcd\"}", "schema-length", "\"abcd\"", "");
	refuses("{\"x-text\": true, \"title\": \"Name\"}", "\"\"", "schema-length", "\"\"", "Name");
	refuses(TEXT, "\" \"", "schema-length", "\" \"", "");
	refuses(TEXT, "{\"lv\": \"a\", \"ru\": \"\"}", "schema-length", "\"\"", "");
}

#define FORMS                                                                                      \
	"{\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"object\", \"required\": [\"a\"],"       \
	" \"properties\": {\"a\": {\"type\": \"integer\"}}},"                                      \
	" {\"type\": \"object\", \"required\": [\"a\", \"b\"],"                                    \
	" \"properties\": {\"a\": {}, \"b\": {}}}]}"

Test(schema, checks_forms)
{
	accepts(FORMS, "\"a\"");
	accepts(FORMS, "{\"a\": 1}");
	accepts(FORMS, "{\"a\": \"x\", \"b\": 1}");
	refuses(FORMS, "{\"a\": true}", "schema-form", "{\"a\": true}", "expected a whole number");
	refuses(FORMS, "{\"a\": 1, \"b\": 1}", "schema-form", "{\"a\": 1, \"b\": 1}", "");
	refuses(FORMS, "3", "schema-form", "3", "");
}

#define TREE                                                                                       \
	"{\"$ref\": \"#/$defs/node\", \"title\": \"Tree\", \"$defs\": {"                           \
	"\"alias\": {\"$ref\": \"#/$defs/hidden\", \"description\": \"Again\"},"                   \
	"\"hidden\": {\"$ref\": \"#/$defs/node\", \"description\": \"Hidden\"},"                   \
	"\"node\": {\"type\": \"object\", \"title\": \"Node\", \"properties\":"                    \
	" {\"below\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/alias\"}},"            \
	" \"name\": {\"type\": \"string\"}}}}}"

Test(schema, follows_references)
{
	accepts(TREE, "{\"below\": [{\"below\": [{\"name\": \"x\"}]}]}");
	refuses(TREE, "{\"below\": [{\"below\": [{\"name\": 1}]}]}", "schema-type", "1", "");
	struct checked c = compile(TREE);
	const struct schema_node *root = schema_root(c.schema);
	cr_assert(str_eq(root->title, S("Tree")));
	const struct schema_node *item = schema_property(root, S("below"))->node->items;
	cr_assert(str_eq(item->title, S("Node")));
	cr_assert(str_eq(item->description, S("Again")));
	cr_assert_eq(item->nproperties, 2);
	cr_assert_null(schema_property(root, S("x")));
	cr_assert_not_null(item->kind.ptr);
	release(&c);
}

Test(schema, finds_slips_in_schemas)
{
	refuses_schema("{\"titel\": \"x\"}", "schema-word", "\"titel\"");
	refuses_schema("{\"allOf\": []}", "schema-word", "\"allOf\"");
	refuses_schema("{\"minLength\": \"x\"}", "schema-shape", "\"x\"");
	refuses_schema("{\"patternProperties\": {\"^x-\": {}}}", "schema-shape", "\"^x-\"");
	refuses_schema("{\"items\": {\"patternProperties\": {\"^\\\\$schema$\": {}}}}",
		"schema-shape", "\"^\\\\$schema$\"");
	refuses_schema("{\"minLength\": -1}", "schema-shape", "-1");
	refuses_schema("{\"type\": \"text\"}", "schema-shape", "\"text\"");
	refuses_schema("{\"type\": [\"string\", 1]}", "schema-shape", "1");
	refuses_schema("{\"format\": \"datum\"}", "schema-shape", "\"datum\"");
	refuses_schema("{\"format\": \"time\"}", "schema-shape", "\"time\"");
	refuses_schema("{\"pattern\": \"(a\"}", "schema-pattern-syntax", "\"(a\"");
	refuses_schema("{\"enum\": []}", "schema-shape", "[]");
	refuses_schema("{\"enum\": [[1]]}", "schema-shape", "[1]");
	refuses_schema("{\"items\": true}", "schema-shape", "true");
	refuses_schema("{\"properties\": {\"a\": 1}}", "schema-shape", "1");
	refuses_schema(
		"{\"properties\": {\"a\": {}}, \"required\": [\"b\"]}", "schema-shape", "\"b\"");
	refuses_schema("{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}", "schema-shape",
		"\"http://json-schema.org/draft-07/schema#\"");
	refuses_schema("{\"items\": {\"$ref\": \"#/$defs/x\"}}", "schema-ref", "\"#/$defs/x\"");
	refuses_schema(
		"{\"items\": {\"$ref\": \"#\", \"minItems\": 1}}", "schema-ref", "\"minItems\"");
	refuses_schema("{\"$ref\": \"#\"}", "schema-ref", "\"#\"");
	refuses_schema("{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"},"
		       " \"b\": {\"$ref\": \"#/$defs/a\"}}}",
		"schema-ref", "\"#/$defs/b\"");
	refuses_schema("{\"items\": {\"$defs\": {}}}", "schema-shape", "{}");
	refuses_schema("{\"items\": {\"type\": \"array\", \"x-kind\": \"a\"}}", "schema-shape",
		"{\"type\": \"array\", \"x-kind\": \"a\"}");
	refuses_schema("[]", "schema-shape", "[]");
}

/* As a URI writes it, or as it is; and the codes that a pointer has for its own signs. */
Test(schema, finds_what_a_reference_names_by_its_codes)
{
#define NAMED(name, reference)                                                                     \
	"{\"$defs\": {\"" name "\": {\"type\": \"string\"}}, \"$ref\": \"#/$defs/" reference "\"}"
	accepts(NAMED("mēnesis", "m%C4%93nesis"), "\"a\"");
	accepts(NAMED("mēnesis", "m%c4%93nesis"), "\"a\"");
	accepts(NAMED("mēnesis", "mēnesis"), "\"a\"");
	accepts(NAMED("a b", "a%20b"), "\"a\"");
	accepts(NAMED("a/b", "a~1b"), "\"a\"");
	accepts(NAMED("a~1b", "a~01b"), "\"a\"");
	accepts(NAMED("a%20b", "a%2520b"), "\"a\"");
	refuses_schema(NAMED("a/b", "a/b"), "schema-ref", "\"#/$defs/a/b\"");
	refuses_schema(NAMED("a/b", "a%2Fb"), "schema-ref", "\"#/$defs/a%2Fb\"");
	refuses_schema(NAMED("a%20b", "a%20b"), "schema-ref", "\"#/$defs/a%20b\"");
#undef NAMED
}

Test(schema, gives_up_on_forms_without_end, .timeout = HANGS)
{
	struct buf record;
	buf_init(&record);
	buf_add_repeat(&record, '[', 60);
	buf_add_repeat(&record, ']', 60);
	struct checked c = check("{\"oneOf\": [{\"items\": {\"$ref\": \"#\"}, \"minItems\": 1},"
				 " {\"items\": {\"$ref\": \"#\"}, \"minItems\": 1}]}",
		record.data);
	cr_assert_gt(c.diags.nerrors, 0);
	cr_assert_eq(c.diags.list.items[c.diags.list.len - 1].id, DIAG_SCHEMA_TOO_HARD);
	release(&c);
	buf_release(&record);
}

static void count_visit(void *ctx, const struct schema_node *node, struct value v)
{
	size_t *n = ctx;
	UNUSED(node);
	UNUSED(v);
	++*n;
}

/* Eight forms, each within each of eight: the check gave up on it, and so does who walks. */
Test(schema, walks_no_further_than_it_checks, .timeout = HANGS)
{
#define FORM "{\"items\": {\"$ref\": \"#\"}, \"minItems\": 1}"
#define FOUR FORM "," FORM "," FORM "," FORM
	size_t n = 0;
	struct value value;
	const str record =
		S("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
	struct checked c = compile("{\"oneOf\": [" FOUR "," FOUR "]}");
	cr_assert(json_parse(&c.arena, record, 2, &c.diags, &value));
	schema_walk(schema_root(c.schema), value, count_visit, &n);
	cr_assert_leq(n, SCHEMA_STEPS_MAX);
	cr_assert_gt(n, 1000);
	release(&c);
#undef FOUR
#undef FORM
}

Test(schema, stops_after_a_hundred_mistakes)
{
	struct buf record;
	buf_init(&record);
	buf_adds(&record, "[1");
	for (int i = 0; i < 1000; i++)
		buf_adds(&record, ",1");
	buf_adds(&record, "]");
	struct checked c = check("{\"items\": {\"type\": \"string\"}}", record.data);
	cr_assert_eq(c.diags.nerrors, 100);
	cr_assert(has_note(&c.diags.list.items[99], "not shown"));
	release(&c);
	buf_release(&record);
}

Test(schema, writes_a_new_record)
{
	struct checked c = compile(
		"{\"type\": \"object\", \"required\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"],"
		" \"properties\": {\"a\": {\"x-text\": true, \"description\": \"Name\"},"
		" \"x\": {\"type\": \"string\"},"
		" \"b\": {\"type\": [\"integer\", \"null\"], \"title\": \"B\"},"
		" \"c\": {\"enum\": [\"yes\", \"no\"]},"
		" \"d\": {\"type\": \"array\", \"minItems\": 1, \"items\": {\"type\": \"number\","
		" \"minimum\": 0.5}},"
		" \"e\": {\"type\": \"object\", \"required\": [\"g\"], \"properties\": {\"g\":"
		" {\"type\": \"boolean\", \"description\": \"G\"}}}, \"f\": {\"default\": 7}}}");
	struct buf out;
	buf_init(&out);
	cr_assert(c.schema);
	schema_write_skeleton(c.schema, &out);
	cr_assert(str_eq(buf_str(&out),
			  S("{\n  \"a\": \"\",\n  \"b\": null,\n  \"c\": \"\",\n  \"d\": [\n"
			    "    1\n  ],\n  \"e\": {\n    \"g\": false\n  },\n  \"f\": 7\n}\n")),
		"%s", out.data);
	buf_clear(&out);
	schema_write_guide(c.schema, &out);
	cr_assert(str_eq(buf_str(&out), S("a: Name\nb: B\nc: \nd: \ne: \ne.g: G\nf: \n")), "%s",
		out.data);
	buf_release(&out);
	release(&c);
}

Test(schema, writes_no_record_without_end, .timeout = HANGS)
{
	struct checked c = compile("{\"required\": [\"a\", \"b\", \"c\", \"d\"], \"properties\": {"
				   "\"a\": {\"$ref\": \"#\"}, \"b\": {\"$ref\": \"#\"},"
				   "\"c\": {\"$ref\": \"#\"}, \"d\": {\"$ref\": \"#\"}}}");
	struct buf out;
	buf_init(&out);
	cr_assert(c.schema);
	schema_write_skeleton(c.schema, &out);
	schema_write_guide(c.schema, &out);
	cr_assert_lt(out.len, 1 << 20);
	buf_release(&out);
	release(&c);
}

static void add_reference(void *ctx, const struct schema_node *node, struct value v)
{
	if (node->kind.len && v.kind == VALUE_STRING)
		buf_printf(ctx, "%.*s/%.*s ", STR_ARGS(node->kind), STR_ARGS(v.string));
}

Test(schema, walks_through_lists_objects_and_forms)
{
	struct buf out;
	struct value record;
	struct checked c = compile(
		"{\"type\": \"object\", \"properties\": {"
		"\"a\": {\"type\": \"string\", \"x-kind\": \"places\"},"
		"\"b\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {"
		"\"c\": {\"oneOf\": [{\"type\": \"null\"}, {\"type\": \"string\", \"x-kind\": "
		"\"people\"}]}}}}}}");
	const char *text = "{\"a\": \"x\", \"b\": [{\"c\": \"y\"}, {\"c\": null}, {\"c\": \"z\"}], "
			   "\"d\": \"w\"}";
	buf_init(&out);
	cr_assert(json_parse(&c.arena, str_of(text), 2, &c.diags, &record));
	schema_walk(schema_root(c.schema), record, add_reference, &out);
	cr_assert(str_eq(buf_str(&out), S("places/x people/y people/z ")), "%.*s",
		STR_ARGS(buf_str(&out)));
	buf_release(&out);
	release(&c);
}

Test(pattern, takes_a_bounded_number_of_steps, .timeout = HANGS)
{
	struct arena arena;
	struct diags diags;
	struct buf text;
	arena_init(&arena);
	diags_init(&diags);
	buf_init(&text);
	buf_add_repeat(&text, 'a', 100000);
	const struct pattern *pattern =
		pattern_compile(&arena, S("^(a+)+(a+)+b$"), SPAN_NONE, &diags);
	cr_assert(pattern);
	cr_assert_not(pattern_matches(pattern, buf_str(&text)));
	buf_release(&text);
	diags_release(&diags);
	arena_release(&arena);
}
