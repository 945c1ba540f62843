/* What `tilts new KIND ID` writes: an empty record, and what belongs into it. */
#include <math.h>

#include "value/json_write.h"
#include "value/schema.h"

/* Required fields inside required fields, and bytes written: a schema may lead
 * back to itself. */
#define DEPTH_MAX 8
#define TEXT_MAX  ((size_t)64 << 10)

static void write_empty(struct json_writer *w, const struct schema_node *node, unsigned depth);

static bool allows(const struct schema_node *node, enum value_kind kind)
{
	return node->types & 1u << kind;
}

static void write_members(struct json_writer *w, const struct schema_node *node, unsigned depth)
{
	json_begin_object(w);
	for (size_t i = 0; i < node->nproperties; i++) {
		if (!node->properties[i].required)
			continue;
		json_key(w, node->properties[i].name);
		write_empty(w, node->properties[i].node, depth + 1);
	}
	json_end_object(w);
}

static void write_items(struct json_writer *w, const struct schema_node *node, unsigned depth)
{
	json_begin_list(w);
	if (node->items && node->min_items > 0)
		write_empty(w, node->items, depth + 1);
	json_end_list(w);
}

static void write_number(struct json_writer *w, const struct schema_node *node)
{
	double least = isfinite(node->minimum) && node->minimum > 0 ? ceil(node->minimum) : 0;
	json_real(w, least);
}

static void write_empty(struct json_writer *w, const struct schema_node *node, unsigned depth)
{
	if (node->fallback.kind != VALUE_NONE)
		json_value(w, node->fallback);
	else if (node->constant.kind != VALUE_NONE)
		json_value(w, node->constant);
	else if (allows(node, VALUE_NULL) || depth > DEPTH_MAX || w->out->len > TEXT_MAX)
		json_null(w);
	else if (node->choices)
		json_string(w, S(""));
	else if (node->nforms > 0)
		write_empty(w, node->forms[0], depth + 1);
	else if (node->is_text || allows(node, VALUE_STRING))
		json_string(w, S(""));
	else if (allows(node, VALUE_LIST))
		write_items(w, node, depth);
	else if (allows(node, VALUE_MAP) || node->nproperties > 0)
		write_members(w, node, depth);
	else if (allows(node, VALUE_INT))
		write_number(w, node);
	else if (allows(node, VALUE_BOOL))
		json_bool(w, false);
	else
		json_string(w, S(""));
}

void schema_write_skeleton(const struct schema *schema, struct buf *out)
{
	struct json_writer w = json_writer(out, 2);
	write_members(&w, schema_root(schema), 0);
	buf_add_char(out, '\n');
}

/* --- the guide ---------------------------------------------------------------------- */

/* `path` holds the names so far, with a dot behind; it is left as it was. */
static void write_guide(
	const struct schema_node *node, struct buf *path, struct buf *out, unsigned depth)
{
	for (size_t i = 0; i < node->nproperties && out->len <= TEXT_MAX; i++) {
		const struct schema_property *property = &node->properties[i];
		size_t len = path->len;
		str title = property->node->title, text = property->node->description;
		if (!property->required)
			continue;
		buf_add(path, property->name);
		buf_printf(out, "%s: %.*s\n", path->data, STR_ARGS(text.len ? text : title));
		buf_add_char(path, '.');
		if (depth < DEPTH_MAX)
			write_guide(property->node, path, out, depth + 1);
		buf_truncate(path, len);
	}
}

void schema_write_guide(const struct schema *schema, struct buf *out)
{
	struct buf path;
	buf_init(&path);
	write_guide(schema_root(schema), &path, out, 0);
	buf_release(&path);
}
