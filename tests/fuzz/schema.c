/* A schema, a byte 0, a record: any schema compiles or says why, any record is
 * checked, and what a schema makes of nothing is JSON. */
#include "frame.h"
#include "value/json.h"
#include "value/schema.h"

static bool has_record(const void *ctx, str kind, str id)
{
	UNUSED(ctx);
	return kind.len == id.len;
}

static void check_skeleton(struct arena *arena, const struct schema *schema)
{
	struct buf text;
	struct diags diags;
	struct value value;
	buf_init(&text);
	diags_init(&diags);
	schema_write_guide(schema, &text);
	buf_clear(&text);
	schema_write_skeleton(schema, &text);
	if (!json_parse(arena, buf_str(&text), 3, &diags, &value))
		BUG("a skeleton that is not JSON");
	diags_release(&diags);
	buf_release(&text);
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	static const str languages[] = {STR_INIT("lv"), STR_INIT("ru")};
	const struct schema_context context = {has_record, NULL, NULL, languages, 2};
	size_t middle = str_find_char(text, '\0');
	struct value document, record;
	if (!json_parse(arena, str_sub(text, 0, middle), 1, diags, &document))
		return;
	const struct schema *schema =
		schema_compile(arena, document, (struct schema_languages){0}, diags);
	if ((schema == NULL) != (diags->nerrors > 0))
		BUG("a failure without a word");
	if (schema)
		check_skeleton(arena, schema);
	if (schema && middle < text.len &&
		json_parse(arena, str_from(text, middle + 1), 2, diags, &record))
		schema_check(schema, record, &context, diags);
}
