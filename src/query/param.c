#include "query/param.h"

#include "base/messages.h"

const struct param *param_find(const struct unit *unit, str name)
{
	for (size_t i = 0; i < unit->nparams; i++)
		if (str_eq(unit->params[i].name, name))
			return &unit->params[i];
	return NULL;
}

const char *param_wants(str type, struct value v)
{
	if (str_eq(type, S("integer")))
		return v.kind == VALUE_INT ? NULL : N_("a whole number");
	if (str_eq(type, S("boolean")))
		return v.kind == VALUE_BOOL ? NULL : "true or false";
	if (str_eq(type, S("list")))
		return v.kind == VALUE_LIST ? NULL : "a list";
	return v.kind == VALUE_STRING || v.kind == VALUE_INT ? NULL : N_("text");
}

static void check_record(
	const struct param *param, struct value v, const struct site *site, struct diags *diags)
{
	struct arena arena;
	arena_init(&arena);
	str id = value_text(v, &arena);
	str ref = param->kind.len ? arena_join(&arena, param->kind, S("/"), id) : id;
	if (!site_record(site, ref)) {
		diag_add(diags, DIAG_EMBED_RECORD, v.span, "no record '%.*s'", STR_ARGS(ref));
		diag_misses(diags, S(""), ref);
	}
	arena_release(&arena);
}

static void check_value(const struct param *param, str type, struct value v,
	const struct site *site, struct diags *diags)
{
	const char *wanted = param_wants(type, v);
	bool list = v.kind == VALUE_LIST;
	if (wanted)
		diag_add(diags, DIAG_KEY_TYPE, v.span,
			"the default of '%.*s' in front matter of a template wants %s, not %s",
			STR_ARGS(param->name), _(wanted), value_kind_name(v));
	for (size_t i = 0; !wanted && list && i < v.list->len; i++)
		check_value(param, param->items, v.list->items[i], site, diags);
	if (!wanted && !list && (param->kind.len || str_eq(type, S("record"))))
		check_record(param, v, site, diags);
}

void param_check(const struct param *param, const struct site *site, struct diags *diags)
{
	if (param->kind.len && !site_kind(site, param->kind))
		site_report_kind(site, param->kind, param->span, diags);
	if (param->otherwise.kind != VALUE_NONE)
		check_value(param, param->type, param->otherwise, site, diags);
}
