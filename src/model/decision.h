/*
 * Questions asked one after the other, each answer a link. `decisions:
 * [status, visit, child]` on a collection page makes a page for each answer to
 * the first question, below it one for each answer to the next, and so on; the
 * last in a row has nothing left to ask and shows what remains.
 *
 * A question is asked only where it makes a difference: where a record that
 * still counts names one of its answers. Then all words of the schema are
 * answers, yes and no of a boolean, or, where the schema has no words, what the
 * records name. `impossible: [{status: remand, visit: long}]` takes out what
 * does not exist.
 */
#ifndef MODEL_DECISION_H
#define MODEL_DECISION_H

#include "model/facet.h"

#define ANSWERS_MAX 32

struct decisions {
	str fields[FACETS_MAX];
	size_t nfields;
	struct value impossible; /* a list of maps from field to word, or none */
};

struct question {
	str field;
	str answers[ANSWERS_MAX];
	size_t nanswers; /* 0: nothing is left to ask */
};

/* As the main language's page names them; false when it asks nothing. */
bool decisions_read(const struct site *site, const struct page *collection, struct decisions *out);

/* What to ask where the terms of `facet` have been answered. */
struct question decision_ask(const struct decisions *decisions, const struct facet *facet);

/* Calls fn for every answer to every question. False: fn had enough. */
bool decision_each(const struct decisions *decisions, const struct kind *kind, struct arena *arena,
	facet_fn *fn, void *ctx);

#endif
