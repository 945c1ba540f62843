#include "render/step.h"

#include "base/slug.h"
#include "model/reach.h"

static bool leads_somewhere(const struct step_goal *goal, enum way way)
{
	return goal->works ||
	       reach_lacking(goal->records, goal->nrecords, way) * 2 <= goal->nrecords;
}

static bool concerns(const struct step_goal *goal, enum way way)
{
	return goal->works || (goal->nrecords && reach_concerns(goal->records[0]->kind, way));
}

static void report(const struct frame *frame, const struct step_goal *goal, enum way way)
{
	struct diags *diags = &frame->worker->diags;
	diag_add(diags, DIAG_STEP_BLOCKED, goal->span,
		"this step can't be taken: %zu of %zu here have no %s",
		reach_lacking(goal->records, goal->nrecords, way), goal->nrecords, reach_need(way));
	diag_note(diags, SPAN_NONE, "begin with what works: a number, an address, a letter");
}

/* The first goal that has to do with the way is what the text begins with. */
static bool check_way(
	const struct frame *frame, const struct step_goal *goals, size_t ngoals, enum way way)
{
	for (size_t i = 0; i < ngoals; i++) {
		if (!concerns(&goals[i], way))
			continue;
		if (leads_somewhere(&goals[i], way))
			return true;
		report(frame, &goals[i], way);
		return false;
	}
	return true;
}

void step_check(const struct frame *frame, const struct language *language, str text,
	const struct step_goal *goals, size_t ngoals)
{
	struct arena *scratch = &frame->worker->scratch;
	struct reader reader = {frame->renderer->site, language, scratch};
	struct reach_words words = reach_words(&reader);
	text = arena_join(scratch, S("-"), slug_make(scratch, text), S("-"));
	for (enum way way = 0; way < WAYS; way++)
		if (reach_told(&words, way, text) && !check_way(frame, goals, ngoals, way))
			return;
}
