#include "view/names.h"

#include <stdlib.h>

#include "base/messages.h"
#include "base/share.h"
#include "view/extra.h"
#include "view/frame.h"

/* Members of values that are made on the way: dates, links, lists, groups. */
static const char *const small_names[] = {"original", "linked", "pages", "question", "answers",
	"hint", "groups", "lang", "iso", "date", "short", "day", "year", "month", "weekday", "time",
	"past", "today", "tel", "mailto", "href", "host", "raw", "word", "unknown", "first", "last",
	"count", "id", "text", "level", "children", "code", "name", "tag", "url", "current", "easy",
	"fallback", "title", "key", "items", "kind", "kind_title", "records", "field", "terms",
	"letter", "article", "subject", "redirect", "cells", "header", "number", "unit", "holiday",
	"from", "to", "total", "later", "letters", "upcoming", "previous", "next", "opens",
	"closes", "closed_reason", "restriction", "registration", "calendar", NULL};

struct names {
	struct map map; /* every name, for the first part of a path */
	const struct units *units;
	const struct site *site;
	struct arena *arena;
	bool asks_strings; /* some template does */
};

static void add(struct names *names, str name)
{
	map_put(&names->map, name, NULL);
}

static void add_all(struct names *names, const char *const *list)
{
	for (; *list; list++)
		add(names, str_of(*list));
}

static void add_members(struct names *names, const struct members *members)
{
	for (size_t i = 0; i < members->n; i++)
		add(names, members->rows[i].name);
}

#define SCHEMA_DEPTH 12

static void add_schema(struct names *names, const struct schema_node *node, int depth)
{
	if (!node || depth > SCHEMA_DEPTH)
		return;
	for (size_t i = 0; i < node->nproperties; i++) {
		add(names, node->properties[i].name);
		add_schema(names, node->properties[i].node, depth + 1);
	}
	for (size_t i = 0; node->choices && i < node->choices->len; i++)
		if (node->choices->items[i].kind == VALUE_STRING)
			add(names, node->choices->items[i].string);
	add_schema(names, node->items, depth + 1);
}

static void add_value(struct names *names, struct value v, int depth)
{
	for (size_t i = 0; v.kind == VALUE_MAP && i < v.map->len && depth < SCHEMA_DEPTH; i++) {
		add(names, v.map->entries[i].key);
		add_value(names, v.map->entries[i].value, depth + 1);
	}
}

/* Nothing else has a name that was not there before. */
static void add_outermost(struct names *names)
{
	for (size_t i = 0; i < root_members.n; i++)
		if (!map_has(&names->map, root_members.rows[i].name))
			map_put(&names->map, root_members.rows[i].name, names);
}

static void collect(struct names *names)
{
	const struct site *site = names->site;
	add_all(names, small_names);
	add_all(names, extra_names);
	add_members(names, &site_members);
	add_members(names, &page_members);
	add_members(names, &record_members);
	for (size_t k = 0; k < site->nkinds; k++) {
		add(names, site->kinds[k]->name);
		add_schema(names, schema_root(site->kinds[k]->schema), 0);
	}
	for (size_t l = 0; l < site->config.nlanguages; l++)
		add_value(names, site->strings_[l], 0);
	add_value(names, site->config.json, 0);
	for (size_t u = 0; u < names->units->list.len; u++) {
		const struct unit *unit = names->units->list.items[u];
		for (size_t i = 0; i < unit->nparams; i++)
			add(names, unit->params[i].name);
		for (size_t i = 0; i < unit->nlists; i++)
			add(names, unit->lists[i].name);
	}
	add_outermost(names);
}

/* --- whole paths: roots whose members are known ------------------------------------- */

static bool no(struct template_query *query, str part, const str *names, size_t nnames)
{
	query->part = part;
	query->names = names;
	query->nnames = nnames;
	return false;
}

static bool in_members(
	struct names *names, struct template_query *query, str part, const struct members *members)
{
	str *list = ARENA_ARRAY(names->arena, str, members->n);
	for (size_t i = 0; i < members->n; i++) {
		list[i] = members->rows[i].name;
		if (str_eq(list[i], part))
			return true;
	}
	return no(query, part, list, members->n);
}

static bool in_strings(struct names *names, struct template_query *query, str rest)
{
	struct value v = names->site->strings_[0];
	names->asks_strings = true;
	if (v.kind == VALUE_NULL || v.kind == VALUE_NONE)
		return true; /* said once, by check_strings() or by who read the file */
	for (str part; str_cut(&rest, '.', &part);) {
		const struct value_entry *entry =
			v.kind == VALUE_MAP ? value_map_find(v.map, part) : NULL;
		if (entry) {
			v = entry->value;
			continue;
		}
		size_t n = v.kind == VALUE_MAP ? v.map->len : 0;
		str *list = ARENA_ARRAY(names->arena, str, n);
		for (size_t i = 0; i < n; i++)
			list[i] = v.map->entries[i].key;
		return no(query, part, list, n);
	}
	return true;
}

static bool in_assets(struct names *names, struct template_query *query, str rest)
{
	str name;
	const struct map *assets = &names->units->assets;
	str_cut(&rest, '.', &name);
	str *list = ARENA_ARRAY(names->arena, str, assets->len);
	for (size_t i = 0; i < assets->len; i++)
		list[i] = assets->entries[i].key;
	return map_has(assets, name) || no(query, name, list, assets->len);
}

/* Lists and parameters may be those of any unit: partials see their page's. */
static bool in_units(struct names *names, struct template_query *query, str part, bool lists)
{
	VEC(str) found = {0};
	bool known = false;
	for (size_t u = 0; u < names->units->list.len; u++) {
		const struct unit *unit = names->units->list.items[u];
		for (size_t i = 0; i < (lists ? unit->nlists : unit->nparams); i++) {
			str name = lists ? unit->lists[i].name : unit->params[i].name;
			known |= str_eq(name, part);
			VEC_PUSH(&found, name);
		}
	}
	str *copy = ARENA_ARRAY(names->arena, str, found.len);
	for (size_t i = 0; i < found.len; i++)
		copy[i] = found.items[i];
	size_t n = found.len;
	VEC_FREE(&found);
	return known || no(query, part, copy, n);
}

static bool path_is_possible(void *ctx, struct template_query *query)
{
	struct names *names = ctx;
	str root, part, rest = query->path;
	str_cut(&rest, '.', &root);
	if (!rest.ptr)
		return true;
	str whole = rest;
	str_cut(&rest, '.', &part);
	if (str_eq(root, S("strings")))
		return in_strings(names, query, whole);
	if (str_eq(root, S("site")) && str_eq(part, S("assets")) && rest.ptr)
		return in_assets(names, query, rest);
	if (str_eq(root, S("site")))
		return in_members(names, query, part, &site_members);
	if (str_eq(root, S("page")))
		return in_members(names, query, part, &page_members);
	if (str_eq(root, S("lists")) || str_eq(root, S("params")))
		return in_units(names, query, part, str_eq(root, S("lists")));
	return true;
}

/* --- the same words in every language ----------------------------------------------- */

/* null, or "" where the default language has words. */
static bool is_gap(struct value wanted, struct value have)
{
	bool empty = have.kind == VALUE_STRING && !have.string.len;
	bool wanted_empty = wanted.kind == VALUE_STRING && !wanted.string.len;
	return have.kind == VALUE_NULL || (empty && !wanted_empty);
}

static void compare_strings(struct value wanted, struct value have, str path,
	const struct language *language, struct arena *arena, struct diags *diags)
{
	for (size_t i = 0; wanted.kind == VALUE_MAP && i < wanted.map->len; i++) {
		const struct value_entry *entry = &wanted.map->entries[i];
		str name = arena_join(arena, path, path.len ? S(".") : S(""), entry->key);
		const struct value_entry *other =
			have.kind == VALUE_MAP ? value_map_find(have.map, entry->key) : NULL;
		if (!other || is_gap(entry->value, other->value))
			diag_add(diags, DIAG_STRINGS_MISSING, entry->key_span,
				"'%.*s' is %s in strings/%.*s.json", STR_ARGS(name),
				other ? _("empty") : _("missing"), STR_ARGS(language->code));
		else
			compare_strings(entry->value, other->value, name, language, arena, diags);
	}
}

/* Does tilts have words of its own in a language? */
static bool has_own_words(str code, struct arena *arena)
{
	char path[PATH_MAX];
	str language = str_sub(code, 0, str_find_char(code, '-'));
	str name = arena_printf(arena, "start/%.*s", STR_ARGS(language));
	return share_find(arena_cstr(arena, name), path);
}

/* Whoever adds a language to a portal of one meets this first. */
static void report_no_strings(struct value wanted, const struct config *config,
	const struct language *language, struct arena *arena, struct diags *diags)
{
	str code = language->code;
	diag_add(diags, DIAG_STRINGS_MISSING, wanted.span,
		"there is no strings/%.*s.json with these words in %.*s", STR_ARGS(code),
		STR_ARGS(language->name));
	if (has_own_words(code, arena))
		diag_note(diags, SPAN_NONE,
			"tilts has them: copy templates/strings/%.*s.json of the portal that tilts "
			"init DIR --language %.*s begins",
			STR_ARGS(code), STR_ARGS(code));
	else
		diag_note(diags, SPAN_NONE,
			"copy strings/%.*s.json and translate it; tilts has these words in "
			"Latvian, Russian and English (lv, ru, en): a portal that tilts init DIR "
			"--language en begins holds the English ones",
			STR_ARGS(config->languages[0].code));
}

static void check_strings(struct names *names, struct diags *diags)
{
	const struct config *config = &names->site->config;
	if (names->asks_strings && names->site->strings_[0].kind == VALUE_NONE)
		diag_add(diags, DIAG_STRINGS_MISSING, SPAN_NONE,
			"there is no strings/%.*s.json, and templates ask for its words",
			STR_ARGS(config->languages[0].code));
	for (size_t l = 0; l < config->nlanguages; l++) {
		if (config->languages[l].of.len)
			continue;
		struct value wanted = names->site->strings_[0], have = names->site->strings_[l];
		if (wanted.kind != VALUE_MAP || have.kind == VALUE_NULL)
			continue;
		if (have.kind == VALUE_NONE)
			report_no_strings(
				wanted, config, &config->languages[l], names->arena, diags);
		else
			compare_strings(
				wanted, have, S(""), &config->languages[l], names->arena, diags);
	}
}

/* Without one schema the fields of its records are not known. */
static bool all_fields_are_known(const struct site *site)
{
	for (size_t k = 0; k < site->nkinds; k++)
		if (site->kinds[k]->is_open)
			return false;
	return true;
}

void names_link(struct units *units, const struct site *site, struct diags *diags)
{
	struct arena arena;
	struct names names = {.units = units, .site = site, .arena = &arena};
	arena_init(&arena);
	collect(&names);
	struct template_names known = {&names.map, path_is_possible, &names};
	units_link(units, site, all_fields_are_known(site) ? &known : NULL, diags);
	check_strings(&names, diags);
	map_release(&names.map);
	arena_release(&arena);
}
