/*
 * The locks of the whole program, all of them: one for each library that keeps
 * a state of its own, and one for what every thread adds to. Nothing else here
 * is shared and written at once.
 */
#ifndef SYS_LOCK_H
#define SYS_LOCK_H

enum lock {
	LOCK_CJSON,   /* cJSON's global error pointer, written by every parse */
	LOCK_PUBLISH, /* the list of published files, filled by all threads */
	LOCK_MEMORY,  /* what is kept for the next build, handed on by all threads */
	LOCK_WORDS,   /* the words of the search index, to which all threads add */
	LOCK_DATES,   /* how languages write dates in files: ICU, and what it wrote before */
	LOCK_PREVIEW, /* what the preview shows, read by each request */
	LOCK_COUNT
};

/* Not recursive. Held for one call or one entry, never across a caller's work. */
void lock_take(enum lock lock);
void lock_drop(enum lock lock);

#endif
