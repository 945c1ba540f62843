/*
 * What the records of a kind hold: JSON Schema 2020-12, of which these words:
 *
 *	type properties required additionalProperties items oneOf enum const
 *	pattern format minLength maxLength minimum maximum minItems maxItems
 *	uniqueItems contentMediaType $defs $ref
 *
 * and, without effect on what is valid, title description examples default
 * deprecated $schema $id $comment. Two words are ours:
 *
 *	x-kind  the text is the id of a record of that kind
 *	x-text  true: a text for people, never empty; one string, or an object
 *	        with one string a language. Beside it stands no type, or one
 *	        that allows "string" and "object".
 *
 * Any other word is an error, so a slip in a schema is found. Narrower than
 * the standard: $ref is "#" or "#/$defs/name", and beside it stand only title,
 * description and the like; enum and const hold no lists or objects; 1.0 is no
 * integer; a name in `required` is one of `properties`; uniqueItems takes
 * objects whose members stand in another order for different; properties,
 * $defs, required and enum name at most 1000 things each.
 *
 * A compiled schema lives in its arena, is never changed, and serves many
 * threads at once.
 */
#ifndef VALUE_SCHEMA_H
#define VALUE_SCHEMA_H

#include "diag/diag.h"
#include "value/format.h"
#include "value/schema_said.h"
#include "value/value.h"

struct schema;
struct schema_node;
struct pattern;

struct schema_property {
	str name;
	struct span name_span;
	const struct schema_node *node;
	bool required;
};

/* What one value may be. Of a $ref: its target, with the title, description
 * and default that stand beside it. */
struct schema_node {
	struct span span;
	str title; /* this and the next in the language of messages */
	str description;
	const str *titles; /* the title in each language that there is, the schema's first */
	size_t ntitles;
	str example;           /* the first of `examples`, if it is a text; else "" */
	struct value fallback; /* `default`; VALUE_NONE when not given */

	unsigned types; /* bits 1 << enum value_kind; 0: any */
	bool is_text;   /* x-text */
	str kind;       /* x-kind; "" when the text is no reference */
	str media_type; /* contentMediaType: "text/markdown" */
	enum format format;

	const struct value_list *choices; /* enum; NULL when not given */
	struct value constant;            /* const; VALUE_NONE when not given */
	const struct pattern *pattern;    /* NULL when not given */
	size_t min_length, max_length;    /* in characters */
	double minimum, maximum;
	size_t min_items, max_items;
	bool unique_items;

	struct schema_property *properties; /* in the order of the schema */
	size_t nproperties;
	bool closed;                            /* additionalProperties: false */
	const struct schema_node *additional;   /* additionalProperties; may be NULL */
	const struct schema_node *items;        /* NULL: any */
	const struct schema_node *const *forms; /* oneOf */
	size_t nforms;
};

/* `document` is the whole of a schema file; it and the tables of languages live as long as the
 * schema. NULL when an error was reported. */
const struct schema *schema_compile(struct arena *arena, struct value document,
	struct schema_languages languages, struct diags *diags);

const struct schema_node *schema_root(const struct schema *schema);
/* NULL when the node, which may be NULL, has no such property. */
const struct schema_property *schema_property(const struct schema_node *node, str name);

/* Values looked at of one record, each once for every form of oneOf that it may have: far more
 * than any record needs that fits into a file. Forms within forms multiply. */
#define SCHEMA_STEPS_MAX 4000000

/* Calls `fn` with each part of the value that the node, which may be NULL, knows, and what it says
 * of it: a list or an object before what is in it; all forms of a oneOf. At most
 * SCHEMA_STEPS_MAX times: a record that needs more was refused as too hard. */
typedef void schema_visit_fn(void *ctx, const struct schema_node *node, struct value v);
void schema_walk(
	const struct schema_node *node, struct value value, schema_visit_fn *fn, void *ctx);

/* What a schema can't know by itself. Either function may be NULL: then every
 * id is good. No languages: every language is good. */
struct schema_context {
	bool (*has_record)(const void *ctx, str kind, str id);
	str (*nearest_record)(const void *ctx, str kind, str id); /* "" when none is near */
	const void *ctx;
	const str *languages;
	size_t nlanguages;
};

/* Reports everything that does not fit, each at its place and with a hint.
 * Time grows with the record, and is bounded for any schema. */
void schema_check(const struct schema *schema, struct value record,
	const struct schema_context *ctx, struct diags *diags);

/* A new record: the required fields with their defaults, else empty values
 * (null where unknown may stand), as JSON with a line end behind it. What a
 * person has to decide, such as one of the words of an enum, is left "". */
void schema_write_skeleton(const struct schema *schema, struct buf *out);
/* One line "field: description" for each required field; those inside a
 * required object are named "address.city". */
void schema_write_guide(const struct schema *schema, struct buf *out);

/* "text, number or null". */
void schema_write_types(unsigned types, struct buf *out);

#endif
