/*
 * What was harvested of each page, kept for the next build: a page that is carried over
 * is then not read again when its language's index is made. Words stand in one table, pages
 * name them by number; what a word's key is (stem.h) is kept beside it, for each language.
 *
 * The barn knows nothing of which pages are as before: who takes from it does.
 */
#ifndef SEARCH_BARN_H
#define SEARCH_BARN_H

#include "search/harvest.h"

/* What words are found under in one language. */
struct barn_keys {
	str packed;         /* of the last build: number of the form, its key … */
	str *of_form;       /* by number, once asked for; "": not known */
	struct map learned; /* form -> str of the arena */
	struct arena arena;
};

struct barn {
	const str *forms; /* of the last build, as all that is borrowed from its memory */
	size_t nforms;
	size_t nfirst; /* how many there were when the table was begun */
	struct barn_keys keys[LANGUAGES_MAX];
	const str *pages; /* by index; "": not known */
	size_t npages;
	struct map numbers; /* form -> its number + 1, as a pointer */
	uint32_t **known;   /* of each harvest: by number of the form, the harvest's + 1 */
	size_t nharvests;
	bool *taken; /* by index of the page */
};

/* `memory` is what barn_write() wrote or "", and outlives the barn. What is damaged or of another
 * site is as nothing. */
void barn_open(struct barn *barn, str memory, size_t npages, size_t nharvests, struct arena *arena);
void barn_release(struct barn *barn);

/* Puts the page into harvest number `n`, as if it had just been reaped. False: it is not known.
 * Each harvest by one thread, each page once. */
bool barn_take(struct barn *barn, struct harvest *harvest, size_t n, const struct page *page);

/* The key of a word in a language, as long as the memory lives; "": not known. One thread a
 * language, here and below. */
str barn_key(struct barn *barn, uint32_t language, str form);
/* `form` lives until barn_write(). */
void barn_learn(struct barn *barn, uint32_t language, str form, str key);

/* `stands` says of each page whether it was carried over. */
void barn_write(const struct barn *barn, const struct harvest *harvests, const bool *stands,
	struct buf *out);

#endif
