/*
 * The sentences of a page's text (form.h), and the one that answers a question best: what a result
 * shows. templates/assets/later-search.js chooses in the same way.
 */
#ifndef SEARCH_SENTENCE_H
#define SEARCH_SENTENCE_H

#include "base/buf.h"
#include "search/stem.h"

/* A section's text cut into sentences; each block ends one. */
void sentences_add(str text, struct buf *out);

/* One word of a question: the keys under which it was found, and what it is worth. */
struct sought {
	const str *keys;
	size_t nkeys;
	int64_t worth;
};

struct sentence {
	str title; /* of the page: a sentence of the same words says nothing new */
	str text;
	int64_t worth; /* of the words that it has, each once */
	bool further;  /* is looked for where the words do not point to */
};

/* None yet: what one has to be worth more than, in question words not yet seen in the title. */
struct sentence sentence_least(str title, const struct sought *sought, size_t nsought);

/* Looks through sentences for one that is worth more than `best`; of equals the first stays, and of
 * those that are worth too little. */
void sentences_look(str sentences, struct stemmer *stemmer, const struct folder *folder,
	const struct sought *sought, size_t nsought, struct sentence *best);

/* From here on, sentences stand in sections that the words do not point to: only a statement will
 * do that has most of what was found and is worth twice as much as the best. */
void sentences_ask_more(const struct sought *sought, size_t nsought, struct sentence *best);

/* Words that the title has, and the reader sees there, come to be worth little. */
void sentences_title(str title, struct stemmer *stemmer, const struct folder *folder,
	struct sought *sought, size_t nsought);

#endif
