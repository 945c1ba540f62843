/*
 * Parts that come out the same whatever page asks for them: a footer, a list of phones. They
 * are rendered once and then taken from stock. Nobody says which these are. A partial or a section
 * that has only the outermost data around it and no block to be replaced, and looked at nothing
 * there that is of one page, will look at nothing else the next time; whether it did, only
 * who gives the data knows, and tells.
 *
 * So does a partial for a record: its line is the same in each list. Names that the record lacks
 * are looked for in what stands around it, so a line is taken only where these are not found there
 * either. So does a list within another page, such as what stands below the first page on the way
 * to this one: it is the same wherever that page is at hand.
 *
 * A menu marks where a page stands, and comes out the same for all that stand there. So what looked
 * at nothing else of its page is kept for each place.
 *
 * A stock belongs to one thread, and is for one template set and one language. Lines are for all
 * threads: once made, only who `heard` of it changes.
 */
#ifndef TEMPLATE_STOCK_H
#define TEMPLATE_STOCK_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/vec.h"
#include "value/value.h"

/* What a part has looked at: nothing of one page, where that stands, or more of it. */
enum stock_of { STOCK_OF_ALL, STOCK_OF_PLACE, STOCK_OF_PAGE };

struct stocked {
	struct stocked *places; /* what is kept for each place instead; or NULL */
	bool is_of_place;
	bool is_tried;
	bool is_kept;
	bool has_block; /* kept only for where no template around replaces it */
	str text;
	unsigned depth, expansions; /* what rendering it took of the limits of a page */
	const void *notes;
	const str *lacked; /* of a line: names that its record lacks */
	size_t nlacked;
	/* For who looks at what was made. */
	_Atomic(enum {STOCK_UNKNOWN, STOCK_QUIET, STOCK_LOUD}) heard;
};

typedef _Atomic(struct stocked *) stock_slot;

/* A stretch of the output of which more is known than its bytes. */
struct stretch {
	size_t at, len;
	struct stocked *part; /* from stock; NULL: the value that is watched */
};

typedef VEC(struct stretch) stretch_list;

struct stock {
	struct stocked *parts; /* by number of the template or section */
	size_t place, nplaces; /* where the page at hand stands */
	struct arena *arena;   /* for their texts */
	void *ctx;
	/* A part is being rendered, from here … */
	void (*begin)(void *ctx);
	/* … to here, and came out as `text`. `notes` are for take(), and in `arena`. */
	enum stock_of (*end)(void *ctx, str text, struct arena *arena, const void **notes);
	/* Its text is used as if it were rendered. False: it has to be rendered. */
	bool (*take)(void *ctx, const struct stocked *part);
	/* Where the line stands that the template makes of a thing; NULL: nothing is kept of it.
	 * May be NULL itself. */
	stock_slot *(*line)(void *ctx, uint32_t template, struct value thing);
	/* The same for the list that the section makes within a thing. */
	stock_slot *(*list)(void *ctx, uint32_t section, struct value thing);
	struct arena *lines; /* for both */
};

#endif
