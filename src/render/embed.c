#include "render/embed.h"

#include "base/messages.h"
#include "markdown/quote.h"
#include "model/quoted.h"
#include "query/param.h"
#include "value/yaml.h"

/* Embeds whose texts hold embeds whose texts …: one level is enough. */
#define DEPTH_MAX 2

/* --- parameters --------------------------------------------------------------------- */

struct param_names {
	str items[32];
	size_t len;
};

static struct param_names names_of(const struct unit *unit)
{
	struct param_names names = {.len = 0};
	while (names.len < unit->nparams && names.len < ARRAY_LEN(names.items)) {
		names.items[names.len] = unit->params[names.len].name;
		names.len++;
	}
	return names;
}

/* Nothing is like it: then which there are. */
static void suggest_or_list(struct frame *frame, str wanted, const str *names, size_t n)
{
	struct buf list;
	if (str_nearest(wanted, names, n).len || !n) {
		diag_suggest(&frame->worker->diags, wanted, names, n);
		return;
	}
	buf_init(&list);
	for (size_t i = 0; i < n; i++)
		buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARGS(names[i]));
	diag_note(&frame->worker->diags, SPAN_NONE, "there are: %s", list.data);
	buf_release(&list);
}

static void report_unknown(
	struct frame *frame, const struct unit *unit, const struct value_entry *entry)
{
	struct param_names names = names_of(unit);
	diag_add(&frame->worker->diags, DIAG_EMBED_PARAM, entry->key_span, "@%.*s takes no '%.*s'",
		STR_ARGS(str_from(unit->name, sizeof("embeds/") - 1)), STR_ARGS(entry->key));
	suggest_or_list(frame, entry->key, names.items, names.len);
}

/* Was it given under a name that is nearly its own? Then that has been said. */
static bool is_misspelt(const struct unit *unit, struct value given, const struct param *param)
{
	struct param_names names = names_of(unit);
	for (size_t i = 0; i < given.map->len; i++) {
		str key = given.map->entries[i].key;
		if (!param_find(unit, key) &&
			str_eq(str_nearest(key, names.items, names.len), param->name))
			return true;
	}
	return false;
}

static void check_needed(struct frame *frame, const struct unit *unit, struct value given,
	const struct param *param, struct span name_span)
{
	if (param->required && !is_misspelt(unit, given, param))
		diag_add(&frame->worker->diags, DIAG_EMBED_PARAM, name_span, "@%.*s needs '%.*s'",
			STR_ARGS(str_from(unit->name, sizeof("embeds/") - 1)),
			STR_ARGS(param->name));
}

static struct value mistyped(
	struct frame *frame, const struct param *param, struct value v, const char *wanted)
{
	diag_add(&frame->worker->diags, DIAG_EMBED_PARAM, v.span, "'%.*s' wants %s, not %s",
		STR_ARGS(param->name), _(wanted), value_kind_name(v));
	return value_none();
}

static void note_records(struct frame *frame, const struct kind *kind, str id)
{
	VEC(str) ids = {0};
	for (size_t i = 0; kind && i < kind->nrecords; i++)
		VEC_PUSH(&ids, kind->records[i]->id);
	if (str_nearest(id, ids.items, ids.len).len)
		diag_suggest(&frame->worker->diags, id, ids.items, ids.len);
	else if (kind)
		diag_note(&frame->worker->diags, SPAN_NONE,
			"the name of a file in data/%.*s/, without .json", STR_ARGS(kind->name));
	else
		diag_note(&frame->worker->diags, SPAN_NONE, "write the kind and the id: kind/id");
	VEC_FREE(&ids);
}

static struct value find_record(
	struct frame *frame, const struct kind *kind, str id, struct value v)
{
	const struct record *record = kind ? kind_find(kind, id) : NULL;
	if (record)
		return view_record(frame, record);
	diag_add(&frame->worker->diags, DIAG_EMBED_RECORD, v.span, "no record '%.*s'",
		STR_ARGS(v.string));
	if (kind)
		diag_misses(&frame->worker->diags, kind->name, id);
	note_records(frame, kind, id);
	return value_none();
}

/* "organizations/skalbes" */
static struct value record_value(struct frame *frame, struct value v)
{
	const struct site *site = frame->renderer->site;
	size_t slash = str_find_char(v.string, '/');
	str name = str_sub(v.string, 0, slash);
	if (slash == STR_NONE)
		return find_record(frame, NULL, S(""), v);
	if (!site_kind(site, name)) {
		site_report_kind(site, name, v.span, &frame->worker->diags);
		return value_none();
	}
	return find_record(frame, site_kind(site, name), str_from(v.string, slash + 1), v);
}

static struct value typed(struct frame *frame, const struct param *param, str type, struct value v);

static struct value typed_list(struct frame *frame, const struct param *param, struct value v)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	str items = param->items.len ? param->items : S("string");
	for (size_t i = 0; i < value_count(v); i++)
		value_list_push(scratch, list, typed(frame, param, items, v.list->items[i]));
	return value_list(list, v.span);
}

struct filling {
	struct frame *frame;
	struct span span;
};

static str value_of_quote(void *ctx, str written, const struct quote *quote)
{
	const struct filling *filling = ctx;
	const struct frame *frame = filling->frame;
	struct quoting quoting = {
		{frame->renderer->site, frame_page(frame)->body_language, &frame->worker->scratch},
		&frame->worker->diags, true, false};
	UNUSED(written);
	return quoted_value(&quoting, quote->name, quote->ref, filling->span);
}

/* A text of an embed, such as a letter, names values of records as a page's text does. */
static struct value with_values(struct frame *frame, struct value v)
{
	struct filling filling = {frame, v.span};
	if (v.kind != VALUE_STRING)
		return v;
	return value_string(
		quote_fill(v.string, value_of_quote, &filling, &frame->worker->scratch), v.span);
}

/* Numbers in YAML that stand for a text, such as the id 116123. */
static struct value as_text(struct frame *frame, struct value v)
{
	if (v.kind != VALUE_INT)
		return v;
	return value_string(value_text(v, &frame->worker->scratch), v.span);
}

static struct value typed(struct frame *frame, const struct param *param, str type, struct value v)
{
	const char *wanted = param_wants(type, v);
	if (wanted)
		return mistyped(frame, param, v, wanted);
	if (v.kind == VALUE_LIST)
		return typed_list(frame, param, v);
	if (str_eq(type, S("integer")) || str_eq(type, S("boolean")))
		return v;
	v = as_text(frame, v);
	if (param->kind.len)
		return find_record(
			frame, site_kind(frame->renderer->site, param->kind), v.string, v);
	if (str_eq(type, S("record")))
		return record_value(frame, v);
	if (!str_eq(type, S("markdown")))
		return with_values(frame, v);
	return value_html(frame_markdown(frame, v.string, v.span));
}

static struct value read_params(
	struct frame *frame, const struct unit *unit, struct value given, struct span name_span)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	for (size_t i = 0; i < given.map->len; i++)
		if (!param_find(unit, given.map->entries[i].key))
			report_unknown(frame, unit, &given.map->entries[i]);
	for (size_t i = 0; i < unit->nparams; i++) {
		const struct param *param = &unit->params[i];
		const struct value_entry *entry = value_map_find(given.map, param->name);
		struct value v = entry ? entry->value : param->otherwise;
		if (!entry)
			check_needed(frame, unit, given, param, name_span);
		if (v.kind != VALUE_NONE)
			v = typed(frame, param, param->type, v);
		if (v.kind != VALUE_NONE)
			value_map_put(scratch, map, param->name, SPAN_NONE, v);
	}
	return value_map(map, SPAN_NONE);
}

/* --- the embed ---------------------------------------------------------------------- */

static const struct unit *find_unit(struct frame *frame, str name, struct span span)
{
	const struct units *units = frame->renderer->units;
	str path = arena_join(&frame->worker->scratch, S("embeds/"), name, S(""));
	const struct unit *unit = units_find(units, path);
	if (unit)
		return unit;
	diag_add(&frame->worker->diags, DIAG_EMBED_UNKNOWN, span, "no embed is called @%.*s",
		STR_ARGS(name));
	str names[64];
	size_t n = 0;
	for (size_t i = 0; i < units->list.len && n < ARRAY_LEN(names); i++)
		if (str_starts(units->list.items[i]->name, S("embeds/")))
			names[n++] = str_from(units->list.items[i]->name, sizeof("embeds/") - 1);
	suggest_or_list(frame, name, names, n);
	return NULL;
}

void embed_render(struct frame *frame, str name, str body, struct span name_span,
	struct span body_span, struct buf *out)
{
	struct value given;
	struct worker *worker = frame->worker;
	const struct unit *unit = find_unit(frame, name, name_span);
	if (!unit || !unit->template)
		return;
	if (frame->depth >= DEPTH_MAX) {
		diag_add(&worker->diags, DIAG_EMBED_UNKNOWN, name_span,
			"embeds stand too deep inside each other here");
		return;
	}
	if (!yaml_parse(&worker->scratch, body, body_span, &worker->diags, &given))
		return;
	frame->depth++;
	struct value params = read_params(frame, unit, given, name_span);
	struct template_env env = {.scratch = &worker->scratch,
		.diags = &worker->diags,
		.recent = &worker->recent,
		.watched = S("")};
	template_render(&frame->renderer->units->set, unit->template,
		view_root(frame, unit, value_get(params, S("record"), &worker->scratch), params),
		&env, out);
	frame->depth--;
}
