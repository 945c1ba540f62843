/*
 * The words of finished pages, taken while they are rendered. A harvest belongs
 * to one thread and keeps, for each page it took, which words stand in which
 * field and section; make.h turns the harvests of all threads into the index.
 */
#ifndef SEARCH_HARVEST_H
#define SEARCH_HARVEST_H

#include "locale/fold.h"
#include "model/site.h"
#include "search/count.h"
#include "search/memo.h"
#include "search/text.h"
#include "search/lexicon.h"
#include "search/runs.h"

struct said_list;

struct reaped {
	const struct page *page;
	str stands;   /* packed (stands.h), each word once, in no order */
	str sections; /* all but the first, which is the page itself, as a d<N> has them (form.h) */
	uint32_t lengths[NFIELDS]; /* words in each field */
	bool cut;                  /* is the text so long that each of its sections has a file? */
};

/* A word that a harvest has met. */
struct crop_word {
	struct count count; /* of the page at hand; zeroes between two pages */
	uint32_t number;    /* in the table of all words */
	uint64_t hash;
};

struct harvest {
	struct memo memo; /* of all words; first, since it begins on a line of the cache */
	const struct site *site;
	const struct folder *folder;
	struct arena arena;
	struct arena answers;        /* of harvest_ask() */
	struct lexicon *all;         /* words, of all harvests */
	VEC(struct crop_word) words; /* of this one, by numbers of its own; the first is none */
	struct map own;              /* a word: its own number */
	struct map runs_known; /* a word as it is written, where that is not the word itself: its
				  own number + 1 */
	VEC(struct reaped) pages;
	struct text text;     /* of the page at hand, and so is the rest */
	struct buf sentences; /* what form.h calls a text */
	struct buf word;
	struct runs runs;       /* of the text at hand, */
	VEC(uint32_t) numbers;  /* and the words that they are */
	VEC(uint32_t) keyword;  /* words of one */
	VEC(uint32_t) met;      /* those of the page, each once, */
	VEC(uint32_t) apart;    /* and those of them that stand apart (stands.h) */
	uint64_t hash;          /* of all that was taken of it */
	struct buf cells;       /* its sections, */
	struct packing packing; /* and its stands */
	struct buf packed;
};

/* `all` is what all harvests add their words to, and outlives them. */
void harvest_init(struct harvest *harvest, const struct site *site, const struct folder *folder,
	struct lexicon *all);
void harvest_release(struct harvest *harvest);

/* Is the page found by search? Not lists made by filters, fallbacks, 404, variants,
 * and what says `search: false`. */
bool harvest_wants(const struct page *page);

/* What is said about a page: asked while the page is made, for then it is noted what it rests on.
 * The answer lives until harvest_forget(). */
struct said_list harvest_ask(struct harvest *harvest, const struct page *page);
/* All pages that were asked about are taken: of ten thousand records the answers are megabytes. */
void harvest_forget(struct harvest *harvest);

/* Takes the words of one finished page that is wanted. `html` is borrowed for the call. Gives its
 * text, valid until the next call. */
str harvest_page(struct harvest *harvest, const struct page *page, struct said_list said, str html);

/* Of all that harvest_page() reads, `read` of the page itself (text_main()): where it is the same,
 * there is nothing new to take. */
uint64_t harvest_sight(const struct page *page, struct said_list said, str read);

/* Nothing is taken any more: what only helped to do so goes. */
void harvest_end(struct harvest *harvest);

/* Of all that the index says of the page that was taken last: equal hashes, equal words. */
uint64_t harvest_hash(const struct harvest *harvest);

/* The same text, and none of its words: of a page that was taken by an earlier build. */
str harvest_text(struct harvest *harvest, str html);

/* Has each section of the text that was given last a file of its own? A result shows one section,
 * but a file for each of a short text would be more files than a host likes, for no fewer bytes. */
bool harvest_cuts(const struct harvest *harvest);

/* Where the text of a page or section is found: "sazina/index.html" -> "search/text/sazina.txt",
 * "search/text/sazina.4.txt". */
str harvest_text_path(const struct page *page, uint32_t section, struct arena *arena);

/* On a large site short texts of so many pages, one after the other by index, share a file, a
 * shelf: a file for each would be half of all files, and a good part of what an index costs. */
#define SHELF_PAGES 16

/* How many shelves the site has; 0: it is small, and each text has a file. */
size_t harvest_nshelves(const struct site *site);
str harvest_shelf_path(size_t shelf, struct arena *arena);

#endif
