/* Warns of a step that the site itself makes impossible: a paragraph that tells to
 * call, write or go, and first leads to records of which most lack what it needs. */
#ifndef RENDER_STEP_H
#define RENDER_STEP_H

#include "view/frame.h"

/* One link of the paragraph, in their order. */
struct step_goal {
	bool works; /* a number or an address by itself */
	const struct record *const *records;
	size_t nrecords; /* 0: it leads to no records */
	struct span span;
};

/* `language` is that of the text. */
void step_check(const struct frame *frame, const struct language *language, str text,
	const struct step_goal *goals, size_t ngoals);

#endif
