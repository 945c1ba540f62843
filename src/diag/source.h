/*
 * The texts that diagnostics point into, and places in them. A span is plain
 * numbers: it stays valid for the life of its struct sources, even when the
 * text itself is not kept in memory; then reporting loads the text again.
 *
 * Slots are added by one thread; after that each slot's text may be set by
 * the one worker that reads it.
 */
#ifndef DIAG_SOURCE_H
#define DIAG_SOURCE_H

#include "base/arena.h"
#include "base/vec.h"

/* Bytes start..end (exclusive) of source number `source`; number 0 is "no
 * place". A span with start and end 0 means the file as a whole. */
struct span {
	uint32_t source;
	uint32_t start;
	uint32_t end;
};

#define SPAN_NONE ((struct span){0, 0, 0})

struct source {
	str path; /* as people know it: content/lv/index.md, HEAD:lv/index.md */
	str text; /* empty when not kept */
};

/* Loads the text of source `number` into the arena; an empty slice if it can't. */
typedef str source_load_fn(void *ctx, uint32_t number, struct arena *arena);

struct sources {
	VEC(struct source) list; /* number n is list.items[n - 1] */
	source_load_fn *load;    /* may be NULL */
	void *load_ctx;
};

/* The path is borrowed. Gives the new source's number. */
uint32_t sources_add(struct sources *sources, str path);
void sources_release(struct sources *sources);
/* number must not be 0. */
struct source *sources_at(const struct sources *sources, uint32_t number);

struct span span_of(uint32_t source, size_t start, size_t end);
static inline struct span span_file(uint32_t source)
{
	return (struct span){source, 0, 0};
}
/* The part of an outer span; offsets count from its start. */
struct span span_within(struct span outer, size_t start, size_t end);

struct place {
	uint32_t line;   /* from 1 */
	uint32_t column; /* from 1, in code points */
	str line_text;   /* without its line end */
};

/* Where byte `offset` of the text stands. */
struct place place_at(str text, size_t offset);

/* A walk to places of one text. Each is counted from the one before, so that many of them, in the
 * order of the text, cost one walk through it. Starts zeroed but for the text, which is borrowed.
 */
struct place_walk {
	str text;
	size_t at;         /* the place asked for last */
	size_t line_start; /* of its line */
	size_t line_end;   /* with its line end; 0: not begun */
	uint32_t nlines;   /* before that line */
	uint32_t nchars;   /* of it before the place */
};

struct place place_next(struct place_walk *walk, size_t offset);

#endif
