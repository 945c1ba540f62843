/*
 * Questions asked one after the other, each answer a link. `decisions:
 * [status, visit, child]` on a collection page makes a page for each answer to
 * the first question, below it one for each answer to the next, and so on; the
 * last in a row has nothing left to ask and shows what remains.
 *
 * A question is asked, and an answer offered, only where a record that still
 * counts names it. To a yes-or-no question both answers are offered.
 */
#ifndef MODEL_DECISION_H
#define MODEL_DECISION_H

#include "model/facet.h"

#define ANSWERS_MAX 32

struct question {
	str field;
	str answers[ANSWERS_MAX];
	size_t nanswers;
};

/* What to ask where `facet` has been answered; .nanswers is 0 when nothing is. */
struct question decision_ask(const struct facet *facet, const str *fields, size_t nfields);

/* Calls fn for every answer to every question. */
void decision_each(const struct site *site, const struct kind *kind, const str *fields,
	size_t nfields, struct arena *arena, facet_fn *fn, void *ctx);

#endif
