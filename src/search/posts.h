/*
 * Words of one language with the pages where they stand: collected from the
 * harvests, gathered under their stems, weighed. All of it lives as long as the
 * making of one index.
 */
#ifndef SEARCH_POSTS_H
#define SEARCH_POSTS_H

#include "search/make.h"
#include "search/stem.h"

struct doc {
	const struct reaped *reaped;
	uint32_t label;      /* the number of its own, once it is written */
	bool kept;           /* by a phone, unasked */
	float prior;         /* what its kind is worth, 1 for an ordinary page */
	float pays[NFIELDS]; /* what each field pays for its length */
};

/* The most that a word weighs on a page. */
#define WEIGHT_MAX 2000

/* A word on a page, small: there are many. */
union post {
	/* While they are collected: most stand in the text alone, and what is known of those finds
	 * room here. */
	struct found {
		uint32_t doc;
		uint32_t apart : 1; /* `rest` tells where in maker->tallies it stands */
		uint32_t rest : 31; /* else: how often in the text, and the section: in_body */
	} found;
	/* Once weighed. */
	struct weighed {
		uint32_t doc;
		uint32_t section : 8;
		uint32_t head : 12, body : 12; /* what it weighs; 0: does not stand there */
	} weighed;
};

struct word {
	str form, key;
	union post *posts; /* in order of doc */
	uint32_t nposts;
	uint32_t number; /* in the table of all words */
};

struct maker {
	const struct site *site;
	const struct language *language;
	const struct crop *crop;
	const struct folder *folder;
	struct arena arena;
	struct stemmer *stemmer;
	VEC(struct doc) docs;   /* those a phone keeps, then the others, each in the site's order */
	VEC(struct word) words; /* those that stand on any; in order of key and form */
	union post *posts;
	struct tally *tallies; /* of posts that stand in titles, keywords and the like */
	struct map weak;       /* keys of words that tell little (model/said.h) */
};

void posts_collect(struct maker *maker);
void posts_weigh(struct maker *maker);
void posts_release(struct maker *maker);

#endif
