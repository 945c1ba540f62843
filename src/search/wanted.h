/* The words of a question, and the lines of the index that each may mean. */
#ifndef SEARCH_WANTED_H
#define SEARCH_WANTED_H

#include "search/query.h"

/* A line that a word may mean, and what it is worth of 100. */
struct candidate {
	const struct index_line *lines[NTIERS]; /* NULL: not in that tier, or not read */
	unsigned worth, reason;
};

/* More beginnings and slips than this say nothing. */
#define CANDIDATES_MAX 24

struct wanted {
	str typed, folded, key;
	str keyed;       /* folded, before it was read another way */
	bool marked;     /* typed with marks */
	unsigned reason; /* how it was read, before it is looked for: REASON_WAY, REASON_JOIN */
	struct candidate candidates[CANDIDATES_MAX];
	size_t ncandidates;
	int64_t worth; /* once scored: the most that it scores on any page */
};

struct question {
	struct index *index;
	const struct folder *folder;
	struct arena *arena;
	struct buf scratch;
	struct wanted words[2 * QUERY_WORDS];
	size_t nwords;
	enum guess guess;
};

/* Splits, joins, finds and guesses. True when some word was found as it was typed. */
bool question_ask(struct question *question, str text);

/* Does the index have it as it was read, but for marks, or can it be of no other language? */
bool wanted_is_known(struct question *question, const struct wanted *word);

/* The words in Cyrillic, when some that was typed in Latin letters was read so; else "". */
str question_in_cyrillic(struct question *question);

/* Reads the lines of the texts for words that were found elsewhere. */
void question_read_bodies(struct question *question);

#endif
