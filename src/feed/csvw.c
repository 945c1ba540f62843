#include "feed/csvw.h"

#include "base/ascii.h"
#include "feed/csv.h"
#include "value/json_write.h"

struct dataset {
	struct reader reader;
	const struct record *record;
	struct value columns;
	str path;
};

static struct dataset open_dataset(const struct site *site, size_t index, struct arena *arena)
{
	const struct record *record = site_kind(site, S("datasets"))->records[index];
	return (struct dataset){
		.reader = {site, &site->config.languages[0], arena},
		.record = record,
		.columns = value_get(record_facts(record)->json, S("columns"), arena),
		.path = companion_table(record, arena),
	};
}

/* --- the table ---------------------------------------------------------------------- */

/* Unknown is an empty cell. */
static str cell_text(const struct dataset *set, struct value cell)
{
	if (cell.kind == VALUE_STRING || cell.kind == VALUE_MAP)
		return config_text(&set->reader.site->config, cell, set->reader.language, NULL);
	return value_text(cell, set->reader.arena);
}

static void add_header(const struct dataset *set, struct csv *csv)
{
	for (size_t i = 0; i < value_count(set->columns); i++)
		csv_text(csv, value_get_str(set->columns.list->items[i], S("name")));
	csv_end_row(csv);
}

str csvw_write_table(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	struct dataset set = open_dataset(site, index, arena);
	struct csv csv = {.out = out};
	struct value rows = value_get(record_facts(set.record)->json, S("rows"), arena);
	if (!set.path.len)
		return set.path;
	add_header(&set, &csv);
	for (size_t r = 0; r < value_count(rows); r++) {
		struct value row = rows.list->items[r];
		for (size_t c = 0; c < value_count(row); c++)
			csv_text(&csv, cell_text(&set, row.list->items[c]));
		csv_end_row(&csv);
	}
	return set.path;
}

/* --- its description ---------------------------------------------------------------- */

/* A bare text is one in the language of @context (Metadata Vocabulary for Tabular
 * Data, section 6.1); what is none says what it is: an address, a code, a day. */

static void add_member_object(
	struct json_writer *w, const char *key, const char *member, str text, const char *type)
{
	if (!text.len)
		return;
	json_key(w, str_of(key));
	json_begin_object(w);
	json_member(w, member, text);
	json_optional(w, "@type", str_of(type));
	json_end_object(w);
}

static void add_address(struct json_writer *w, const char *key, str address)
{
	add_member_object(w, key, "@id", address, "");
}

static void add_code(struct json_writer *w, const char *key, str code)
{
	add_member_object(w, key, "@value", code, "");
}

/* XML Schema's type of a year, a month or a day; other words have none. */
static const char *type_of_day(str text)
{
	static const char form[] = "0000-00-00";
	for (size_t i = 0; i < text.len; i++)
		if (i >= sizeof(form) - 1 ||
			(form[i] == '-' ? text.ptr[i] != '-' : !ascii_is_digit(text.ptr[i])))
			return "";
	return text.len == 4    ? "xsd:gYear"
	       : text.len == 7  ? "xsd:gYearMonth"
	       : text.len == 10 ? "xsd:date"
				: "";
}

static void add_day(struct json_writer *w, const char *key, str day)
{
	add_member_object(w, key, "@value", day, type_of_day(day));
}

/* {"und": "place", "lv": …, "ru": …}: the first is what stands in the table, which
 * has to be one of the titles (W3C tabular-metadata, schema compatibility); easy variants have
 * no language tag of their own. */
static void add_titles(const struct dataset *set, struct json_writer *w, struct value column)
{
	const struct config *config = &set->reader.site->config;
	struct value titles = value_get(column, S("titles"), NULL);
	json_key(w, S("titles"));
	json_begin_object(w);
	json_optional(w, "und", value_get_str(column, S("name")));
	for (size_t l = 0; l < config->nlanguages && titles.kind == VALUE_MAP; l++)
		if (!config->languages[l].of.len)
			json_optional(w, config->languages[l].tag.ptr,
				value_get_str(titles, config->languages[l].code));
	if (titles.kind == VALUE_STRING)
		json_optional(w, config->languages[0].tag.ptr, titles.string);
	json_end_object(w);
}

/* XML Schema's words, as CSVW wants them; a percentage is a plain number here. */
static const char *datatype(str of)
{
	return str_eq(of, S("integer"))                              ? "integer"
	       : str_eq(of, S("number")) || str_eq(of, S("percent")) ? "number"
	       : str_eq(of, S("year"))                               ? "gYear"
	       : str_eq(of, S("date"))                               ? "date"
								     : "string";
}

static void add_column(const struct dataset *set, struct json_writer *w, struct value column)
{
	str type = value_get_str(column, S("datatype"));
	struct value unit = value_get(column, S("unit"), NULL);
	json_begin_object(w);
	json_optional(w, "name", value_get_str(column, S("name")));
	add_titles(set, w, column);
	json_optional(w, "datatype", str_of(datatype(type)));
	if (unit.kind == VALUE_STRING || unit.kind == VALUE_MAP)
		json_optional(w, "schema:unitText", reader_text(&set->reader, column, "unit"));
	else if (str_eq(type, S("percent")))
		json_optional(w, "schema:unitText", S("%"));
	json_optional(w, "dc:description", reader_text(&set->reader, column, "note"));
	add_code(w, "schema:certainty", value_get_str(column, S("certainty")));
	json_end_object(w);
}

static void add_schema(const struct dataset *set, struct json_writer *w)
{
	json_key(w, S("tableSchema"));
	json_begin_object(w);
	json_key(w, S("columns"));
	json_begin_list(w);
	for (size_t i = 0; i < value_count(set->columns); i++)
		add_column(set, w, set->columns.list->items[i]);
	json_end_list(w);
	json_end_object(w);
}

static void add_source(const struct dataset *set, struct json_writer *w, struct value source)
{
	const struct record *record = reader_reference(&set->reader, source, "source", "sources");
	str title = reader_text(&set->reader, source, "title");
	str url = value_get_str(source, S("url"));
	if (record) {
		title = title.len ? title : reader_title(&set->reader, record);
		url = url.len ? url : value_get_str(record_facts(record)->json, S("url"));
	}
	json_begin_object(w);
	json_optional(w, "dc:title", title);
	add_address(w, "schema:url", url);
	add_day(w, "dc:date", value_get_str(source, S("date")));
	json_end_object(w);
}

static void add_sources(const struct dataset *set, struct json_writer *w)
{
	struct value sources = value_get(record_facts(set->record)->json, S("source"), NULL);
	if (!value_count(sources))
		return;
	json_key(w, S("dc:source"));
	json_begin_list(w);
	for (size_t i = 0; i < value_count(sources); i++)
		add_source(set, w, sources.list->items[i]);
	json_end_list(w);
}

static void add_about(const struct dataset *set, struct json_writer *w)
{
	struct value json = record_facts(set->record)->json;
	const struct config *config = &set->reader.site->config;
	json_optional(w, "dc:title", reader_title(&set->reader, set->record));
	json_optional(w, "dc:description", reader_text(&set->reader, json, "description"));
	json_optional(
		w, "schema:measurementTechnique", reader_text(&set->reader, json, "definition"));
	add_day(w, "dc:date", value_get_str(json, S("date")));
	add_day(w, "dc:modified", value_get_str(json, S("checked_on")));
	add_code(w, "dc:language", config->languages[0].tag);
	json_optional(
		w, "dc:publisher", config_text(config, config->title, set->reader.language, NULL));
	add_address(w, "dc:license", value_get_str(config->json, S("license")));
	json_optional(w, "schema:creditText", reader_text(&set->reader, json, "credit"));
	add_address(w, "schema:url", reader_page_url(&set->reader, set->record));
	add_sources(set, w);
}

str csvw_write_metadata(const struct site *site, size_t index, struct arena *arena, struct buf *out)
{
	struct dataset set = open_dataset(site, index, arena);
	struct json_writer w = json_writer(out, 2);
	if (!set.path.len)
		return set.path;
	json_begin_object(&w);
	json_key(&w, S("@context"));
	json_begin_list(&w);
	json_string(&w, S("http://www.w3.org/ns/csvw"));
	json_begin_object(&w);
	json_optional(&w, "@language", site->config.languages[0].tag);
	json_end_object(&w);
	json_end_list(&w);
	json_optional(&w, "url", arena_join(arena, set.record->id, S(".csv"), S("")));
	add_about(&set, &w);
	add_schema(&set, &w);
	json_end_object(&w);
	buf_adds(out, "\n");
	return arena_join(arena, set.path, S("-metadata.json"), S(""));
}
