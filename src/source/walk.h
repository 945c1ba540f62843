/*
 * The commits a walk through history has come to, newest first. Of each, what stands above
 * its message is read once; what is still sought in it (files to date, changes to list)
 * gathers in its node until its turn comes.
 */
#ifndef SOURCE_WALK_H
#define SOURCE_WALK_H

#include "base/map.h"
#include "source/header.h"
#include "source/location.h"
#include "source/pathset.h"

struct git_odb;
struct git_oid;

struct walk_node {
	uint8_t id[20];
	uint8_t root[20]; /* the content root's tree; see has_root */
	bool has_root;    /* false: the commit has no content root */
	bool changes;     /* its changes, and those before it, are wanted */
	bool was_taken;   /* its changes were asked for once: not again */
	bool queued;
	bool is_cut;   /* a shallow clone lacks a parent; see walk_parents() */
	size_t number; /* in order of coming: decides between equal times */
	struct header header;
	struct path_set *paths;            /* whose last change is sought from here on */
	const struct store_commit *commit; /* NULL: nobody asked yet */
	struct walk_node **parents;        /* set by walk_parents() */
	size_t nparents;
};

struct walk {
	const struct store *store;
	struct git_odb *objects;
	struct arena *arena; /* for commits */
	struct arena own;    /* for nodes */
	struct map nodes;    /* by id */
	VEC(struct walk_node *) queue;
	bool cut; /* came to where a shallow clone ends */
};

/* `objects` must live as long. */
void walk_init(
	struct walk *walk, const struct store *store, struct git_odb *objects, struct arena *arena);
void walk_release(struct walk *walk);

/* NULL: *code is git's error number. */
struct walk_node *walk_node(struct walk *walk, const struct git_oid *id, int *code);

/* Finds the parents, in order; those a shallow clone lacks count as none. 0 or
 * git's error number. */
int walk_parents(struct walk *walk, struct walk_node *node);

/* The node as a commit of the history; NULL: it can't be read. */
const struct store_commit *walk_describe(struct walk *walk, struct walk_node *node);

/* Nothing happens when it is queued already. */
void walk_queue(struct walk *walk, struct walk_node *node);

/* Takes the newest out of the queue; NULL at the end. */
struct walk_node *walk_next(struct walk *walk);

#endif
