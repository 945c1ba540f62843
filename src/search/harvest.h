/*
 * The words of finished pages, taken while they are rendered. A harvest belongs
 * to one thread and keeps, for each page it took, which words stand in which
 * field and section; once they are joined, make.h turns the harvests of all threads into the index.
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
	const struct harvest *by; /* whose numbers its words have */
	str stands;   /* packed (stands.h), each word once, in no order: see reaped_next() */
	str sections; /* all but the first, which is the page itself, as a d<N> has them (form.h) */
	uint32_t lengths[NFIELDS]; /* words in each field */
	bool cut;                  /* is the text so long that each of its sections has a file? */
};

struct harvest {
	struct memo memo; /* of all words; first, since it begins on a line of the cache */
	const struct site *site;
	const struct folder *folder;
	struct arena arena;
	const struct lexicon *known; /* before all pages; they keep their numbers */
	size_t nknown;
	uint32_t *joined;      /* numbers of the added ones, once the harvests are joined; */
	bool renumbered;       /* are any of them others than they were? */
	struct lexicon added;  /* the others: their numbers begin behind the known ones */
	struct map known_runs; /* a word as it is written, where that is not the word itself: its
				  number + 1 */
	VEC(struct reaped) pages;
	struct text text;     /* of the page at hand, and so is the rest */
	struct buf sentences; /* what form.h calls a text */
	struct buf word;
	struct runs runs;         /* of the text at hand */
	VEC(uint32_t) words;      /* of a keyword, by number */
	VEC(struct count) counts; /* by word; zeroes between two pages */
	VEC(uint32_t) met;        /* the words of the page, each once */
	uint64_t hash;            /* of all that was taken of it */
	struct buf cells;         /* its sections, */
	struct buf packed;        /* and its stands */
};

/* `known` are words of which no other number is wanted; nobody adds to them until the harvests are
 * joined. */
void harvest_init(struct harvest *harvest, const struct site *site, const struct folder *folder,
	const struct lexicon *known);
void harvest_release(struct harvest *harvest);

/* Is the page found by search? Not lists made by filters, fallbacks, 404, variants,
 * and what says `search: false`. */
bool harvest_wants(const struct page *page);

/* What is said about a page: asked while the page is made, for then it is noted what it rests on.
 * The answer lives as long as the harvest. */
struct said_list harvest_ask(struct harvest *harvest, const struct page *page);

/* Takes the words of one finished page that is wanted. `html` is borrowed for the call. Gives its
 * text, valid until the next call. */
str harvest_page(struct harvest *harvest, const struct page *page, struct said_list said, str html);

/* Of all that harvest_page() reads, `read` of the page itself (text_main()): where it is the same,
 * there is nothing new to take. */
uint64_t harvest_sight(const struct page *page, struct said_list said, str read);

/* All words of the harvests come to those that they knew, and reaped_next() gives their numbers
 * there. Nothing can be taken any more. */
void harvest_join(struct harvest *harvests, size_t n, struct lexicon *known);

/* Are the numbers in a page's stands those of the joined words? */
bool reaped_is_joined(const struct reaped *page);

/* The next stand of a page, once the harvests are joined; `packed` begins with the page's. */
bool reaped_next(const struct reaped *page, struct unpack *packed, struct stand *out);

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
#define SHELF_PAGES 8

/* How many shelves the site has; 0: it is small, and each text has a file. */
size_t harvest_nshelves(const struct site *site);
str harvest_shelf_path(size_t shelf, struct arena *arena);

#endif
