/*
 * Templates with what they ask for: the compiled Mustache and, from the YAML at
 * the file's beginning, its parameters and its lists.
 * Frozen after units_link(); shared by all threads.
 */
#ifndef QUERY_UNIT_H
#define QUERY_UNIT_H

#include "model/site.h"
#include "template/template.h"

struct param {
	str name;
	str type;  /* string integer boolean record markdown list */
	str kind;  /* of a type-less param: id of a record of this kind */
	str items; /* of a list: string markdown record */
	bool required;
	struct value otherwise;
	struct span span;
};

struct list_query {
	str name;
	str from;           /* a kind or "pages" */
	struct value where; /* map or none */
	str when;           /* "", upcoming, past, current */
	str sort;           /* field, "-field" or "" */
	str group_by;
	struct value limit; /* integer, "params.x" or none */
	struct span span;
	uint32_t index; /* among all list queries of all units */
	bool fixed;     /* depends on nothing but the language */
	bool replaced;  /* of a layout or part: some template of a page has one of this name */
};

struct unit {
	str name;
	const struct template *template;
	struct param *params;
	size_t nparams;
	struct list_query *lists;
	size_t nlists;
	struct list_form form; /* of the records of its page */
	uint32_t source;
	bool shared; /* a layout or part: its lists serve the pages that use it */
};

struct units {
	struct template_set set;
	struct map by_name; /* struct unit */
	struct map assets;  /* names as site.assets has them: keys only */
	VEC(struct unit *) list;
	uint32_t nqueries;
	struct arena *arena;
};

void units_init(struct units *units, struct arena *arena);
void units_release(struct units *units);

/* One file of templates/: `text` must stay; `name` is its path without .html. */
void units_add(struct units *units, str name, str text, uint32_t source, struct diags *diags);

/* One file of templates/assets/, by its path below that folder. Gives the name by
 * which templates ask for it: "js/menu.js" is site.assets.js_menu_js. */
str units_add_asset(struct units *units, str path);

/* Checks names, partials, parameters and lists against the site. `known`: the names
 * that templates may use; NULL: any. */
void units_link(struct units *units, const struct site *site, const struct template_names *known,
	struct diags *diags);

const struct unit *units_find(const struct units *units, str name);

#endif
