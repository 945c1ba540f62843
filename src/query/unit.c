#include "query/unit.h"

#include <stdlib.h>

#include "base/messages.h"
#include "model/shape.h"
#include "query/check.h"
#include "query/param.h"
#include "query/query.h"
#include "value/yaml.h"

static const char *const whens[] = {"upcoming", "past", "current", NULL};

static const struct shape_row query_rows[] = {
	{STR_INIT("from"), SHAPE_STRING, true, N_("a kind of records, or pages"), NULL, NULL},
	{STR_INIT("where"), SHAPE_OBJECT, false, N_("fields and what they must hold"), NULL, NULL},
	{STR_INIT("when"), SHAPE_WORD, false, N_("upcoming, past or current"), whens, NULL},
	{STR_INIT("sort"), SHAPE_STRING, false, N_("a field; with - before it: from the end"), NULL,
		NULL},
	{STR_INIT("group_by"), SHAPE_STRING, false, N_("a field: one group for each value"), NULL,
		NULL},
	{STR_INIT("limit"), SHAPE_ANY, false, N_("how many at most, or params.name"), NULL, NULL},
};
static const struct shape query_shape = {
	N_("a list of a template"), query_rows, ARRAY_LEN(query_rows)};

static const char *const types[] = {
	"string", "integer", "boolean", "record", "markdown", "list", NULL};

static const struct shape_row param_rows[] = {
	{STR_INIT("type"), SHAPE_WORD, false,
		N_("string, integer, boolean, record, markdown or list"), types, NULL},
	{STR_INIT("kind"), SHAPE_STRING, false,
		N_("the parameter is the id of a record of this kind"), NULL, NULL},
	{STR_INIT("items"), SHAPE_WORD, false, N_("what a list holds"), types, NULL},
	{STR_INIT("required"), SHAPE_BOOL, false, N_("true: an embed must give it"), NULL, NULL},
	{STR_INIT("default"), SHAPE_ANY, false, N_("its value when it is not given"), NULL, NULL},
};
static const struct shape param_shape = {
	N_("a parameter of a template"), param_rows, ARRAY_LEN(param_rows)};

static const char *const sorts[] = {"when", NULL};

static const struct shape_row form_rows[] = {
	{STR_INIT("length"), SHAPE_INT, false, N_("how many records a page shows"), NULL, NULL},
	{STR_INIT("sort"), SHAPE_WORD, false,
		N_("when: what is to come first, then what is over; else by title"), sorts, NULL},
	{STR_INIT("group_by"), SHAPE_STRING, false, N_("a field: one group for each value"), NULL,
		NULL},
};
static const struct shape form_shape = {
	N_("the records of a template"), form_rows, ARRAY_LEN(form_rows)};

static const struct shape_row unit_rows[] = {
	{STR_INIT("params"), SHAPE_OBJECT, false, N_("what an embed can be given"), NULL, NULL},
	{STR_INIT("lists"), SHAPE_OBJECT, false, N_("the lists that the template shows"), NULL,
		NULL},
	{STR_INIT("records"), SHAPE_OBJECT, false,
		N_("how the template shows the records of its page"), NULL, &form_shape},
};
static const struct shape unit_shape = {
	N_("front matter of a template"), unit_rows, ARRAY_LEN(unit_rows)};

void units_init(struct units *units, struct arena *arena)
{
	*units = (struct units){.arena = arena};
	template_set_init(&units->set);
}

void units_release(struct units *units)
{
	template_set_release(&units->set);
	map_release(&units->by_name);
	map_release(&units->assets);
	VEC_FREE(&units->list);
}

const struct unit *units_find(const struct units *units, str name)
{
	return map_get(&units->by_name, name);
}

static void read_param(struct units *units, struct unit *unit, const struct value_entry *entry,
	struct diags *diags)
{
	struct value v = entry->value;
	if (!shape_check(&param_shape, v, v.span, diags))
		return;
	unit->params[unit->nparams++] = (struct param){
		.name = entry->key,
		.type = value_get_str(v, S("type")),
		.kind = value_get_str(v, S("kind")),
		.items = value_get_str(v, S("items")),
		.required = value_get_bool(v, S("required")),
		.otherwise = value_get(v, S("default"), units->arena),
		.span = entry->key_span,
	};
}

/* Nothing in it depends on the page, the record or a parameter. */
static bool is_fixed(const struct list_query *query)
{
	for (size_t i = 0; query->where.kind == VALUE_MAP && i < query->where.map->len; i++)
		if (query_is_name(query->where.map->entries[i].value))
			return false;
	return !query_is_name(query->limit);
}

static void read_query(struct units *units, struct unit *unit, const struct value_entry *entry,
	struct diags *diags)
{
	struct value v = entry->value;
	if (!shape_check(&query_shape, v, v.span, diags))
		return;
	struct list_query *query = &unit->lists[unit->nlists++];
	*query = (struct list_query){
		.name = entry->key,
		.from = value_get_str(v, S("from")),
		.where = value_get(v, S("where"), units->arena),
		.when = value_get_str(v, S("when")),
		.sort = value_get_str(v, S("sort")),
		.group_by = value_get_str(v, S("group_by")),
		.limit = value_get(v, S("limit"), units->arena),
		.span = value_map_find(v.map, S("from"))->value.span,
		.index = units->nqueries++,
	};
	query->fixed = is_fixed(query);
}

static void read_form(struct unit *unit, struct value v, struct diags *diags)
{
	int64_t length = value_get_int(v, S("length"), 0);
	if (v.kind != VALUE_MAP)
		return;
	if (length < 0)
		diag_add(diags, DIAG_KEY_TYPE, value_map_find(v.map, S("length"))->value.span,
			"a page can't show %lld records", (long long)length);
	unit->form.length = length > 0 ? (size_t)length : 0;
	unit->form.sort = value_get_str(v, S("sort"));
	unit->form.group_by = value_get_str(v, S("group_by"));
}

static void read_front_matter(
	struct units *units, struct unit *unit, struct value front, struct diags *diags)
{
	shape_check(&unit_shape, front, front.span, diags);
	read_form(unit, value_get(front, S("records"), units->arena), diags);
	struct value params = value_get(front, S("params"), units->arena);
	struct value lists = value_get(front, S("lists"), units->arena);
	if (params.kind == VALUE_MAP) {
		unit->params = ARENA_ARRAY(units->arena, struct param, params.map->len);
		for (size_t i = 0; i < params.map->len; i++)
			read_param(units, unit, &params.map->entries[i], diags);
	}
	if (lists.kind == VALUE_MAP) {
		unit->lists = ARENA_ARRAY(units->arena, struct list_query, lists.map->len);
		for (size_t i = 0; i < lists.map->len; i++)
			read_query(units, unit, &lists.map->entries[i], diags);
	}
}

void units_add(struct units *units, str name, str text, uint32_t source, struct diags *diags)
{
	struct front_matter matter;
	struct value front;
	struct unit *unit = ARENA_NEW(units->arena, struct unit);
	unit->name = unit->form.template = name;
	unit->source = source;
	unit->shared = str_starts(name, S("layouts/")) || str_starts(name, S("parts/"));
	map_put(&units->by_name, name, unit);
	VEC_PUSH(&units->list, unit);
	if (!front_matter_split(text, source, diags, &matter))
		return;
	if (matter.found && yaml_parse(units->arena, matter.yaml, matter.span, diags, &front))
		read_front_matter(units, unit, front, diags);
	template_set_add(&units->set, name, matter.body,
		span_of(source, matter.body_start, text.len), diags);
}

str units_add_asset(struct units *units, str path)
{
	str name = arena_replace(units->arena, path, "./-", '_');
	map_put(&units->assets, name, units);
	return name;
}

static bool names_list(const struct unit *unit, str name)
{
	for (size_t i = 0; i < unit->nlists; i++)
		if (str_eq(unit->lists[i].name, name))
			return true;
	return false;
}

static bool is_replaced(const struct units *units, const struct list_query *query)
{
	for (size_t u = 0; u < units->list.len; u++)
		if (!units->list.items[u]->shared && names_list(units->list.items[u], query->name))
			return true;
	return false;
}

void units_link(struct units *units, const struct site *site, const struct template_names *known,
	struct diags *diags)
{
	template_set_link(&units->set, known, diags);
	for (size_t u = 0; u < units->list.len; u++) {
		struct unit *unit = units->list.items[u];
		unit->template = template_set_find(&units->set, unit->name);
		for (size_t i = 0; i < unit->nparams; i++)
			param_check(&unit->params[i], site, diags);
		for (size_t i = 0; i < unit->nlists; i++) {
			unit->lists[i].replaced =
				unit->shared && is_replaced(units, &unit->lists[i]);
			query_check(units, &unit->lists[i], site, diags);
		}
	}
}
