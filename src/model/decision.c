#include "model/decision.h"

#include "model/field.h"

bool decisions_read(const struct site *site, const struct page *collection, struct decisions *out)
{
	const struct page *original = site_page(site, &site->config.languages[0], collection->id);
	*out = (struct decisions){
		.impossible = value_get(page_texts(original)->front, S("impossible"), NULL)};
	out->nfields = collection_fields(site, collection, S("decisions"), out->fields);
	return out->nfields > 0;
}

/* --- what is impossible ------------------------------------------------------------- */

static bool is_word(struct value v, str word)
{
	if (v.kind == VALUE_BOOL)
		return str_eq(word, v.boolean ? S("true") : S("false"));
	return v.kind == VALUE_STRING && str_eq(v.string, word);
}

static bool has_term(const struct facet *facet, const struct value_entry *wanted)
{
	for (size_t i = 0; i < facet->nterms; i++)
		if (str_eq(facet->terms[i].field, wanted->key))
			return is_word(wanted->value, facet->terms[i].value);
	return false;
}

/* Are all members of `rule` among the terms, or this new one? */
static bool is_ruled_out(
	struct value rule, const struct facet *facet, const struct facet_term *term)
{
	bool about = false;
	for (size_t i = 0; rule.kind == VALUE_MAP && i < rule.map->len; i++) {
		const struct value_entry *entry = &rule.map->entries[i];
		if (str_eq(entry->key, term->field) && is_word(entry->value, term->value))
			about = true;
		else if (!has_term(facet, entry))
			return false;
	}
	return about;
}

static bool is_possible(
	const struct decisions *decisions, const struct facet *facet, const struct facet_term *term)
{
	for (size_t i = 0; i < value_count(decisions->impossible); i++)
		if (is_ruled_out(decisions->impossible.list->items[i], facet, term))
			return false;
	return true;
}

/* --- questions ---------------------------------------------------------------------- */

static void offer(struct question *question, str answer)
{
	for (size_t i = 0; i < question->nanswers; i++)
		if (str_eq(question->answers[i], answer))
			return;
	if (question->nanswers < ANSWERS_MAX)
		question->answers[question->nanswers++] = answer;
}

static void offer_named(struct question *question, const struct facet *facet)
{
	str values[ANSWERS_MAX];
	for (size_t r = 0; r < facet->nrecords; r++) {
		size_t n = facet_values(facet->records[r], question->field, values, ANSWERS_MAX);
		for (size_t i = 0; i < n; i++)
			offer(question, values[i]);
	}
}

/* All answers in the order of the schema, if any of them is named. */
static struct question all_answers(const struct question *named, const struct kind *kind)
{
	struct question all = {.field = named->field};
	const struct schema_node *node = facet_node(kind, named->field);
	bool truth = named->nanswers && (str_eq(named->answers[0], S("true")) ||
						str_eq(named->answers[0], S("false")));
	if (!named->nanswers)
		return all;
	if (truth) {
		offer(&all, S("true"));
		offer(&all, S("false"));
	}
	for (size_t i = 0; node && node->choices && i < node->choices->len; i++)
		if (node->choices->items[i].kind == VALUE_STRING)
			offer(&all, node->choices->items[i].string);
	for (size_t i = 0; i < named->nanswers; i++)
		offer(&all, named->answers[i]);
	return all;
}

static void drop_impossible(
	const struct decisions *decisions, const struct facet *facet, struct question *question)
{
	size_t n = 0;
	for (size_t i = 0; i < question->nanswers; i++) {
		struct facet_term term = {question->field, question->answers[i], S("")};
		if (is_possible(decisions, facet, &term))
			question->answers[n++] = term.value;
	}
	question->nanswers = n;
}

static size_t number_of(const struct decisions *decisions, str field)
{
	size_t f = 0;
	while (f < decisions->nfields && !str_eq(decisions->fields[f], field))
		f++;
	return f;
}

/* The number of the field behind all that were answered; nfields where the
 * terms are no answers but those of a list under `facets`. */
static size_t first_open(const struct decisions *decisions, const struct facet *facet)
{
	size_t open = 0;
	for (size_t i = 0; i < facet->nterms; i++) {
		size_t f = number_of(decisions, facet->terms[i].field);
		if (f == decisions->nfields)
			return f;
		open = f >= open ? f + 1 : open;
	}
	return open;
}

struct question decision_ask(const struct decisions *decisions, const struct facet *facet)
{
	struct question question = {.nanswers = 0};
	size_t f = first_open(decisions, facet);
	for (; f < decisions->nfields && question.nanswers == 0; f++) {
		struct question named = {.field = decisions->fields[f]};
		offer_named(&named, facet);
		question = all_answers(&named, facet->kind);
		drop_impossible(decisions, facet, &question);
	}
	return question;
}

/* --- all of them -------------------------------------------------------------------- */

struct walk {
	const struct decisions *decisions;
	struct arena *arena;
	facet_fn *fn;
	void *ctx;
};

static bool walk_answers(const struct walk *walk, const struct facet *wide)
{
	bool goes_on = true;
	struct question question = decision_ask(walk->decisions, wide);
	for (size_t i = 0; i < question.nanswers && goes_on; i++) {
		struct facet *facet = ARENA_NEW(walk->arena, struct facet);
		struct facet_term *term = &facet->terms[wide->nterms];
		*facet = *wide;
		*term = facet_term(question.field, question.answers[i], walk->arena);
		facet->records = ARENA_ARRAY(walk->arena, const struct record *, wide->nrecords);
		facet->nrecords = facet_narrow(wide, term, facet->records);
		facet->nterms++;
		goes_on = walk->fn(walk->ctx, facet) && walk_answers(walk, facet);
	}
	return goes_on;
}

bool decision_each(const struct decisions *decisions, const struct kind *kind, struct arena *arena,
	facet_fn *fn, void *ctx)
{
	struct walk walk = {decisions, arena, fn, ctx};
	struct facet all = facet_all(kind, arena);
	return walk_answers(&walk, &all);
}
