#include "model/decision.h"

static bool is_offered(const struct question *question, str answer)
{
	for (size_t i = 0; i < question->nanswers; i++)
		if (str_eq(question->answers[i], answer))
			return true;
	return false;
}

static void offer(struct question *question, str answer)
{
	if (question->nanswers < ANSWERS_MAX && !is_offered(question, answer))
		question->answers[question->nanswers++] = answer;
}

static const struct schema_node *node_of(const struct kind *kind, str field)
{
	const struct schema_node *node = schema_root(kind->schema);
	for (str key, rest = field; node && str_cut(&rest, '.', &key);) {
		const struct schema_property *property = schema_property(node, key);
		node = property ? property->node : NULL;
	}
	return node && node->items ? node->items : node;
}

/* In the order of the schema's words, where it has them; yes before no. */
static void put_in_order(struct question *question, const struct kind *kind)
{
	struct question ordered = {question->field, {{0}}, 0};
	const struct schema_node *node = node_of(kind, question->field);
	if (is_offered(question, S("true")) || is_offered(question, S("false"))) {
		offer(&ordered, S("true"));
		offer(&ordered, S("false"));
	}
	for (size_t i = 0; node && node->choices && i < node->choices->len; i++) {
		struct value word = node->choices->items[i];
		if (word.kind == VALUE_STRING && is_offered(question, word.string))
			offer(&ordered, word.string);
	}
	for (size_t i = 0; i < question->nanswers; i++)
		offer(&ordered, question->answers[i]);
	*question = ordered;
}

static void find_answers(struct question *question, const struct facet *facet)
{
	str values[ANSWERS_MAX];
	for (size_t r = 0; r < facet->nrecords; r++) {
		size_t n = facet_values(facet->records[r], question->field, values, ANSWERS_MAX);
		for (size_t i = 0; i < n; i++)
			offer(question, values[i]);
	}
	put_in_order(question, facet->kind);
}

/* The number of the field behind the last that was answered. */
static size_t first_open(const struct facet *facet, const str *fields, size_t nfields)
{
	for (size_t f = 0; facet->nterms && f < nfields; f++)
		if (str_eq(fields[f], facet->terms[facet->nterms - 1].field))
			return f + 1;
	return 0;
}

struct question decision_ask(const struct facet *facet, const str *fields, size_t nfields)
{
	struct question question = {.nanswers = 0};
	size_t f = first_open(facet, fields, nfields);
	for (; f < nfields && question.nanswers == 0; f++) {
		question = (struct question){.field = fields[f]};
		find_answers(&question, facet);
	}
	return question;
}

struct decision {
	const str *fields;
	size_t nfields;
	struct arena *arena;
	facet_fn *fn;
	void *ctx;
};

static void walk(const struct decision *decision, const struct facet *wide)
{
	struct question question = decision_ask(wide, decision->fields, decision->nfields);
	for (size_t i = 0; i < question.nanswers; i++) {
		struct facet *facet = ARENA_NEW(decision->arena, struct facet);
		*facet = *wide;
		facet->terms[facet->nterms] =
			(struct facet_term){question.field, question.answers[i]};
		facet->records =
			ARENA_ARRAY(decision->arena, const struct record *, wide->nrecords);
		facet->nrecords = facet_narrow(wide, &facet->terms[facet->nterms], facet->records);
		facet->nterms++;
		decision->fn(decision->ctx, facet);
		walk(decision, facet);
	}
}

void decision_each(const struct site *site, const struct kind *kind, const str *fields,
	size_t nfields, struct arena *arena, facet_fn *fn, void *ctx)
{
	struct decision decision = {fields, nfields, arena, fn, ctx};
	struct facet all = facet_all(site, kind, arena);
	walk(&decision, &all);
}
