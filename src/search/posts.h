/*
 * Words of one language with the pages where they stand: collected from the
 * harvests, gathered under their stems, weighed. All of it lives as long as the
 * making of one index.
 */
#ifndef SEARCH_POSTS_H
#define SEARCH_POSTS_H

#include "search/barn.h"
#include "search/stem.h"

struct doc {
	const struct reaped *reaped;
	size_t harvest;
	bool kept;   /* by a phone, unasked */
	float prior; /* what its kind is worth, 1 for an ordinary page */
};

/* The most that a word weighs on a page. */
#define WEIGHT_MAX 2000

/* A form on a page; after weighing, one a form and page. */
struct post {
	uint32_t doc;
	uint8_t field, section, times;
	uint16_t head, body; /* what it weighs; 0: does not stand there */
};

struct word {
	str form, key;
	struct post *posts; /* in order of doc */
	size_t nposts;
};

struct maker {
	const struct site *site;
	const struct language *language;
	const struct harvest *harvests;
	size_t nharvests;
	struct barn *barn; /* NULL: no keys are known */
	struct arena arena;
	struct stemmer *stemmer;
	VEC(struct doc) docs;   /* those a phone keeps, then the others, each in the site's order */
	VEC(struct word) words; /* once weighed: in order of key and form */
	struct post *posts;
	float average[NFIELDS]; /* length in words */
	struct map weak;        /* keys of words that tell little (model/said.h) */
};

void posts_collect(struct maker *maker);
void posts_weigh(struct maker *maker);
void posts_release(struct maker *maker);

#endif
