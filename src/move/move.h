/*
 * `tilts move`: a page, a folder of pages, a record or a file of media/ gets another
 * name, and all that names it follows: links, relations, menus, lists of templates; old
 * addresses lead on. All other bytes stay.
 *
 * goal.h says what goes where, mend.c and refer.c what has to be written anew, lead.c
 * which old addresses lead where. The content as it would be is laid out in a hidden
 * folder and built there; only when it has no mistake does stage.c put it in place.
 */
#ifndef MOVE_MOVE_H
#define MOVE_MOVE_H

#include "move/edit.h"
#include "move/goal.h"

/* A page's address that became another. */
struct lead {
	const struct page *page; /* as it was */
	str from;
	str to;
};

struct move {
	const struct build *before; /* has no errors */
	struct goal goal;
	str root;      /* the content root, a folder */
	str templates; /* a folder */
	struct arena *arena;
	str *texts; /* of each document of `before`; empty when it can't hold a name */
	edit_list edits;
	VEC(struct lead) leads;
};

/* Reads the texts. False: *why is what the system answered, *path which file it was. */
bool move_read(struct move *move, int *why, str *path);
void move_release(struct move *move);

/* Finds move->edits anew. `after` is the site as the edits before made it, with which
 * old addresses and translations are known; NULL at first. */
void move_find_edits(struct move *move, const struct build *after);

/* Parts of it. */
void move_mend_texts(struct move *move);
void move_mend_references(struct move *move);
void move_mend_hashes(struct move *move, const struct build *after);
void move_find_leads(struct move *move, const struct build *after);
void move_lead_on(struct move *move);

/* Is this the index of a document of templates/? */
bool move_is_template(const struct move *move, size_t index);
/* Where the document then lies. */
str move_path(const struct move *move, const struct document *document);
void move_edit(struct move *move, struct span span, str text);

/* --- stage.c: on disk, 0 or an errno value ----------------------------------------------- */

/* What stands in the way of a file that moves, though the build does not know of it: a link, a
 * hidden file. *fault is NULL when there is nothing, else *at is where. Only looks. */
int stage_find_fault(const struct move *move, const char **fault, str *at);
/* Lays the content with its edits out in a hidden folder of the content root. */
int stage_make(struct move *move, str *content, str *templates);
/* Puts what was laid out last in place; what stood there is put back when that fails. */
int stage_publish(struct move *move);
void stage_remove(struct move *move);

#endif
