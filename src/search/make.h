/*
 * From the harvests of all threads to the index of one language. What a word
 * weighs on a page is worked out here, once, as a small whole number, so that every
 * reader of the index comes to the same order by adding and multiplying alone.
 */
#ifndef SEARCH_MAKE_H
#define SEARCH_MAKE_H

#include "search/harvest.h"

struct make_sink {
	void *ctx;
	void (*put)(void *ctx, str path, str bytes);
};

/* Writes the files that form.h describes, in one thread; the same harvests give the
 * same bytes, whoever reaped which page. */
void make_index(const struct site *site, const struct language *language,
	const struct harvest *harvests, size_t nharvests, const struct make_sink *sink);

#endif
