/* Figures: the table of a dataset, and its chart. */
#include <math.h>

#include "chart/chart.h"
#include "view/extra.h"
#include "view/object.h"
#include "view/field.h"

/* Digits behind the comma that are shown of any number. */
#define DECIMALS         6
#define PERCENT_DECIMALS 2

/* From here on sums and differences of what is drawn could be infinite. */
#define DRAWN_MAX 1e300

struct dataset {
	const struct frame *frame;
	const struct record *record;
	struct value columns; /* lists, maybe of nothing */
	struct value rows;
};

static struct dataset dataset_of(const struct frame *frame, const struct record *record)
{
	struct arena *scratch = &frame->worker->scratch;
	return (struct dataset){frame, record,
		value_get(record_facts(record)->json, S("columns"), scratch),
		value_get(record_facts(record)->json, S("rows"), scratch)};
}

static struct arena *scratch_of(const struct dataset *set)
{
	return &set->frame->worker->scratch;
}

static struct value column_at(const struct dataset *set, size_t i)
{
	return set->columns.list->items[i];
}

static bool has_type(const struct dataset *set, size_t column, str type)
{
	return str_eq(value_get_str(column_at(set, column), S("datatype")), type);
}

/* VALUE_NONE when the row is shorter than the table. */
static struct value cell_at(const struct dataset *set, size_t row, size_t column)
{
	struct value cells = set->rows.list->items[row];
	return column < value_count(cells) ? cells.list->items[column] : value_none();
}

static str number_text(const struct dataset *set, size_t column, struct value v)
{
	struct formatter *formatter = frame_formatter(set->frame);
	if (has_type(set, column, S("year")))
		return value_text(v, scratch_of(set));
	if (has_type(set, column, S("percent")))
		return formatter_percent(
			formatter, value_number(v), PERCENT_DECIMALS, scratch_of(set));
	return formatter_number(formatter, value_number(v), DECIMALS, scratch_of(set));
}

static struct value cell_text(const struct dataset *set, size_t column, struct value v)
{
	if (value_is_number(v))
		return value_string(number_text(set, column, v), SPAN_NONE);
	if (v.kind == VALUE_STRING && has_type(set, column, S("date")))
		return view_date(set->frame, v.string);
	return frame_text(set->frame, v, false);
}

static str text_of(const struct dataset *set, struct value text)
{
	return value_text(frame_text(set->frame, text, false), scratch_of(set));
}

/* --- the table ---------------------------------------------------------------------- */

static struct value column_value(const struct dataset *set, size_t i)
{
	struct object object = object_new(scratch_of(set));
	struct value column = column_at(set, i);
	static const str texts[][2] = {{STR_INIT("title"), STR_INIT("titles")},
		{STR_INIT("unit"), STR_INIT("unit")}, {STR_INIT("note"), STR_INIT("note")}};
	for (size_t t = 0; t < ARRAY_LEN(texts); t++) {
		struct value text = value_get(column, texts[t][1], scratch_of(set));
		object_put(object, texts[t][0], frame_text(set->frame, text, false));
	}
	object_put_bool(object, S("number"),
		i > 0 && !has_type(set, i, S("string")) && !has_type(set, i, S("date")));
	return object_value(object);
}

static struct value cell_value(const struct dataset *set, size_t row, size_t column)
{
	struct object object = object_new(scratch_of(set));
	struct value v = cell_at(set, row, column);
	bool known = v.kind != VALUE_NULL && v.kind != VALUE_NONE;
	object_put(object, S("text"), known ? cell_text(set, column, v) : value_none());
	object_put_bool(object, S("header"), column == 0);
	object_put_bool(object, S("number"), value_is_number(v));
	object_put_bool(object, S("unknown"), !known);
	return object_value(object);
}

static struct value row_value(const struct dataset *set, size_t row)
{
	size_t n = value_count(set->columns);
	struct object object = object_new(scratch_of(set));
	struct value *cells = ARENA_ARRAY(scratch_of(set), struct value, n);
	for (size_t i = 0; i < n; i++)
		cells[i] = cell_value(set, row, i);
	object_put(object, S("cells"), view_array(cells, n, scratch_of(set)));
	return object_value(object);
}

struct value view_table(const struct frame *frame, const struct record *record)
{
	struct dataset set = dataset_of(frame, record);
	size_t ncolumns = value_count(set.columns), nrows = value_count(set.rows);
	struct object object = object_new(scratch_of(&set));
	struct value *columns = ARENA_ARRAY(scratch_of(&set), struct value, ncolumns);
	struct value *rows = ARENA_ARRAY(scratch_of(&set), struct value, nrows);
	if (!ncolumns)
		return value_none();
	for (size_t i = 0; i < ncolumns; i++)
		columns[i] = column_value(&set, i);
	for (size_t i = 0; i < nrows; i++)
		rows[i] = row_value(&set, i);
	object_put_str(object, S("title"),
		text_of(&set, value_get(record_facts(record)->json, S("name"), scratch_of(&set))));
	object_put(object, S("columns"), view_array(columns, ncolumns, scratch_of(&set)));
	object_put(object, S("rows"), view_array(rows, nrows, scratch_of(&set)));
	return object_value(object);
}

struct value view_as_of(const struct frame *frame, const struct record *record)
{
	struct value date =
		value_get(record_facts(record)->json, S("date"), &frame->worker->scratch);
	struct value day = date.kind == VALUE_STRING ? view_date(frame, date.string) : date;
	return day.kind == VALUE_NONE ? date : day;
}

/* --- the chart ---------------------------------------------------------------------- */

/* STR_NONE when there is none of that name. */
static size_t find_column(const struct dataset *set, struct value name)
{
	for (size_t i = 0; name.kind == VALUE_STRING && i < value_count(set->columns); i++)
		if (str_eq(value_get_str(column_at(set, i), S("name")), name.string))
			return i;
	return STR_NONE;
}

/* "Atlīdzība (eiro)"; the sign of percent stands at each number already. */
static str series_name(const struct dataset *set, size_t column)
{
	struct arena *scratch = scratch_of(set);
	struct value json = column_at(set, column);
	str title = text_of(set, value_get(json, S("titles"), scratch));
	str unit = text_of(set, value_get(json, S("unit"), scratch));
	if (!unit.len || has_type(set, column, S("percent")) || str_eq_nocase(unit, title))
		return title;
	return arena_printf(scratch, "%.*s (%.*s)", STR_ARGS(title), STR_ARGS(unit));
}

static struct chart_series series_of(const struct dataset *set, size_t column, size_t nrows)
{
	struct chart_value *values = ARENA_ARRAY(scratch_of(set), struct chart_value, nrows);
	for (size_t i = 0; i < nrows; i++) {
		struct value cell = cell_at(set, i, column);
		values[i].known = value_is_number(cell) && fabs(value_number(cell)) < DRAWN_MAX;
		if (!values[i].known)
			continue;
		values[i].n = value_number(cell);
		values[i].text = number_text(set, column, cell);
	}
	return (struct chart_series){series_name(set, column), values};
}

static const str *labels_of(const struct dataset *set, size_t column, size_t nrows)
{
	struct arena *scratch = scratch_of(set);
	str *labels = ARENA_ARRAY(scratch, str, nrows);
	for (size_t i = 0; i < nrows; i++)
		labels[i] = value_text(cell_text(set, column, cell_at(set, i, column)), scratch);
	return labels;
}

static enum chart_type type_of(str word)
{
	static const str words[] = {[CHART_BARS] = STR_INIT("bars"),
		[CHART_GROUPED] = STR_INIT("grouped"),
		[CHART_STACKED] = STR_INIT("stacked"),
		[CHART_LINES] = STR_INIT("lines")};
	size_t i = 0;
	while (i + 1 < ARRAY_LEN(words) && !str_eq(words[i], word))
		i++;
	return (enum chart_type)i;
}

static size_t rows_drawn(const struct dataset *set, struct value json)
{
	size_t nrows = value_count(set->rows);
	int64_t limit = value_get_int(json, S("limit"), (int64_t)nrows);
	return limit > 0 && (size_t)limit < nrows ? (size_t)limit : nrows;
}

/* Columns that do not exist are left out: the check has told about them. */
static struct chart chart_of(const struct dataset *set, struct value json)
{
	struct arena *scratch = scratch_of(set);
	struct value y = value_get(json, S("y"), scratch);
	size_t x = find_column(set, value_get(json, S("x"), scratch));
	struct chart chart = {.type = type_of(value_get_str(json, S("type")))};
	struct chart_series *series = ARENA_ARRAY(scratch, struct chart_series, value_count(y));
	if (x == STR_NONE)
		return chart;
	chart.nlabels = rows_drawn(set, json);
	chart.labels = labels_of(set, x, chart.nlabels);
	for (size_t i = 0; i < value_count(y); i++) {
		size_t column = find_column(set, y.list->items[i]);
		if (column != STR_NONE)
			series[chart.nseries++] = series_of(set, column, chart.nlabels);
	}
	chart.series = series;
	chart.title = text_of(set, value_get(record_facts(set->record)->json, S("name"), scratch));
	chart.unknown = value_text(
		value_get_path(view_strings(set->frame), S("data.unknown"), scratch), scratch);
	return chart;
}

struct value view_chart(const struct frame *frame, const struct record *record)
{
	struct dataset set = dataset_of(frame, record);
	struct value json = value_get(record_facts(record)->json, S("chart"), scratch_of(&set));
	struct buf svg;
	if (json.kind != VALUE_MAP || !value_count(set.columns))
		return value_none();
	struct chart chart = chart_of(&set, json);
	buf_init(&svg);
	chart_draw(&chart, &svg);
	str html = arena_str(scratch_of(&set), buf_str(&svg));
	buf_release(&svg);
	return html.len ? value_html(html) : value_none();
}
