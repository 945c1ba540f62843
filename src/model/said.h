/*
 * What people say when they mean a page: its `keywords` (an easy variant has those of its
 * original too), the other names of its record (HSDS: alternate_name), and the records of the kind
 * `words`, in data/words/: `say` holds words by language, `answers` the pages (sazina/sutijumi)
 * and records (locations/olaines-cietums) that they lead to. Search and the index of
 * words are made with them. Records with `weak` hold words that tell of whom somebody asks, not
 * what (son, husband): search listens more to the others.
 */
#ifndef MODEL_SAID_H
#define MODEL_SAID_H

#include "model/site.h"

#define SAID_KIND "words"

struct said {
	str word; /* may be several words */
	const struct language *language;
	bool is_phone;
};

struct said_list {
	const struct said *items; /* in the arena */
	size_t len;
};

/* Finds for each page the records that lead to it, once it has its place. */
void said_collect(struct site *site, struct arena *arena);

struct said_list said_about(const struct site *site, const struct page *page, struct arena *arena);

/* The same, and the phones that its record shows, as digits alone: who was called by a number
 * that he does not know types it so, or copies it. */
struct said_list said_typed(const struct site *site, const struct page *page, struct arena *arena);

/* The weak words of a language, and of the one that an easy variant simplifies. */
struct said_list said_weak(
	const struct site *site, const struct language *language, struct arena *arena);

/* Does such an answer name a page or a record? */
bool said_is_answer(const struct site *site, str answer);

#endif
