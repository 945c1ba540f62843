#include "records_fixture.h"

#include <criterion/criterion.h>

#include "model/mention.h"
#include "value/json.h"

static struct value parse(struct records *records, const char *json)
{
	struct value v;
	str copy = arena_str(&records->arena, str_of(json));
	char *text = arena_alloc(&records->arena, copy.len + 1);
	for (size_t i = 0; i < copy.len; i++)
		text[i] = (char)(copy.ptr[i] == '\'' ? '"' : copy.ptr[i]);
	cr_assert(json_parse(&records->arena, str_n(text, copy.len), 1, &records->diags, &v), "%s",
		json);
	return v;
}

void records_init(struct records *records, const char *today)
{
	static const struct language lv = {
		.code = STR_INIT("lv"), .tag = STR_INIT("lv"), .name = STR_INIT("Latviešu")};
	*records = (struct records){.site = {.today = str_of(today)}};
	arena_init(&records->arena);
	diags_init(&records->diags);
	records->site.config.timezone = S("Europe/Riga");
	records->site.config.languages[0] = lv;
	records->site.config.nlanguages = 1;
	records->site.strings_ = ARENA_NEW(&records->arena, struct value);
	records->site.kinds = ARENA_ARRAY(&records->arena, struct kind *, 8);
}

void records_release(struct records *records)
{
	site_release(&records->site);
	diags_release(&records->diags);
	arena_release(&records->arena);
}

struct kind *records_kind(struct records *records, const char *name, const char *schema)
{
	struct kind *kind = ARENA_NEW(&records->arena, struct kind);
	kind->name = str_of(name);
	kind->schema = schema_compile(&records->arena, parse(records, schema),
		(struct schema_languages){0}, &records->diags);
	cr_assert(kind->schema, "%s", schema);
	kind->records = ARENA_ARRAY(&records->arena, struct record *, FIXTURE_RECORDS_MAX);
	records->site.kinds[records->site.nkinds++] = kind;
	map_put(&records->site.kinds_by_name, kind->name, kind);
	return kind;
}

const struct record *records_add(
	struct records *records, struct kind *kind, const char *id, const char *json)
{
	struct record *record = ARENA_NEW(&records->arena, struct record);
	record->id = str_of(id);
	record->kind = kind;
	record->facts_.json = parse(records, json);
	cr_assert_lt(kind->nrecords, FIXTURE_RECORDS_MAX);
	kind->records[kind->nrecords++] = record;
	map_put(&kind->by_id, record->id, record);
	return record;
}

void records_finish(struct records *records)
{
	for (size_t k = 0; k < records->site.nkinds; k++)
		for (size_t i = 0; i < records->site.kinds[k]->nrecords; i++)
			record_judge(records->site.kinds[k]->records[i], records->site.today);
	mention_collect(&records->site, &records->arena);
}
