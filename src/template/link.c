#include "template/link.h"

#include <stdlib.h>

struct linker {
	struct template_set *set;
	const struct template_names *known;
	struct diags *diags;
	struct map names;    /* name -> where it was first met */
	VEC(str) candidates; /* memory for suggestions */
};

static void suggest(struct linker *linker, str wanted, const struct map *map)
{
	linker->candidates.len = 0;
	for (size_t i = 0; i < map->len; i++)
		VEC_PUSH(&linker->candidates, map->entries[i].key);
	diag_suggest(linker->diags, wanted, linker->candidates.items, linker->candidates.len);
}

void link_report_unknown(const struct template_set *set, const struct template *user,
	const struct node *node, str name, struct diags *diags)
{
	struct linker linker = {.diags = diags};
	diag_add(diags, DIAG_TEMPLATE_PARTIAL, node_span(user, node), "no template '%.*s'",
		STR_ARGS(name));
	suggest(&linker, name, &set->templates);
	VEC_FREE(&linker.candidates);
}

/* --- names -------------------------------------------------------------------------- */

/* The dotted name as it was written: its keys are slices of one text. */
static str written(struct path path)
{
	const str *last = &path.keys[path.nkeys - 1];
	return str_n(path.keys[0].ptr, (size_t)(last->ptr + last->len - path.keys[0].ptr));
}

static void check_deep(struct linker *linker, const struct template *template,
	const struct node *node, struct path path)
{
	struct template_query query = {.template = template->name, .path = written(path)};
	if (linker->known->path(linker->known->ctx, &query))
		return;
	diag_add(linker->diags, DIAG_TEMPLATE_NAME, node_span(template, node),
		"'%.*s' can have no value: there is no '%.*s'", STR_ARGS(query.path),
		STR_ARGS(query.part));
	diag_suggest(linker->diags, query.part, query.names, query.nnames);
}

static void check_path(struct linker *linker, const struct template *template,
	const struct node *node, struct path *path)
{
	path->outermost = map_get(linker->known->names, path->keys[0]);
	if (!map_has(linker->known->names, path->keys[0])) {
		diag_add(linker->diags, DIAG_TEMPLATE_NAME, node_span(template, node),
			"no data has the name '%.*s'", STR_ARGS(path->keys[0]));
		suggest(linker, path->keys[0], linker->known->names);
	} else if (linker->known->path) {
		check_deep(linker, template, node, *path);
	}
}

/* So that the same name has the same place in all templates: see recent.h. */
static void join_names(struct linker *linker, struct path *path)
{
	for (size_t i = 0; i < path->nkeys; i++) {
		str *key = &path->keys[i];
		const char *first = map_get(&linker->names, *key);
		if (first)
			key->ptr = first;
		else
			map_put(&linker->names, *key, (void *)key->ptr);
	}
}

static void link_path(struct linker *linker, const struct template *template,
	const struct node *node, struct path *path)
{
	if (linker->known && path->nkeys)
		check_path(linker, template, node, path);
	join_names(linker, path);
}

/* --- templates ---------------------------------------------------------------------- */

static void link_expansion(
	struct linker *linker, const struct template *template, const struct node *node)
{
	struct expansion *expansion = node->expansion;
	if (expansion->dynamic) {
		link_path(linker, template, node, &expansion->path);
		return;
	}
	expansion->target = template_set_find(linker->set, expansion->name);
	if (!expansion->target)
		link_report_unknown(linker->set, template, node, expansion->name, linker->diags);
}

static void link_template(struct linker *linker, const struct template *template)
{
	for (uint32_t i = 0; i < template->nnodes; i++) {
		struct node *node = &template->nodes[i];
		switch (node->kind) {
		case NODE_VALUE:
		case NODE_RAW:
		case NODE_SECTION:
		case NODE_INVERTED:
			link_path(linker, template, node, &node->path);
			break;
		case NODE_PARTIAL:
		case NODE_PARENT:
			link_expansion(linker, template, node);
			break;
		case NODE_TEXT:
		case NODE_ARGUMENT:
		case NODE_BLOCK:
			break;
		}
	}
}

/* --- recursion ---------------------------------------------------------------------- */

/* How far the search for endless recursion is in one template. */
struct visit {
	const struct template *template;
	uint32_t tag;  /* the one it follows */
	uint32_t next; /* the node to look at after that */
	bool open;     /* on the way from the start to here */
	bool done;
};

struct search {
	struct linker *linker;
	struct map visits; /* template name -> struct visit */
	VEC(struct visit *) way;
};

/* The next partial or parent from node `i` on that is expanded whatever the
 * data: in no section and no block. */
static uint32_t next_call(const struct template *template, uint32_t i)
{
	for (; i < template->nnodes; i = template->nodes[i].next) {
		const struct node *node = &template->nodes[i];
		bool calls = node->kind == NODE_PARTIAL || node->kind == NODE_PARENT;
		if (calls && node->expansion->target)
			return i;
	}
	return i;
}

static void report_cycle(struct search *search, const struct visit *first)
{
	struct diags *diags = search->linker->diags;
	size_t at = search->way.len;
	while (search->way.items[at - 1] != first)
		at--;
	const struct template *template = first->template;
	diag_add(diags, DIAG_TEMPLATE_RECURSION, node_span(template, &template->nodes[first->tag]),
		"the template '%.*s' always includes itself, without end",
		STR_ARGS(template->name));
	for (; at < search->way.len; at++) { /* the others on the way round */
		const struct visit *visit = search->way.items[at];
		diag_note(diags, node_span(visit->template, &visit->template->nodes[visit->tag]),
			"by way of '%.*s'", STR_ARGS(visit->template->name));
	}
}

static void enter(struct search *search, struct visit *visit)
{
	if (visit->open)
		report_cycle(search, visit);
	if (visit->open || visit->done)
		return;
	visit->open = true;
	VEC_PUSH(&search->way, visit);
}

/* Depth first, with the way on the heap: a chain of templates may be long. */
static void search_from(struct search *search, struct visit *start)
{
	enter(search, start);
	while (search->way.len) {
		struct visit *visit = search->way.items[search->way.len - 1];
		const struct template *template = visit->template;
		visit->tag = next_call(template, visit->next);
		if (visit->tag == template->nnodes) {
			visit->open = false;
			visit->done = true;
			search->way.len--;
			continue;
		}
		const struct node *node = &template->nodes[visit->tag];
		visit->next = node->next;
		enter(search, map_get(&search->visits, node->expansion->target->name));
	}
}

static void find_recursion(struct linker *linker)
{
	struct search search = {.linker = linker};
	const struct map *templates = &linker->set->templates;
	struct visit *visits = xcalloc(templates->len, sizeof(*visits));
	for (size_t i = 0; i < templates->len; i++) {
		visits[i].template = templates->entries[i].value;
		map_put(&search.visits, templates->entries[i].key, &visits[i]);
	}
	for (size_t i = 0; i < templates->len; i++)
		search_from(&search, &visits[i]);
	VEC_FREE(&search.way);
	map_release(&search.visits);
	free(visits);
}

void template_set_link(
	struct template_set *set, const struct template_names *known, struct diags *diags)
{
	struct linker linker = {.set = set, .known = known, .diags = diags};
	for (size_t i = 0; i < set->templates.len; i++)
		link_template(&linker, set->templates.entries[i].value);
	find_recursion(&linker);
	map_release(&linker.names);
	VEC_FREE(&linker.candidates);
}
