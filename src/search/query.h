/*
 * A reader's words to the pages that answer, best first. templates/assets/later-search.js
 * does the same in the browser, step by step and in whole numbers only, so that both
 * give one order; tests/cli/search.t compares them.
 */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include "search/index.h"
#include "search/sentence.h"

/* How a word of the question was found; on a page, the bits of all its words. */
enum reason {
	REASON_FORM = 1,    /* the very word */
	REASON_STEM = 2,    /* another form of it */
	REASON_WAY = 4,     /* typed another way: Latin letters, the other keyboard */
	REASON_JOIN = 8,    /* two words typed as one, or one as two */
	REASON_PREFIX = 16, /* the beginning of a word */
	REASON_SLIP = 32,   /* one or two letters differ */
	REASON_BODY = 64,   /* stands in the text only */
};

struct answer {
	uint32_t page, section; /* section 0 is the page as a whole */
	uint32_t best;          /* where most of it stands, be it little; 0: before the first */
	int64_t score;
	unsigned reasons;
};

struct answers {
	const struct answer *items; /* in the arena */
	size_t len;
	bool found;     /* some word was found as it was typed, or another form of it */
	unsigned known; /* how many words the language has as they were read, or can alone have, */
	unsigned words; /* of how many */
	const struct sought *sought; /* what was looked for, to show it; in the arena */
	size_t nsought;
	str cyrillic; /* what to ask a language of Cyrillic letters instead, or "": the arena's */
};

/* When most words are known and there are answers, no other language need be asked; nor when there
 * are no words. */
static inline bool answers_suffice(const struct answers *answers)
{
	return !answers->words || (answers->len && 2 * answers->known > answers->words);
}

/* Words that are not found as they were typed may be guessed: begun, typed another way, with slips.
 * GUESS_NOTHING: nor is a word looked for that stands in texts alone. GUESS: with the first letter
 * or the second typed first. GUESS_WIDE: with any slip; a browser has to read all keys for it. */
enum guess { GUESS_NOTHING, GUESS, GUESS_WIDE };

/* Questions of any length; what stands behind QUERY_WORDS words, or QUERY_LETTERS letters of UTF-16
 * (as browsers count), is not looked at. */
#define QUERY_WORDS   12
#define QUERY_LETTERS 1000
struct answers query_run(struct index *index, const struct folder *folder, str question,
	enum guess guess, struct arena *arena);

/* The sentence that answers, of the section or, when that is the page, of its description, its best
 * section and, where they come with it, the others. "" when nothing is known of the page's text. */
str query_sentence(struct index *index, const struct folder *folder, const struct answers *answers,
	const struct answer *answer, const struct index_page *page);

/* "form, stem": the reasons in words, for people. */
str query_reasons(unsigned reasons, struct arena *arena);

#endif
