#include "template/template.h"

#include "template/parse.h"

void template_set_init(struct template_set *set)
{
	*set = (struct template_set){0};
	arena_init(&set->arena);
}

void template_set_release(struct template_set *set)
{
	map_release(&set->templates);
	arena_release(&set->arena);
}

static void number_parts(struct template_set *set, struct template *template)
{
	template->number = set->nparts++;
	for (uint32_t i = 0; i < template->nnodes; i++)
		if (template->nodes[i].kind == NODE_SECTION)
			template->nodes[i].number = set->nparts++;
}

void template_set_add(
	struct template_set *set, str name, str text, struct span at, struct diags *diags)
{
	struct template *template = ARENA_NEW(&set->arena, struct template);
	template->name = name;
	template->at = at;
	parse_template(&set->arena, template, text, diags);
	number_parts(set, template);
	map_put(&set->templates, name, template);
}

const struct template *template_set_find(const struct template_set *set, str name)
{
	return map_get(&set->templates, name);
}
