/*
 * What is kept between two builds of one output, so that the second makes again
 * only what read something that changed.
 *
 * A job makes one file or a few: a page, a feed, the tables, an index; that of a check makes none,
 * and has only what it says. The ledger
 * has for each which inputs it looked at (inputs.h), which files came of it with a
 * hash of their bytes, and what else the checks need of it: messages, anchors,
 * links, weight. A job is carried over when the whole and each of its inputs are
 * as before and its files still stand in the output untouched; then all of that
 * is handed on as if the job had been done. Jobs are pure, so this is the same
 * to everybody but the clock.
 *
 * Only sites without errors are published and have a ledger, so nothing that the
 * checks call an error is ever carried over. A ledger that is damaged, of another
 * tilts or of another site is none: then every job is done.
 */
#ifndef BUILD_LEDGER_H
#define BUILD_LEDGER_H

#include "build/build.h"

/* Kinds of jobs; those of the feeds' table come behind. */
enum {
	LEDGER_PAGES,
	LEDGER_INDEXES,
	LEDGER_SHELVES,
	LEDGER_TABLES,
	LEDGER_RECORDS, /* what is said of them, a kind a job */
	LEDGER_FEEDS,
	LEDGER_GROUPS = 32
};

/* One thread: reads what the last build kept, and gives the renderer its keeper. Nothing is noted
 * when there is nobody to keep it (before.h). */
void ledger_open(struct build *build);
/* Is what the last build kept of the same whole: this tilts, these settings, these pages? */
bool ledger_knows(const struct build *build);
void ledger_release(struct build *build);

/* One thread, before the first job of the group: how many there will be. */
void ledger_expect(struct build *build, size_t group, size_t njobs);

/* Any thread. False: do the job, between ledger_begin() and ledger_end(). */
bool ledger_carry(struct build *build, struct worker *worker, size_t group, size_t job);
void ledger_begin(struct build *build, struct worker *worker, size_t group, size_t job);
void ledger_end(struct build *build, struct worker *worker, size_t group, size_t job);

/* A file that the job at hand has made, if there is one, by the hash of its bytes. */
void ledger_note_file(struct build *build, struct worker *worker, str path, uint64_t hash);

/* Of all that search reads of the page at hand. */
void ledger_note_sight(struct build *build, struct worker *worker, uint64_t sight);
/* Of the words that search has of a page that was made: what is not seen on it is told by this. Its
 * job may have ended. */
void ledger_note_words(struct build *build, size_t page, uint64_t hash);
/* The page at hand is made anew. Was the same read of it, and do the files of its text still stand?
 * Then they are handed on, and its words are those of before. */
bool ledger_carry_words(struct build *build, struct worker *worker, size_t page, uint64_t sight);

/* Are the page's words those of before without a look at them? */
bool ledger_carried_words(const struct build *build, size_t page);
/* Those that were carried over, and those that came out the same? */
bool ledger_has_words(const struct build *build, size_t page);

/* Was the job carried over? Its files then stand in the old output alone. */
bool ledger_carried(const struct build *build, size_t group, size_t job);

/* Entries of jobs are handed to remember_add() as the jobs are done: the last ones here. */
void ledger_write_jobs(const struct build *build);
void ledger_write_inputs(const struct build *build, struct spill *out);

#endif
