#include "base/ascii.h"
#include "base/messages.h"
#include "value/schema.h"

#include "base/map.h"
#include "base/path.h"
#include "base/utf8.h"
#include "value/format_meant.h"
#include "value/json_write.h"
#include "value/number.h"
#include "value/pattern.h"
#include "value/schema_meant.h"

/* Reports for one record, choices listed in one message, bytes quoted in one. */
#define FAULTS_MAX 100
#define LISTED_MAX 12
#define QUOTED_MAX 80

struct checker {
	const struct schema_context *ctx;
	struct diags *diags;
	size_t steps_left;
	size_t errors_before;
	const struct schema_node *root;
};

static bool is_done(const struct checker *c)
{
	return c->steps_left == 0 || c->diags->nerrors - c->errors_before >= FAULTS_MAX;
}

/* As much of a text as a message can quote. */
static str quoted(str text)
{
	size_t end = text.len < QUOTED_MAX ? text.len : QUOTED_MAX;
	while (end < text.len && (text.ptr[end] & 0xc0) == 0x80)
		end--;
	return str_sub(text, 0, end);
}

static void check_node(struct checker *c, const struct schema_node *node, struct value v);

/* The person who wrote the schema says what belongs here. */
static void describe(struct checker *c, const struct schema_node *node)
{
	str title = node->title, text = node->description;
	if (title.len && text.len)
		diag_note(c->diags, SPAN_NONE, "%.*s: %.*s", STR_ARGS(title), STR_ARGS(text));
	else if (title.len + text.len)
		diag_note(c->diags, SPAN_NONE, "%.*s", STR_ARGS(title.len ? title : text));
}

/* --- types and choices -------------------------------------------------------------- */

static bool has_type(const struct schema_node *node, struct value v)
{
	return node->types == 0 || (node->types & 1u << v.kind);
}

static bool is_numeric(str text)
{
	text = str_from(text, str_starts(text, S("-")));
	return text.len > 0 && ascii_is_digit(text.ptr[0]);
}

static bool is_blank(str text)
{
	return str_trim(text).len == 0;
}

static void hint_type(struct checker *c, unsigned types, struct value v)
{
	bool wants_number = types & (1u << VALUE_INT);
	if (v.kind == VALUE_NULL)
		diag_note(c->diags, SPAN_NONE, "null means unknown, and this must be known");
	else if (wants_number && v.kind == VALUE_REAL)
		diag_note(c->diags, SPAN_NONE, "write it without a fraction");
	else if (wants_number && v.kind == VALUE_STRING && is_numeric(v.string))
		diag_note(c->diags, SPAN_NONE,
			str_find_char(v.string, ',') == STR_NONE
				? N_("write it without quotes")
				: N_("write it without quotes, and a point for the comma: 56.9"));
	else if (types & 1u << VALUE_BOOL && v.kind == VALUE_STRING)
		diag_note(c->diags, SPAN_NONE, "true means yes, false no; without quotes");
	else if (types & 1u << VALUE_STRING && (value_is_number(v) || v.kind == VALUE_BOOL))
		diag_note(c->diags, SPAN_NONE, "put it in double quotes");
	else if (types & 1u << VALUE_LIST)
		diag_note(c->diags, SPAN_NONE, "put it in [ ], also when it is only one");
}

static void report_type(
	struct checker *c, const struct schema_node *node, unsigned types, struct value v)
{
	struct buf wanted;
	buf_init(&wanted);
	schema_write_types(types, &wanted);
	diag_add(c->diags, DIAG_SCHEMA_TYPE, v.span, "expected %s, found %s", wanted.data,
		value_kind_name(v));
	buf_release(&wanted);
	hint_type(c, types, v);
	describe(c, node);
}

static void write_choices(const struct value_list *choices, struct buf *out)
{
	for (size_t i = 0; i < choices->len && i < LISTED_MAX; i++) {
		if (i > 0)
			buf_adds(out, ", ");
		json_write_value(out, choices->items[i], 0);
	}
	if (choices->len > LISTED_MAX)
		buf_printf(out, _(" and %zu more"), choices->len - LISTED_MAX);
}

static str nearest_choice(const struct value_list *choices, struct value v)
{
	str nearest = S("");
	unsigned best = UINT32_MAX;
	for (size_t i = 0; v.kind == VALUE_STRING && i < choices->len; i++) {
		if (choices->items[i].kind != VALUE_STRING)
			continue;
		str found = str_nearest(v.string, &choices->items[i].string, 1);
		unsigned distance = found.len ? str_distance(v.string, found, 3) : best;
		if (distance < best) {
			best = distance;
			nearest = found;
		}
	}
	return nearest;
}

static void check_choice(struct checker *c, const struct schema_node *node, struct value v)
{
	for (size_t i = 0; i < node->choices->len; i++)
		if (value_eq(node->choices->items[i], v))
			return;
	struct buf listed;
	str nearest = nearest_choice(node->choices, v);
	buf_init(&listed);
	write_choices(node->choices, &listed);
	if (v.kind == VALUE_STRING)
		diag_add(c->diags, DIAG_SCHEMA_ENUM, v.span, "'%.*s' is not allowed here",
			STR_ARGS(quoted(v.string)));
	else
		diag_add(c->diags, DIAG_SCHEMA_ENUM, v.span, "%s is not allowed here",
			value_kind_name(v));
	if (nearest.len)
		diag_note(c->diags, SPAN_NONE, "did you mean '%.*s'?", STR_ARGS(nearest));
	diag_note(c->diags, SPAN_NONE, "allowed: %s", listed.data);
	buf_release(&listed);
	if (node->description.len)
		describe(c, node);
}

static void check_constant(struct checker *c, const struct schema_node *node, struct value v)
{
	struct buf wanted;
	if (value_eq(node->constant, v))
		return;
	buf_init(&wanted);
	json_write_value(&wanted, node->constant, 0);
	diag_add(c->diags, DIAG_SCHEMA_CONST, v.span, "only %s can stand here", wanted.data);
	buf_release(&wanted);
}

/* --- text and numbers --------------------------------------------------------------- */

static void check_length(struct checker *c, const struct schema_node *node, struct value v)
{
	size_t length = utf8_count(v.string);
	if (length < node->min_length && length == 0)
		diag_add(c->diags, DIAG_SCHEMA_LENGTH, v.span, "this text is empty");
	else if (length < node->min_length)
		diag_add(c->diags, DIAG_SCHEMA_LENGTH, v.span,
			"this text has %zu characters, at least %zu are needed", length,
			node->min_length);
	else if (length > node->max_length)
		diag_add(c->diags, DIAG_SCHEMA_LENGTH, v.span,
			"this text has %zu characters, at most %zu are allowed", length,
			node->max_length);
	else
		return;
	describe(c, node);
}

static void check_pattern(struct checker *c, const struct schema_node *node, struct value v)
{
	if (pattern_matches(node->pattern, v.string))
		return;
	diag_add(c->diags, DIAG_SCHEMA_PATTERN, v.span, "'%.*s' has not the form asked for",
		STR_ARGS(quoted(v.string)));
	describe(c, node);
	if (node->example.len)
		diag_note(c->diags, SPAN_NONE, "for example %.*s", STR_ARGS(node->example));
	else
		diag_note(c->diags, SPAN_NONE, "the form is %.*s",
			STR_ARGS(pattern_text(node->pattern)));
}

static void report_format(struct checker *c, const struct schema_node *node, struct value v)
{
	diag_add(c->diags, DIAG_SCHEMA_FORMAT, v.span, "'%.*s' is not %s",
		STR_ARGS(quoted(v.string)), format_noun(node->format));
	diag_nearest(c->diags, format_meant(node->format, v.string, &c->diags->arena));
	diag_note(c->diags, SPAN_NONE, "%s", format_hint(node->format));
	if (!is_blank(v.string))
		return;
	bool may_be_null = node->types == 0 || node->types & 1u << VALUE_NULL;
	diag_note(c->diags, SPAN_NONE, "%s",
		may_be_null ? _("take the line out, or write null if nobody knows it")
			    : _("fill it in; a field that may be left out needs no line"));
	describe(c, node);
}

static void check_reference(struct checker *c, const struct schema_node *node, struct value v)
{
	const struct schema_context *ctx = c->ctx;
	if (!ctx->has_record || ctx->has_record(ctx->ctx, node->kind, v.string))
		return;
	str nearest =
		ctx->nearest_record ? ctx->nearest_record(ctx->ctx, node->kind, v.string) : S("");
	diag_add(c->diags, DIAG_SCHEMA_REFERENCE, v.span, "no record '%.*s' in '%.*s'",
		STR_ARGS(quoted(v.string)), STR_ARGS(node->kind));
	diag_misses(c->diags, node->kind, v.string);
	diag_nearest(c->diags, nearest);
	if (nearest.len)
		return;
	describe(c, node);
	diag_note(c->diags, SPAN_NONE, "the file names in data/%.*s/, without .json, are the ids",
		STR_ARGS(node->kind));
	if (path_is_slug(v.string))
		diag_note(c->diags, SPAN_NONE, "it is begun with: tilts new %.*s %.*s",
			STR_ARGS(node->kind), STR_ARGS(v.string));
}

/* One message is enough for a text that is not even of its format. */
static void check_string(struct checker *c, const struct schema_node *node, struct value v)
{
	check_length(c, node, v);
	if (node->format != FORMAT_NONE && !format_accepts(node->format, v.string))
		report_format(c, node, v);
	else if (node->pattern)
		check_pattern(c, node, v);
	if (node->kind.len)
		check_reference(c, node, v);
}

static void check_number(struct checker *c, const struct schema_node *node, struct value v)
{
	char space[NUMBER_SPACE];
	double n = value_number(v);
	bool below = n < node->minimum;
	if (!below && n <= node->maximum)
		return;
	str bound = number_write(below ? node->minimum : node->maximum, space);
	diag_add(c->diags, DIAG_SCHEMA_RANGE, v.span, "this number is %s %.*s",
		below ? _("below") : _("above"), STR_ARGS(bound));
	describe(c, node);
}

/* --- text in several languages ------------------------------------------------------ */

/* Nothing is no text for people: what is not known is null, or left out. */
static void check_text(struct checker *c, const struct schema_node *node, struct value v)
{
	if (!is_blank(v.string)) {
		check_string(c, node, v);
		return;
	}
	diag_add(c->diags, DIAG_SCHEMA_LENGTH, v.span, "this text is empty");
	describe(c, node);
}

static bool is_language(const struct schema_context *ctx, str code)
{
	for (size_t i = 0; i < ctx->nlanguages; i++)
		if (str_eq(ctx->languages[i], code))
			return true;
	return ctx->nlanguages == 0;
}

/* "LV" */
static str language_meant(const struct schema_context *ctx, str code)
{
	for (size_t i = 0; i < ctx->nlanguages; i++)
		if (str_eq_nocase(ctx->languages[i], code))
			return ctx->languages[i];
	return S("");
}

static void note_languages(struct checker *c)
{
	struct buf listed;
	buf_init(&listed);
	for (size_t i = 0; i < c->ctx->nlanguages; i++)
		buf_printf(&listed, "%s%.*s", i ? ", " : "", STR_ARGS(c->ctx->languages[i]));
	diag_note(c->diags, SPAN_NONE, "the languages of the site: %s", listed.data);
	buf_release(&listed);
}

static void check_translation(
	struct checker *c, const struct schema_node *node, const struct value_entry *entry)
{
	if (!is_language(c->ctx, entry->key)) {
		diag_add(c->diags, DIAG_SCHEMA_LANGUAGE, entry->key_span,
			"'%.*s' is no language of this site", STR_ARGS(quoted(entry->key)));
		diag_nearest(c->diags, language_meant(c->ctx, entry->key));
		note_languages(c);
	}
	if (entry->value.kind == VALUE_STRING)
		check_text(c, node, entry->value);
	else
		report_type(c, node, 1u << VALUE_STRING, entry->value);
}

/* What a language lacks is shown in the first one: so that one has to be there. */
static void check_first_language(struct checker *c, struct value v)
{
	str first = c->ctx->nlanguages ? c->ctx->languages[0] : S("");
	if (!first.len || value_get(v, first, NULL).kind != VALUE_NONE)
		return;
	diag_add(c->diags, DIAG_SCHEMA_LANGUAGE, v.span,
		"this text is missing in '%.*s', the site's first language", STR_ARGS(first));
	diag_note(c->diags, SPAN_NONE,
		"write it as well: readers of all languages without a text of their own see that "
		"one");
}

static void check_translations(struct checker *c, const struct schema_node *node, struct value v)
{
	size_t before = c->diags->list.len;
	if (v.map->len == 0) {
		diag_add(c->diags, DIAG_SCHEMA_LANGUAGE, v.span, "this text stands in no language");
		describe(c, node);
	}
	for (size_t i = 0; i < v.map->len && !is_done(c); i++)
		check_translation(c, node, &v.map->entries[i]);
	if (c->diags->list.len == before) /* else a slip in the code, "LV", is told already */
		check_first_language(c, v);
}

/* --- lists -------------------------------------------------------------------------- */

/* Items are told apart by their text as JSON. */
static void check_unique(struct checker *c, struct value v)
{
	struct arena scratch;
	struct buf text;
	struct map seen = {0};
	arena_init(&scratch);
	buf_init(&text);
	for (size_t i = 0; i < v.list->len && !is_done(c); i++) {
		struct value *item = &v.list->items[i];
		buf_clear(&text);
		json_write_value(&text, *item, 0);
		const struct value *first = map_get(&seen, buf_str(&text));
		if (!first) {
			map_put(&seen, arena_str(&scratch, buf_str(&text)), item);
			continue;
		}
		diag_add(c->diags, DIAG_SCHEMA_UNIQUE, item->span, "this stands in the list twice");
		diag_note(c->diags, first->span, "first written here");
	}
	map_release(&seen);
	buf_release(&text);
	arena_release(&scratch);
}

static void check_list(struct checker *c, const struct schema_node *node, struct value v)
{
	size_t len = v.list->len;
	if (len < node->min_items && len == 0) {
		diag_add(c->diags, DIAG_SCHEMA_ITEMS, v.span, "this list is empty");
		describe(c, node);
	} else if (len < node->min_items) {
		diag_add(c->diags, DIAG_SCHEMA_ITEMS, v.span,
			"this list has %zu items, at least %zu are needed", len, node->min_items);
		describe(c, node);
	} else if (len > node->max_items) {
		diag_add(c->diags, DIAG_SCHEMA_ITEMS, v.span,
			"this list has %zu items, at most %zu are allowed", len, node->max_items);
		describe(c, node);
	}
	if (node->unique_items)
		check_unique(c, v);
	for (size_t i = 0; node->items && i < len && !is_done(c); i++)
		check_node(c, node->items, v.list->items[i]);
}

/* --- objects ------------------------------------------------------------------------ */

static void report_missing(
	struct checker *c, const struct schema_property *property, struct span object)
{
	struct span brace = span_within(object, 0, object.end > object.start ? 1 : 0);
	diag_add(c->diags, DIAG_SCHEMA_REQUIRED, brace, "'%.*s' is missing",
		STR_ARGS(property->name));
	describe(c, property->node);
	if (property->node->types & 1u << VALUE_NULL)
		diag_note(c->diags, SPAN_NONE, "if it is not known, write null");
}

static void note_fields(struct checker *c, const struct schema_node *node)
{
	struct buf list;
	buf_init(&list);
	for (size_t i = 0; i < node->nproperties; i++)
		buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARGS(node->properties[i].name));
	if (list.len)
		diag_note(c->diags, SPAN_NONE, "its fields: %s", list.data);
	buf_release(&list);
}

static void report_unknown(
	struct checker *c, const struct schema_node *node, const struct value_entry *entry)
{
	str meant = schema_meant_field(node, entry->key);
	diag_add(c->diags, DIAG_SCHEMA_UNKNOWN, entry->key_span, "no field '%.*s' is known here",
		STR_ARGS(quoted(entry->key)));
	diag_nearest(c->diags, meant);
	if (!meant.len)
		note_fields(c, node);
}

static bool lacks_required(const struct schema_node *node, struct value v)
{
	for (size_t i = 0; i < node->nproperties; i++)
		if (node->properties[i].required &&
			!value_map_find(v.map, node->properties[i].name))
			return true;
	return false;
}

/* "Name" for "name": one slip is one message, that of the name that is none. */
static void report_required(struct checker *c, const struct schema_node *node, struct value v)
{
	struct schema_meant meant = schema_meant_find(node, v.map);
	for (size_t i = 0; i < node->nproperties; i++) {
		const struct schema_property *property = &node->properties[i];
		if (property->required && !value_map_find(v.map, property->name) &&
			!schema_meant_has(&meant, property->name))
			report_missing(c, property, v.span);
	}
}

/* A record may say by "$schema" which schema it follows: editors look for it there. */
static bool names_schema(
	const struct checker *c, const struct schema_node *node, const struct value_entry *entry)
{
	return node == c->root && str_eq(entry->key, S("$schema")) &&
	       entry->value.kind == VALUE_STRING;
}

static void check_map(struct checker *c, const struct schema_node *node, struct value v)
{
	if (lacks_required(node, v))
		report_required(c, node, v);
	for (size_t i = 0; i < v.map->len && !is_done(c); i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct schema_property *property = schema_property(node, entry->key);
		if (property)
			check_node(c, property->node, entry->value);
		else if (node->additional)
			check_node(c, node->additional, entry->value);
		else if (node->closed && !names_schema(c, node, entry))
			report_unknown(c, node, entry);
	}
}

/* --- forms -------------------------------------------------------------------------- */

/* What is wrong with v as this form; the caller releases the result. */
static struct diags try_form(struct checker *c, const struct schema_node *form, struct value v)
{
	struct diags found;
	struct checker trial = {c->ctx, &found, c->steps_left, 0, c->root};
	diags_init(&found);
	check_node(&trial, form, v);
	c->steps_left = trial.steps_left;
	return found;
}

static void report_no_form(
	struct checker *c, struct value v, size_t nforms, const struct diags *near)
{
	diag_add(c->diags, DIAG_SCHEMA_FORM, v.span, "this has none of the %zu forms allowed here",
		nforms);
	for (size_t i = 0; i < near->list.len && i < 3; i++)
		diag_note(c->diags, near->list.items[i].span, "for the nearest form: %.*s",
			STR_ARGS(near->list.items[i].text));
}

static void report_many_forms(struct checker *c, const struct schema_node *node, struct value v)
{
	diag_add(c->diags, DIAG_SCHEMA_FORM, v.span, "this has more than one of the forms allowed");
	describe(c, node);
}

/* The form with a type that fits and the fewest mistakes is the one meant. */
static void check_forms(struct checker *c, const struct schema_node *node, struct value v)
{
	struct diags nearest;
	size_t nfitting = 0;
	bool have_nearest = false;
	diags_init(&nearest);
	for (size_t i = 0; i < node->nforms && c->steps_left > 0; i++) {
		struct diags found = try_form(c, node->forms[i], v);
		nfitting += found.nerrors == 0;
		bool nearer = has_type(node->forms[i], v) &&
			      (!have_nearest || found.nerrors < nearest.nerrors);
		if (nearer) {
			diags_release(&nearest);
			nearest = found;
			have_nearest = true;
		} else {
			diags_release(&found);
		}
	}
	if (c->steps_left > 0 && nfitting == 0)
		report_no_form(c, v, node->nforms, &nearest);
	else if (c->steps_left > 0 && nfitting > 1)
		report_many_forms(c, node, v);
	diags_release(&nearest);
}

/* --- one value ---------------------------------------------------------------------- */

static void check_by_type(struct checker *c, const struct schema_node *node, struct value v)
{
	switch (v.kind) {
	case VALUE_STRING:
		if (node->is_text)
			check_text(c, node, v);
		else
			check_string(c, node, v);
		break;
	case VALUE_INT:
	case VALUE_REAL:
		check_number(c, node, v);
		break;
	case VALUE_LIST:
		check_list(c, node, v);
		break;
	case VALUE_MAP:
		if (node->is_text)
			check_translations(c, node, v);
		else
			check_map(c, node, v);
		break;
	case VALUE_NONE:
	case VALUE_NULL:
	case VALUE_BOOL:
	case VALUE_VIEW:
		break;
	}
}

static void check_node(struct checker *c, const struct schema_node *node, struct value v)
{
	const unsigned text = 1u << VALUE_STRING | 1u << VALUE_MAP;
	unsigned types = node->is_text && node->types == 0 ? text : node->types;
	if (is_done(c))
		return;
	c->steps_left--;
	if (types && !(types & 1u << v.kind)) {
		report_type(c, node, types, v);
		return;
	}
	if (node->choices)
		check_choice(c, node, v);
	if (node->constant.kind != VALUE_NONE)
		check_constant(c, node, v);
	if (node->nforms > 0)
		check_forms(c, node, v);
	check_by_type(c, node, v);
}

void schema_check(const struct schema *schema, struct value record,
	const struct schema_context *ctx, struct diags *diags)
{
	const struct schema_node *root = schema_root(schema);
	struct checker checker = {ctx, diags, SCHEMA_STEPS_MAX, diags->nerrors, root};
	check_node(&checker, root, record);
	if (checker.steps_left == 0)
		diag_add(diags, DIAG_SCHEMA_TOO_HARD, record.span,
			"this record was too hard to check");
	else if (is_done(&checker))
		diag_note(diags, SPAN_NONE, "further mistakes of this record are not shown");
}
