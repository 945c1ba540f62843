/*
 * What was harvested of each page, kept for the next build: a page that is carried over
 * is then not read again when its language's index is made. Words stand in one table, pages
 * name them by number; what a word's key is (stem.h) is kept beside it, for each language.
 *
 * The barn knows nothing of which pages are as before: who takes from it does.
 */
#ifndef SEARCH_BARN_H
#define SEARCH_BARN_H

#include "base/spill.h"
#include "search/harvest.h"

/* What words are found under in one language. */
struct barn_keys {
	str packed;   /* of the last build: number of the word, its key …, in the order below */
	str *of_word; /* by number, once asked for; "": not known */
	uint32_t *order; /* those that are known, by key and form: as the last build had them, and
			    then as this one has */
	size_t norder;
	struct arena arena;
};

struct barn {
	struct lexicon *words;
	size_t nfirst; /* how many there were when the table was begun, */
	size_t nkept;  /* and when the last build ended: harvests may be adding theirs */
	struct barn_keys keys[LANGUAGES_MAX];
	const str *pages; /* of the last build, by index; "": not known */
	size_t npages;
	bool *taken; /* by index of the page */
};

/* `memory` is what barn_write() wrote or "", and outlives the barn. What is damaged or of another
 * site is as nothing. Its words come into `words`, which is empty and for the harvests to know. */
void barn_open(
	struct barn *barn, str memory, size_t npages, struct lexicon *words, struct arena *arena);
void barn_release(struct barn *barn);

/* Puts the page into the harvest, as if it had just been reaped. False: it is not known.
 * Each harvest by one thread, each page once; others may reap meanwhile. */
bool barn_take(struct barn *barn, struct harvest *harvest, const struct page *page);

/* The key of a word in a language, as long as the barn lives; "": not known. Once all words have
 * their numbers; one thread a language, here and below. */
str barn_key(struct barn *barn, uint32_t language, uint32_t word);
/* Of a word that is not known; gives the key as it is kept. */
str barn_learn(struct barn *barn, uint32_t language, uint32_t word, str key);

/* The words whose keys are known, as barn_line_up() was told in the last build: to put them in
 * order anew is a good part of an index. */
size_t barn_order(struct barn *barn, uint32_t language, const uint32_t **words);
/* All words of the index that is made, in its order: others are forgotten. */
uint32_t *barn_line_up(struct barn *barn, uint32_t language, size_t n);

/* The harvests have ended; `stands` says of each page whether it was carried over. */
void barn_write(const struct barn *barn, const struct harvest *harvests, size_t nharvests,
	const bool *stands, struct spill *out);

#endif
