/*
 * From the harvests of all threads to the index of one language. What a word
 * weighs on a page is worked out here, once, as a small whole number, so that every
 * reader of the index comes to the same order by adding and multiplying alone.
 */
#ifndef SEARCH_MAKE_H
#define SEARCH_MAKE_H

#include "search/barn.h"

struct make_sink {
	void *ctx;
	void (*put)(void *ctx, str path, str bytes);
};

/* What an index is made of: harvests that have ended, and all their words. */
struct crop {
	const struct harvest *harvests;
	size_t nharvests; /* at least one */
	const struct lexicon *words;
	struct barn *barn; /* of which keys are asked; NULL: none is known */
};

/* Writes the files that form.h describes, in one thread; the same pages give the
 * same bytes, whoever reaped which. */
void make_index(const struct site *site, const struct language *language, const struct crop *crop,
	const struct make_sink *sink);

#endif
