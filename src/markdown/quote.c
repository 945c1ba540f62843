#include "markdown/quote.h"

#include "base/ascii.h"
#include "markdown/place.h"

/* Nobody writes a longer one. */
#define LENGTH_MAX 200

static size_t name_length(str text)
{
	size_t len = 0;
	while (len < text.len &&
		(ascii_is_letter(text.ptr[len]) || text.ptr[len] == '_' || text.ptr[len] == '.'))
		len++;
	return len;
}

/* At a '{'. */
static bool quote_at(str text, size_t at, struct quote *out)
{
	str inside = str_sub(text, at + 1, at + 1 + LENGTH_MAX);
	size_t end = str_find_char(inside, '}');
	inside = str_trim(str_sub(inside, 0, end));
	size_t len = name_length(inside);
	if (end == STR_NONE || !len || len == inside.len || inside.ptr[len] != ':')
		return false;
	str ref = str_trim(str_from(inside, len + 1));
	*out = (struct quote){at, at + 1 + end + 1, str_sub(inside, 0, len), ref};
	for (size_t i = 0; i < ref.len; i++)
		if ((unsigned char)ref.ptr[i] <= ' ')
			return false;
	return ref.len > 0;
}

bool quote_find(str text, size_t from, struct quote *out)
{
	for (size_t at = from; at < text.len; at++) {
		size_t found = str_find_char(str_from(text, at), '{');
		if (found == STR_NONE)
			return false;
		at += found;
		if (quote_at(text, at, out))
			return true;
	}
	return false;
}

str quote_fill(str text, quote_value_fn *value, void *ctx, struct arena *arena)
{
	struct quote quote;
	struct buf out;
	size_t from = 0;
	buf_init(&out);
	while (quote_find(text, from, &quote)) {
		buf_add(&out, str_sub(text, from, quote.start));
		buf_add(&out, value(ctx, str_sub(text, quote.start, quote.end), &quote));
		from = quote.end;
	}
	buf_add(&out, str_from(text, from));
	str filled = from ? arena_str(arena, buf_str(&out)) : text;
	buf_release(&out);
	return filled;
}

static cmark_node *block_of(cmark_node *node)
{
	while (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE)
		node = cmark_node_parent(node);
	return node;
}

struct filling {
	struct document *doc;
	const struct markdown_hooks *hooks;
	cmark_node *block; /* whose quotes are filled */
	str rest;          /* of its source, behind the last that was found there */
	size_t nlost;      /* that were not, since they are written with entities */
};

/* In one block; bounds the time that a hostile text takes. */
#define LOST_MAX 20

/* Where it stands in the file, or its block. They are asked for in their order. */
static struct span place_of(struct filling *filling, str written)
{
	struct document *doc = filling->doc;
	size_t at = filling->nlost < LOST_MAX ? str_find(filling->rest, written) : STR_NONE;
	if (at == STR_NONE) {
		filling->nlost++;
		return place_block(doc, filling->block);
	}
	size_t start = document_offset(doc, filling->rest) + at;
	filling->rest = str_from(filling->rest, at + written.len);
	return document_span(doc, start, start + written.len);
}

static str ask(void *ctx, str written, const struct quote *quote)
{
	struct filling *filling = ctx;
	struct span span = place_of(filling, written);
	return filling->hooks->quote(filling->hooks->ctx, quote->name, quote->ref, span);
}

static void fill(struct filling *filling, struct node *node)
{
	struct document *doc = filling->doc;
	cmark_node *block = block_of(node->origin);
	if (block != filling->block) {
		filling->block = block;
		filling->rest = place_source(doc, block);
		filling->nlost = 0;
	}
	str filled = quote_fill(node->words, ask, filling, doc->scratch);
	if (filled.ptr == node->words.ptr)
		return;
	node->words = filled;
	node->plain = false;
	cmark_node_set_literal(node->origin, node->words.ptr);
}

/* A '{' may be written as an entity. */
static bool may_hold_quote(str source)
{
	return str_find_char(source, '{') != STR_NONE || str_find_char(source, '&') != STR_NONE;
}

void quote_mark(struct document *doc, const struct markdown_hooks *hooks)
{
	struct filling filling = {.doc = doc, .hooks = hooks};
	if (!may_hold_quote(doc->text))
		return;
	for (struct node *node = doc->tree.nodes; node < tree_end(&doc->tree); node++)
		if (node->kind == CMARK_NODE_TEXT && !node->plain &&
			str_find_char(node->words, '{') != STR_NONE)
			fill(&filling, node);
}
