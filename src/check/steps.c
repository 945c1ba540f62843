/* A record's text that tells to call, write or go where nobody can be reached. */
#include "base/ascii.h"
#include "base/slug.h"
#include "check/fact.h"
#include "model/reach.h"

struct steps {
	const struct record *record;
	const struct site *site;
	const struct reach_words *words; /* one a language */
	bool blocked[WAYS];
	struct arena *arena;
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
	reached->has = reached->has || reach_has(record, way);
}

struct looking {
	const struct site *site;
	struct reached reached[WAYS];
};

static void look_inside(void *ctx, const struct schema_node *node, struct value v)
{
	struct looking *looking = ctx;
	const struct kind *kind = node->kind.len ? site_kind(looking->site, node->kind) : NULL;
	if (!kind || v.kind != VALUE_STRING)
		return;
	const struct record *named = kind_find(kind, v.string);
	for (enum way way = 0; way < WAYS; way++) {
		look_at(&looking->reached[way], named, way);
		/* Of one that is not there another message tells. */
		looking->reached[way].has |= !named;
	}
}

/* Is any way blocked? */
static bool find_blocked(struct steps *steps)
{
	const struct record *record = steps->record;
	struct looking looking = {.site = steps->site};
	bool any = false;
	for (enum way way = 0; way < WAYS; way++)
		look_at(&looking.reached[way], record, way);
	schema_walk(schema_root(record->kind->schema), record_facts(record)->json, look_inside,
		&looking);
	for (enum way way = 0; way < WAYS; way++)
		any |= steps->blocked[way] =
			looking.reached[way].concerns && !looking.reached[way].has;
	return any;
}

/* --- its texts ---------------------------------------------------------------------- */

static void check_text(const struct steps *steps, size_t language, struct value text)
{
	const struct reach_words *words = &steps->words[language];
	if (brings_its_own(text.string))
		return;
	str slug = slug_make(steps->arena, text.string);
	str between = arena_join(steps->arena, S("-"), slug, S("-"));
	for (enum way way = 0; way < WAYS; way++) {
		if (!steps->blocked[way] || !reach_told(words, way, between))
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

static void check_texts(const struct steps *steps, struct value texts)
{
	const struct config *config = &steps->site->config;
	for (size_t i = 0; i < config->nlanguages; i++) {
		struct value text = value_get(texts, config->languages[i].code, NULL);
		if (text.kind == VALUE_STRING)
			check_text(steps, i, text);
	}
	if (texts.kind == VALUE_STRING)
		check_text(steps, 0, texts);
}

static void look_at_text(void *ctx, const struct schema_node *node, struct value v)
{
	if (node->is_text)
		check_texts(ctx, v);
}

const struct reach_words *steps_words(const struct site *site, struct arena *arena)
{
	const struct config *config = &site->config;
	struct reach_words *words = ARENA_ARRAY(arena, struct reach_words, config->nlanguages);
	for (size_t i = 0; i < config->nlanguages; i++) {
		struct reader reader = {site, &config->languages[i], arena};
		words[i] = reach_words(&reader);
	}
	return words;
}

void steps_check(const struct site *site, const struct record *record,
	const struct reach_words *words, struct diags *diags)
{
	struct arena arena;
	struct steps steps = {record, site, words, {0}, &arena, diags};
	if (!record->is_shown || !find_blocked(&steps))
		return;
	arena_init(&arena);
	schema_walk(schema_root(record->kind->schema), record_facts(record)->json, look_at_text,
		&steps);
	arena_release(&arena);
}
