#include <string.h>

#include "template/escape.h"
#include "template/link.h"

/* Most sections, partials, parents and blocks one page may expand. */
#define EXPANSIONS_MAX (1u << 24)

/* What the data is at some point: the innermost value comes first. */
struct context {
	struct value value;
	const struct context *outer;
};

/* A parent being rendered: its arguments replace blocks of what it expands to. */
struct frame {
	const struct template *template;
	const struct node *parent;
	const struct frame *outer;
};

/* A line, or a list, being made for the stock, and what its record, or page, lacks. */
struct line {
	const struct context *record;
	str lacked[8];
	size_t nlacked;
};

/* What a run of nodes is rendered with. */
struct scope {
	const struct template *template;
	const struct context *context;
	const struct frame *frame;
	str indent; /* goes before each line of the template */
};

struct render {
	const struct template_set *set;
	struct template_env *env;
	struct buf *out;
	const struct context *outermost;
	unsigned depth;
	unsigned deepest; /* since a part for the stock was begun, and so are the next two */
	unsigned expansions;
	bool is_filling; /* such a part is being rendered */
	bool is_open;    /* it has what comes out otherwise elsewhere: a block that another template
			    may replace here; or a line lacks too much */
	bool has_block;  /* … or elsewhere */
	bool stopped;    /* reported; nothing more is rendered */
	struct line *line; /* if such a part is a line */
};

static void render_nodes(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end);
static bool take_list(struct render *render, const struct scope *scope, const struct node *section,
	struct value list);

static void note_stretch(struct render *render, size_t len, struct stocked *part)
{
	if (render->env->stretches)
		VEC_PUSH(render->env->stretches, ((struct stretch){render->out->len, len, part}));
}

/* --- values ------------------------------------------------------------------------- */

static bool is_noted(const struct line *line, str name)
{
	for (size_t i = 0; i < line->nlacked; i++)
		if (line->lacked[i].ptr == name.ptr)
			return true;
	return false;
}

/* The record of a line has no such thing: what stands around it must have none elsewhere either. */
static void note_lack(struct render *render, str name)
{
	struct line *line = render->line;
	if (is_noted(line, name))
		return;
	if (line->nlacked == ARRAY_LEN(line->lacked))
		render->is_open = true;
	else
		line->lacked[line->nlacked++] = name;
}

/* The first part of a name is looked for from the innermost data outwards;
 * from there on there is no way back. */
static struct value look_up(struct render *render, const struct scope *scope, struct path path)
{
	const struct context *context = path.outermost ? render->outermost : scope->context;
	if (path.nkeys == 0)
		return context->value;
	struct recent *recent = render->env->recent;
	struct arena *scratch = render->env->scratch;
	const struct value *v = recent_get(recent, &context->value, path.keys[0], scratch);
	while (v->kind == VALUE_NONE && context->outer) {
		if (render->line && context == render->line->record)
			note_lack(render, path.keys[0]);
		context = context->outer;
		v = recent_get(recent, &context->value, path.keys[0], scratch);
	}
	for (size_t i = 1; i < path.nkeys && v->kind != VALUE_NONE; i++)
		v = recent_get(recent, v, path.keys[i], scratch);
	return *v;
}

static void render_value(struct render *render, const struct scope *scope, const struct node *node)
{
	struct value v = look_up(render, scope, node->path);
	if (node->starts_line)
		buf_add(render->out, scope->indent);
	if (v.kind == VALUE_INT) {
		buf_add_int(render->out, v.integer);
		return;
	}
	str text = value_text(v, render->env->scratch);
	if (node->kind != NODE_RAW && !v.html) {
		escape_html(render->out, text);
		return;
	}
	if (text.len && text.ptr == render->env->watched.ptr)
		note_stretch(render, text.len, NULL);
	buf_add(render->out, text);
}

/* --- text --------------------------------------------------------------------------- */

static void render_indented(struct buf *out, const struct node *node, str indent)
{
	str rest = node->text;
	size_t end;
	if (node->starts_line)
		buf_add(out, indent);
	while ((end = str_find_char(rest, '\n')) != STR_NONE && end + 1 < rest.len) {
		buf_add(out, str_sub(rest, 0, end + 1));
		buf_add(out, indent);
		rest = str_from(rest, end + 1);
	}
	buf_add(out, rest);
}

/* Indentation within indentation; `more` is kept by its template. */
static str add_indent(struct render *render, str indent, str more)
{
	if (indent.len == 0)
		return more;
	return more.len ? arena_join(render->env->scratch, indent, more, S("")) : indent;
}

/* --- sections ----------------------------------------------------------------------- */

static void report_limit(struct render *render, const struct scope *scope, const struct node *node)
{
	struct span span = node_span(scope->template, node);
	if (render->depth == TEMPLATE_DEPTH)
		diag_add(render->env->diags, DIAG_TEMPLATE_RECURSION, span,
			"templates and sections go more than %d deep here", TEMPLATE_DEPTH);
	else
		diag_add(render->env->diags, DIAG_TEMPLATE_RECURSION, span,
			"the templates of this page expand to more than %u parts", EXPANSIONS_MAX);
	render->stopped = true;
}

/* One level deeper, or false when that is too deep, too much or useless. */
static bool enter(struct render *render, const struct scope *scope, const struct node *node)
{
	if (render->depth == TEMPLATE_DEPTH || render->expansions >= EXPANSIONS_MAX)
		report_limit(render, scope, node);
	if (render->out->overflowed)
		render->stopped = true;
	if (render->stopped)
		return false;
	render->depth++;
	render->expansions++;
	if (render->deepest < render->depth)
		render->deepest = render->depth;
	return true;
}

static void render_inside(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end)
{
	if (!enter(render, scope, node))
		return;
	render_nodes(render, scope, node + 1, end);
	render->depth--;
}

static void render_with(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end, struct value v)
{
	struct context context = {v, scope->context};
	struct scope inner = *scope;
	inner.context = &context;
	render_inside(render, &inner, node, end);
}

static void render_inverted(struct render *render, const struct scope *scope,
	const struct node *node, const struct node *end)
{
	if (!value_is_true(look_up(render, scope, node->path)))
		render_inside(render, scope, node, end);
}

static void render_items(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end, struct value list)
{
	size_t count = value_count(list);
	for (size_t i = 0; i < count && !render->stopped; i++) {
		struct value item = value_at(list, i, render->env->scratch);
		render_with(render, scope, node, end, item);
	}
}

static void render_section(struct render *render, const struct scope *scope,
	const struct node *node, const struct node *end)
{
	struct value v = look_up(render, scope, node->path);
	if (!value_is_true(v))
		return;
	if (!value_is_list(v))
		render_with(render, scope, node, end, v);
	else if (!take_list(render, scope, node, v))
		render_items(render, scope, node, end, v);
}

/* --- parts in stock ------------------------------------------------------------------- */

/* The place of a partial or section, when nothing but the outermost data is at hand, no line is
 * indented and nothing that is kept of it may be replaced; or NULL. */
static struct stocked *place_in_stock(
	const struct render *render, const struct scope *scope, uint32_t number)
{
	const struct stock *stock = render->env->stock;
	bool common = stock && scope->context == render->outermost && scope->indent.len == 0;
	struct stocked *part = common ? &stock->parts[number] : NULL;
	if (part && part->places)
		part = &part->places[stock->place];
	return part && part->has_block && scope->frame ? NULL : part;
}

/* Shorter ones are not worth their row. */
#define STRETCH_MIN 64

static bool take_from_stock(struct render *render, struct stocked *part)
{
	struct stock *stock = render->env->stock;
	if (!part->is_kept || render->depth + part->depth > TEMPLATE_DEPTH ||
		!stock->take(stock->ctx, part))
		return false;
	if (part->text.len >= STRETCH_MIN)
		note_stretch(render, part->text.len, part);
	buf_add(render->out, part->text);
	render->expansions += part->expansions;
	render->has_block |= part->has_block;
	if (render->deepest < render->depth + part->depth)
		render->deepest = render->depth + part->depth;
	return true;
}

/* A section, or with none all that its template has. */
static void render_part(
	struct render *render, const struct scope *scope, const struct node *section)
{
	const struct template *template = scope->template;
	if (section)
		render_section(render, scope, section, template->nodes + section->next);
	else
		render_nodes(render, scope, template->nodes, template->nodes + template->nnodes);
}

/* Where what is of a place is kept of a part. */
static struct stocked *at_place(struct stock *stock, struct stocked *part)
{
	if (part->is_of_place)
		return part;
	part->places = ARENA_ARRAY(stock->arena, struct stocked, stock->nplaces);
	for (size_t i = 0; i < stock->nplaces; i++)
		part->places[i].is_of_place = true;
	part = &part->places[stock->place];
	part->is_tried = true;
	return part;
}

/* Parts within the part have their turn on another page, if the whole is of one page. What it looks
 * at is asked for anew, so that whoever gives the data sees it. */
static void fill_stock(struct render *render, const struct scope *scope, const struct node *section,
	struct arena *arena, struct stocked *part)
{
	struct stock *stock = render->env->stock;
	size_t before = render->out->len;
	unsigned expansions = render->expansions;
	render->is_filling = true;
	render->is_open = render->has_block = false;
	render->deepest = render->depth;
	*part = (struct stocked){.is_tried = true, .is_of_place = part->is_of_place};
	recent_forget(render->env->recent);
	stock->begin(stock->ctx);
	render_part(render, scope, section);
	render->is_filling = false;
	str text = str_from(buf_str(render->out), before);
	const void *notes;
	enum stock_of of = stock->end(stock->ctx, text, arena, &notes);
	if (of == STOCK_OF_PAGE || render->is_open || render->stopped || render->out->overflowed ||
		(of == STOCK_OF_PLACE && arena != stock->arena))
		return;
	if (of == STOCK_OF_PLACE)
		part = at_place(stock, part);
	part->is_kept = true;
	part->notes = notes;
	part->has_block = render->has_block;
	part->text = arena_str(arena, text);
	part->depth = render->deepest - render->depth;
	part->expansions = render->expansions - expansions;
}

static void render_or_take(struct render *render, const struct scope *scope,
	const struct node *section, struct stocked *part)
{
	if (part && take_from_stock(render, part))
		return;
	if (part && !render->is_filling && (!part->is_tried || part->is_kept))
		fill_stock(render, scope, section, render->env->stock->arena, part);
	else
		render_part(render, scope, section);
}

/* --- lines in stock ------------------------------------------------------------------ */

/* Where the line of the innermost data stands, or will; or NULL. */
static stock_slot *place_of_line(
	const struct render *render, const struct scope *scope, uint32_t template)
{
	const struct stock *stock = render->env->stock;
	bool inside = stock && stock->line && scope->context != render->outermost;
	return inside && scope->indent.len == 0
		       ? stock->line(stock->ctx, template, scope->context->value)
		       : NULL;
}

/* Between the record and the outermost data nothing has what the record lacks. */
static bool is_alone(
	struct render *render, const struct context *record, const struct stocked *line)
{
	struct template_env *env = render->env;
	for (const struct context *context = record->outer; context != render->outermost;
		context = context->outer)
		for (size_t i = 0; i < line->nlacked; i++)
			if (recent_get(env->recent, &context->value, line->lacked[i], env->scratch)
					->kind != VALUE_NONE)
				return false;
	return true;
}

static bool take_line(struct render *render, const struct scope *scope, struct stocked *line)
{
	if ((line->has_block && scope->frame) || !is_alone(render, scope->context, line) ||
		!take_from_stock(render, line))
		return false;
	for (size_t i = 0; render->line && i < line->nlacked; i++)
		note_lack(render, line->lacked[i]);
	return true;
}

static struct stocked *make_line(
	struct render *render, const struct scope *scope, const struct node *section)
{
	struct arena *arena = render->env->stock->lines;
	struct stocked *made = ARENA_NEW(arena, struct stocked);
	struct line line = {.record = scope->context};
	render->line = &line;
	fill_stock(render, scope, section, arena, made);
	render->line = NULL;
	str *lacked = ARENA_ARRAY(arena, str, line.nlacked);
	for (size_t i = 0; i < line.nlacked; i++)
		lacked[i] = line.lacked[i];
	made->lacked = lacked;
	made->nlacked = line.nlacked;
	made->is_kept = made->is_kept && is_alone(render, scope->context, made);
	return made;
}

static void render_line(struct render *render, const struct scope *scope, stock_slot *slot)
{
	struct stocked *line = atomic_load_explicit(slot, memory_order_acquire);
	if (line && take_line(render, scope, line))
		return;
	if (line || render->is_filling)
		render_part(render, scope, NULL);
	else
		atomic_store_explicit(slot, make_line(render, scope, NULL), memory_order_release);
}

/* Shorter ones are made as fast as they are taken. */
#define LIST_MIN 4

/* Where the list within the innermost data stands, or will; or NULL. */
static stock_slot *place_of_list(const struct render *render, const struct scope *scope,
	const struct node *section, struct value list)
{
	const struct stock *stock = render->env->stock;
	bool inside = stock && stock->list && scope->context != render->outermost;
	return inside && !render->is_filling && scope->indent.len == 0 &&
			       value_count(list) >= LIST_MIN
		       ? stock->list(stock->ctx, section->number, scope->context->value)
		       : NULL;
}

/* What is made for the stock is rendered as well. False: the list has to be rendered. */
static bool take_list(struct render *render, const struct scope *scope, const struct node *section,
	struct value list)
{
	stock_slot *slot = place_of_list(render, scope, section, list);
	struct stocked *kept = slot ? atomic_load_explicit(slot, memory_order_acquire) : NULL;
	if (!slot || kept)
		return kept && take_line(render, scope, kept);
	atomic_store_explicit(slot, make_line(render, scope, section), memory_order_release);
	return true;
}

/* --- partials, parents, blocks ------------------------------------------------------ */

static const struct template *find_target(
	struct render *render, const struct scope *scope, const struct node *node)
{
	const struct expansion *expansion = node->expansion;
	if (!expansion->dynamic)
		return expansion->target;
	struct value v = look_up(render, scope, expansion->path);
	str name = value_text(v, render->env->scratch);
	const struct template *target = template_set_find(render->set, name);
	if (!target && name.len)
		link_report_unknown(render->set, scope->template, node, name, render->env->diags);
	return target;
}

static void render_template(struct render *render, const struct scope *scope,
	const struct node *node, const struct frame *frame)
{
	const struct template *target = find_target(render, scope, node);
	if (!target || !enter(render, scope, node))
		return;
	struct scope inner = {target, scope->context, frame, S("")};
	if (node->expansion->standalone)
		inner.indent = add_indent(render, scope->indent, node->expansion->indent);
	bool may_be_kept = node->kind == NODE_PARTIAL;
	stock_slot *line = may_be_kept ? place_of_line(render, &inner, target->number) : NULL;
	if (line)
		render_line(render, &inner, line);
	else
		render_or_take(render, &inner, NULL,
			may_be_kept ? place_in_stock(render, &inner, target->number) : NULL);
	render->depth--;
}

static const struct node *find_argument(const struct frame *frame, str name)
{
	const struct node *nodes = frame->template->nodes;
	const struct node *end = nodes + frame->parent->next;
	for (const struct node *node = frame->parent + 1; node < end; node = nodes + node->next)
		if (str_eq(node->expansion->name, name))
			return node;
	return NULL;
}

/* The outermost parent wins: it stands in the template most derived. What it
 * passes on is rendered with the data at the block, but is itself open only to
 * the parents around the place where it was written. */
static void render_block(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end)
{
	const struct expansion *block = node->expansion;
	struct scope inner = *scope;
	const struct node *argument = NULL;
	render->is_open |= scope->frame != NULL;
	render->has_block = true;
	for (const struct frame *frame = scope->frame; frame; frame = frame->outer) {
		const struct node *found = find_argument(frame, block->name);
		if (!found)
			continue;
		argument = found;
		inner.template = frame->template;
		inner.frame = frame->outer;
	}
	if (!argument) {
		inner.indent = add_indent(render, scope->indent, block->own_indent);
		render_inside(render, &inner, node, end);
		return;
	}
	inner.indent = S("");
	if (block->standalone)
		inner.indent = add_indent(render, scope->indent, block->indent);
	render_inside(render, &inner, argument, inner.template->nodes + argument->next);
}

/* --- all ---------------------------------------------------------------------------- */

static void render_node(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end)
{
	switch (node->kind) {
	case NODE_TEXT:
		if (scope->indent.len)
			render_indented(render->out, node, scope->indent);
		else
			buf_add(render->out, node->text);
		break;
	case NODE_VALUE:
	case NODE_RAW:
		render_value(render, scope, node);
		break;
	case NODE_SECTION:
		render_or_take(render, scope, node, place_in_stock(render, scope, node->number));
		break;
	case NODE_INVERTED:
		render_inverted(render, scope, node, end);
		break;
	case NODE_PARTIAL:
		render_template(render, scope, node, scope->frame);
		break;
	case NODE_PARENT:
		render_template(
			render, scope, node, &(struct frame){scope->template, node, scope->frame});
		break;
	case NODE_BLOCK:
		render_block(render, scope, node, end);
		break;
	case NODE_ARGUMENT:
		break;
	}
}

static void render_nodes(struct render *render, const struct scope *scope, const struct node *node,
	const struct node *end)
{
	while (node < end && !render->stopped) {
		const struct node *next = scope->template->nodes + node->next;
		render_node(render, scope, node, next);
		node = next;
	}
}

void template_render(const struct template_set *set, const struct template *template,
	struct value root, struct template_env *env, struct buf *out)
{
	struct context context = {root, NULL};
	struct render render = {.set = set, .env = env, .out = out, .outermost = &context};
	struct scope scope = {template, &context, NULL, S("")};
	recent_forget(env->recent);
	render_nodes(&render, &scope, template->nodes, template->nodes + template->nnodes);
	recent_forget(env->recent); /* for a template that is in the middle of being rendered */
}
