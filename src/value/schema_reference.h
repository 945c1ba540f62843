/*
 * The $ref of a schema, and what they can name: "#", the whole schema, or "#/$defs/x".
 * Every target has its node before the first $ref is read, so that one may stand
 * before what it names; once all are read, the nodes of references become copies of
 * their targets.
 */
#ifndef VALUE_SCHEMA_REFERENCE_H
#define VALUE_SCHEMA_REFERENCE_H

#include "base/vec.h"
#include "value/schema.h"

struct schema_target {
	str name;
	struct schema_node *node;
	size_t reference; /* index + 1, when the target is a $ref itself */
};

struct schema_reference {
	struct schema_node *node;
	struct schema_target *target;
	struct span span;
	enum { REFERENCE_OPEN, REFERENCE_BUSY, REFERENCE_DONE } state;
};

struct schema_references {
	struct schema_target *targets; /* the whole schema first, then $defs in their order */
	size_t ntargets;
	struct schema_target *reading; /* the one that is being read */
	VEC(struct schema_reference) references;
	struct arena *arena; /* of nodes and names */
	struct diags *diags;
};

/* `defs` may be NULL. */
void schema_references_begin(struct schema_references *references, const struct value_map *defs,
	struct arena *arena, struct diags *diags);

/* The node of a target that is read next. */
struct schema_node *schema_references_next(struct schema_references *references, size_t target);

/* Is it the node of the whole schema? */
bool schema_references_is_top(
	const struct schema_references *references, const struct schema_node *node);

/* `node` is a reference to what `name`, a string, names. */
void schema_references_add(
	struct schema_references *references, struct schema_node *node, struct value name);

/* Copies the targets; reports those that lead back to themselves. */
void schema_references_end(struct schema_references *references);

#endif
