/*
 * Mustache (mustache.github.io/spec, version 1.4): all core modules,
 * inheritance and dynamic names; no lambdas.
 *
 * A template set owns the compiled form of all templates and borrows their
 * texts and names for its life. It is filled and linked by one thread; after
 * template_set_link() it never changes, and any number of threads may render
 * from it at once, each with its own environment and output.
 *
 * Whitespace follows the specification: a tag alone on its line takes the line
 * with it; what a standalone partial, parent or block expands to is indented
 * like its tag; a block's own indentation is taken off where it is written.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/map.h"
#include "diag/diag.h"
#include "template/recent.h"
#include "template/stock.h"
#include "value/value.h"

/* How deep sections may stand in each other, and how deep sections, partials,
 * parents and blocks together may go while one page is rendered. */
#define TEMPLATE_DEPTH 64

struct template; /* belongs to its set */

struct template_set {
	struct arena arena;
	struct map templates; /* name -> struct template */
	uint32_t nparts;      /* templates and sections, each of which has a place in a stock */
};

void template_set_init(struct template_set *set);
void template_set_release(struct template_set *set);

/*
 * Compiles `text` under `name` ("layouts/base"); names must be unique. `at` is
 * where the text stands in its file, without a front matter before it. Errors
 * are reported, and what is broken stands as text: rendering stays possible.
 */
void template_set_add(
	struct template_set *set, str name, str text, struct span at, struct diags *diags);

/* One question to the data model: can there be a value at `path`? Whoever says
 * no fills in the last three, for the message. */
struct template_query {
	str template;     /* the template that asks */
	str path;         /* dotted: "page.title" */
	str part;         /* the part of `path` nobody provides */
	const str *names; /* what could stand there instead */
	size_t nnames;
};

typedef bool template_path_fn(void *ctx, struct template_query *query);

/* What data can hold, so that a name no data could provide is an error. */
struct template_names {
	const struct map *names; /* keys: every first part a path may have; a value that is not
				    NULL: the outermost data alone has it */
	template_path_fn *path;  /* looks at whole paths; may be NULL */
	void *ctx;
};

/*
 * Finds the templates that partials and parents name, and reports unknown
 * ones, templates that include themselves whatever the data, and, unless
 * `known` is NULL, impossible names. Needs all templates added before.
 */
void template_set_link(
	struct template_set *set, const struct template_names *known, struct diags *diags);

/* NULL when there is none of that name. */
const struct template *template_set_find(const struct template_set *set, str name);

/* What one thread brings along. */
struct template_env {
	struct arena *scratch; /* the caller resets it, after the render or later */
	struct diags *diags;
	struct recent *recent;
	struct stock *stock;     /* NULL: everything is rendered */
	str watched;             /* a value, by its very bytes; "" for none */
	stretch_list *stretches; /* gets those of the output, in its order; NULL: nobody asks */
};

/*
 * Appends the template, rendered with `root` as the outermost data, to `out`.
 * A value whose `html` is set is never escaped. Reports a dynamic name that no
 * template has, and nesting beyond TEMPLATE_DEPTH; rendering then ends early.
 * The size of the output is bounded by out->limit: look at out->overflowed.
 */
void template_render(const struct template_set *set, const struct template *template,
	struct value root, struct template_env *env, struct buf *out);

#endif
