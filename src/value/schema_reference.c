#include "value/schema_reference.h"

#include "base/path.h"

void schema_references_begin(struct schema_references *references, const struct value_map *defs,
	struct arena *arena, struct diags *diags)
{
	size_t ntargets = (defs ? defs->len : 0) + 1;
	struct schema_target *targets = ARENA_ARRAY(arena, struct schema_target, ntargets);
	for (size_t i = 0; i < ntargets; i++) {
		targets[i].node = ARENA_NEW(arena, struct schema_node);
		targets[i].name =
			i ? arena_join(arena, S("#/$defs/"), defs->entries[i - 1].key, S(""))
			  : S("#");
	}
	*references = (struct schema_references){
		.targets = targets, .ntargets = ntargets, .arena = arena, .diags = diags};
}

struct schema_node *schema_references_next(struct schema_references *references, size_t target)
{
	references->reading = &references->targets[target];
	return references->reading->node;
}

bool schema_references_is_top(
	const struct schema_references *references, const struct schema_node *node)
{
	return node == references->targets[0].node;
}

/*
 * What a reference names, without the codes that a URI and a pointer have for letters: "%C4%93"
 * is "ē", then "~1" is "/" and "~0" is "~" (RFC 6901, sections 4 and 6). "" where a "/" of
 * its own leads deeper than to a name of $defs.
 */
static str decoded(struct arena *arena, str name)
{
	str text = path_decode(arena, name);
	if (str_starts(text, S("#/$defs/")) &&
		str_find_char(str_from(text, S("#/$defs/").len), '/') != STR_NONE)
		return S("");
	char *copy = arena_alloc(arena, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		bool coded = text.ptr[i] == '~' && i + 1 < text.len &&
			     (text.ptr[i + 1] == '0' || text.ptr[i + 1] == '1');
		i += coded;
		copy[len++] = !coded ? text.ptr[i] : text.ptr[i] == '1' ? '/' : '~';
	}
	return str_n(copy, len);
}

static struct schema_target *find_target(struct schema_references *references, str reference)
{
	str name = decoded(references->arena, reference);
	for (size_t i = 0; i < references->ntargets; i++)
		if (str_eq(references->targets[i].name, name))
			return &references->targets[i];
	return NULL;
}

static void report_unknown(struct schema_references *references, struct value name)
{
	str *names = ARENA_ARRAY(references->arena, str, references->ntargets);
	for (size_t i = 0; i < references->ntargets; i++)
		names[i] = references->targets[i].name;
	diag_add(references->diags, DIAG_SCHEMA_REF, name.span, "this schema has no '%.*s'",
		STR_ARGS(name.string));
	diag_suggest(references->diags, name.string, names, references->ntargets);
}

void schema_references_add(
	struct schema_references *references, struct schema_node *node, struct value name)
{
	struct schema_target *target = find_target(references, name.string);
	if (!target) {
		report_unknown(references, name);
		return;
	}
	VEC_PUSH(&references->references,
		((struct schema_reference){node, target, name.span, REFERENCE_OPEN}));
	if (node == references->reading->node)
		references->reading->reference = references->references.len;
}

/* What stands beside the $ref goes before what its target says of the same. */
static void copy_target(struct schema_node *node, const struct schema_node *target)
{
	struct schema_node own = *node;
	*node = *target;
	node->span = own.span;
	if (own.title.len) {
		node->title = own.title;
		node->titles = own.titles;
		node->ntitles = own.ntitles;
	}
	if (own.description.len)
		node->description = own.description;
	if (own.fallback.kind != VALUE_NONE)
		node->fallback = own.fallback;
}

static bool resolve(struct schema_references *references, struct schema_reference *reference)
{
	size_t next = reference->target->reference;
	if (reference->state == REFERENCE_DONE)
		return true;
	if (reference->state == REFERENCE_BUSY) {
		diag_add(references->diags, DIAG_SCHEMA_REF, reference->span,
			"this reference leads back to itself");
		return false;
	}
	reference->state = REFERENCE_BUSY;
	if (next && !resolve(references, &references->references.items[next - 1]))
		return false;
	copy_target(reference->node, reference->target->node);
	reference->state = REFERENCE_DONE;
	return true;
}

void schema_references_end(struct schema_references *references)
{
	for (size_t i = 0; i < references->references.len; i++)
		if (!resolve(references, &references->references.items[i]))
			break;
	VEC_FREE(&references->references);
}
