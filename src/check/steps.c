/* A record's text that tells to call, write or go where nobody can be reached. */
#include "base/ascii.h"
#include "base/slug.h"
#include "check/fact.h"
#include "model/reach.h"

/* References and texts nest no deeper in any schema that checks. */
#define DEPTH_MAX 32

struct steps {
	const struct record *record;
	struct reader reader;
	struct diags *diags;
};

/* Three digits or more, but no year: 112, 63024619; or an e-mail address. */
static bool brings_its_own(str text)
{
	size_t digits = 0;
	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && ascii_is_digit(text.ptr[i])) {
			digits++;
			continue;
		}
		if (digits == 3 || digits > 4)
			return true;
		digits = 0;
	}
	return str_find_char(text, '@') != STR_NONE;
}

/* --- whom the record names ---------------------------------------------------------- */

struct reached {
	bool concerns; /* some record that it names, or itself, has to do with the way */
	bool has;
};

static void look_at(struct reached *reached, const struct record *record, enum way way)
{
	if (!record || !reach_concerns(record->kind, way))
		return;
	reached->concerns = true;
	reached->has |= reach_has(record, way);
}

static void look_inside(const struct site *site, const struct schema_node *node, struct value v,
	int depth, enum way way, struct reached *reached)
{
	const struct kind *kind = node && node->kind.len ? site_kind(site, node->kind) : NULL;
	if (!node || depth > DEPTH_MAX)
		return;
	if (kind && v.kind == VALUE_STRING)
		look_at(reached, kind_find(kind, v.string), way);
	for (size_t i = 0; i < value_count(v); i++)
		look_inside(site, node->items, v.list->items[i], depth + 1, way, reached);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct schema_property *property = schema_property(node, entry->key);
		if (property)
			look_inside(site, property->node, entry->value, depth + 1, way, reached);
	}
}

static bool is_blocked(const struct steps *steps, enum way way)
{
	const struct record *record = steps->record;
	struct reached reached = {false, false};
	look_at(&reached, record, way);
	look_inside(steps->reader.site, schema_root(record->kind->schema),
		record_facts(record)->json, 0, way, &reached);
	return reached.concerns && !reached.has;
}

/* --- its texts ---------------------------------------------------------------------- */

static void check_text(struct steps *steps, struct value text)
{
	if (brings_its_own(text.string))
		return;
	str slug = slug_make(steps->reader.arena, text.string);
	for (enum way way = 0; way < WAYS; way++) {
		if (!reach_told(&steps->reader, way, slug) || !is_blocked(steps, way))
			continue;
		diag_add(steps->diags, DIAG_STEP_BLOCKED, text.span,
			"this step can't be taken: neither this record nor those it names have any "
			"%s",
			reach_need(way));
		diag_note(steps->diags, SPAN_NONE,
			"begin with what works: a number, an address, a letter");
		return;
	}
}

static void check_texts(struct steps *steps, struct value texts)
{
	const struct config *config = &steps->reader.site->config;
	for (size_t i = 0; i < config->nlanguages; i++) {
		struct value text = value_get(texts, config->languages[i].code, NULL);
		steps->reader.language = &config->languages[i];
		if (text.kind == VALUE_STRING)
			check_text(steps, text);
	}
	steps->reader.language = &config->languages[0];
	if (texts.kind == VALUE_STRING)
		check_text(steps, texts);
}

static void visit(struct steps *steps, const struct schema_node *node, struct value v, int depth)
{
	if (!node || depth > DEPTH_MAX)
		return;
	if (node->is_text)
		check_texts(steps, v);
	for (size_t i = 0; i < value_count(v); i++)
		visit(steps, node->items, v.list->items[i], depth + 1);
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len; i++) {
		const struct value_entry *entry = &v.map->entries[i];
		const struct schema_property *property = schema_property(node, entry->key);
		if (property)
			visit(steps, property->node, entry->value, depth + 1);
	}
}

void steps_check(const struct site *site, const struct record *record, struct diags *diags)
{
	struct arena arena;
	if (!record->is_shown)
		return;
	arena_init(&arena);
	struct steps steps = {record, {site, &site->config.languages[0], &arena}, diags};
	visit(&steps, schema_root(record->kind->schema), record_facts(record)->json, 0);
	arena_release(&arena);
}
