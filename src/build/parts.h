/*
 * Parts of a page that are kept for the next build (struct keeper in view/frame.h): a page that
 * has to be made again, since something on it changed, takes those that read nothing of what
 * changed. A part that something was said about is not kept, and is made again with its page.
 *
 * They belong to a thread's job at hand, and stand in its entry of the ledger.
 */
#ifndef BUILD_PARTS_H
#define BUILD_PARTS_H

#include "build/noted.h"

struct parts {
	const bool *changed; /* by input; NULL: nothing can be carried over */
	uint32_t ninputs;
	struct buf kept; /* of the job at hand: number, part, number, part … */
	str old;         /* of the same job in the last build */
	/* The part at hand. */
	struct noted before;
	struct reading_mark begin;
	struct buf one;
};

void parts_init(struct parts *parts);
void parts_release(struct parts *parts);

/* As a keeper does. */
bool parts_take(struct parts *parts, const struct build *build, struct worker *worker,
	size_t number, str *text);
void parts_begin(struct parts *parts, const struct worker *worker);
void parts_end(struct parts *parts, struct worker *worker, size_t number, str text);

#endif
