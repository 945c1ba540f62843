#include "check/fact.h"
#include "base/messages.h"
#include "locale/format.h"

/* 2024 or "2024" */
static bool is_year(struct value cell)
{
	int64_t year = cell.kind == VALUE_INT ? cell.integer : 0;
	if (cell.kind == VALUE_STRING && !str_to_int(cell.string, &year))
		return false;
	return year >= 1000 && year <= 9999;
}

/* NULL when the cell fits; else what the column holds. A text may be one string
 * or one for each language. */
static const char *wrong_kind(struct value cell, str datatype)
{
	struct day day;
	if (cell.kind == VALUE_NULL)
		return NULL;
	if (str_eq(datatype, S("string")))
		return cell.kind == VALUE_STRING || cell.kind == VALUE_MAP ? NULL : N_("a text");
	if (str_eq(datatype, S("integer")))
		return cell.kind == VALUE_INT ? NULL : N_("a whole number");
	if (str_eq(datatype, S("number")) || str_eq(datatype, S("percent")))
		return value_is_number(cell) ? NULL : N_("a number");
	if (str_eq(datatype, S("year")))
		return is_year(cell) ? NULL : N_("a year");
	if (str_eq(datatype, S("date")))
		return cell.kind == VALUE_STRING && day_parse(cell.string, &day)
			       ? NULL
			       : N_("a date such as 2026-12-24");
	return NULL;
}

static void check_row(struct value row, struct value columns, struct diags *diags)
{
	size_t n = value_count(row);
	if (n != value_count(columns)) {
		diag_add(diags, DIAG_DATASET_CELL, row.span,
			"the table has %zu columns, this row fills %zu", value_count(columns), n);
		diag_note(diags, SPAN_NONE, "what nobody knows is null");
		return;
	}
	for (size_t i = 0; i < n; i++) {
		struct value column = columns.list->items[i], cell = row.list->items[i];
		const char *wanted = wrong_kind(cell, value_get_str(column, S("datatype")));
		if (wanted)
			diag_add(diags, DIAG_DATASET_CELL, cell.span,
				"column '%.*s' holds %s, or null",
				STR_ARGS(value_get_str(column, S("name"))), _(wanted));
	}
}

static void check_column(struct value name, struct value columns, bool drawn, struct diags *diags)
{
	struct arena arena;
	arena_init(&arena);
	str *names = ARENA_ARRAY(&arena, str, value_count(columns));
	size_t n = 0;
	for (; n < value_count(columns); n++) {
		names[n] = value_get_str(columns.list->items[n], S("name"));
		if (str_eq(names[n], name.string))
			break;
	}
	if (n == value_count(columns)) {
		diag_add(diags, DIAG_CHART_COLUMN, name.span, "the table has no column '%.*s'",
			STR_ARGS(name.string));
		diag_suggest(diags, name.string, names, n);
	} else if (drawn &&
		   str_eq(value_get_str(columns.list->items[n], S("datatype")), S("string"))) {
		diag_add(diags, DIAG_CHART_COLUMN, name.span,
			"column '%.*s' holds texts, so it can't be drawn", STR_ARGS(name.string));
	}
	arena_release(&arena);
}

/* Two columns of one name: a chart could mean either. */
static void check_names(struct value columns, struct diags *diags)
{
	for (size_t i = 0; i < value_count(columns); i++) {
		struct value name = value_get(columns.list->items[i], S("name"), NULL);
		for (size_t j = 0; j < i; j++)
			if (name.kind == VALUE_STRING &&
				str_eq(value_get_str(columns.list->items[j], S("name")),
					name.string))
				diag_add(diags, DIAG_CHART_COLUMN, name.span,
					"two columns are called '%.*s'", STR_ARGS(name.string));
	}
}

void figures_check(const struct site *site, const struct record *dataset, struct diags *diags)
{
	struct value columns = value_get(record_facts(dataset)->json, S("columns"), NULL);
	struct value rows = value_get(record_facts(dataset)->json, S("rows"), NULL);
	struct value chart = value_get(record_facts(dataset)->json, S("chart"), NULL);
	struct value x = value_get(chart, S("x"), NULL), y = value_get(chart, S("y"), NULL);
	UNUSED(site);
	check_names(columns, diags);
	for (size_t i = 0; i < value_count(rows); i++)
		if (value_is_list(rows.list->items[i]))
			check_row(rows.list->items[i], columns, diags);
	if (x.kind == VALUE_STRING)
		check_column(x, columns, false, diags);
	for (size_t i = 0; i < value_count(y); i++)
		if (y.list->items[i].kind == VALUE_STRING)
			check_column(y.list->items[i], columns, true, diags);
}
