#include "template/parse.h"

#include <stdlib.h>
#include <string.h>

#include "template/pair.h"

/* A section, parent, argument or block whose end has not come yet. */
struct open {
	uint32_t node;
	enum node_kind kind;
	str dedent; /* taken off the beginning of each line inside */
};

struct parser {
	struct arena *arena;
	struct template *template;
	struct diags *diags;
	str text;
	size_t at; /* what stands before is done */
	tag_list tags;
	VEC(struct node) nodes;

	struct open open[TEMPLATE_DEPTH];
	size_t nopen;

	/* Text not yet made a node: one slice of the source as long as it is
	 * in one piece, else a copy. */
	str run;
	struct buf copy;
	bool run_starts_line;
	/* The next thing printed is the first on a line of the template. */
	bool at_line_start;
};

/* --- text --------------------------------------------------------------------------- */

static struct node *add_node(struct parser *parser, enum node_kind kind, const struct tag *tag)
{
	struct node node = {.kind = kind, .next = (uint32_t)parser->nodes.len + 1};
	if (tag) {
		node.start = (uint32_t)tag->start;
		node.end = (uint32_t)tag->end;
	}
	VEC_PUSH(&parser->nodes, node);
	return &parser->nodes.items[parser->nodes.len - 1];
}

static void flush_text(struct parser *parser)
{
	if (parser->run.len == 0)
		return;
	struct node *node = add_node(parser, NODE_TEXT, NULL);
	node->text =
		parser->copy.len ? arena_str(parser->arena, buf_str(&parser->copy)) : parser->run;
	node->starts_line = parser->run_starts_line;
	parser->run = S("");
	buf_clear(&parser->copy);
}

static void add_text(struct parser *parser, str piece)
{
	if (piece.len == 0)
		return;
	if (parser->run.len == 0) {
		parser->run = piece;
		parser->run_starts_line = parser->at_line_start;
	} else if (!parser->copy.len && piece.ptr == parser->run.ptr + parser->run.len) {
		parser->run.len += piece.len;
	} else {
		if (!parser->copy.len)
			buf_add(&parser->copy, parser->run);
		buf_add(&parser->copy, piece);
	}
	parser->at_line_start = piece.ptr[piece.len - 1] == '\n';
}

/* Indentation of a line that begins with a tag needs a node to hang on. */
static void mark_line_start(struct parser *parser)
{
	flush_text(parser);
	if (!parser->at_line_start)
		return;
	struct node *node = add_node(parser, NODE_TEXT, NULL);
	node->text = S("");
	node->starts_line = true;
	parser->at_line_start = false;
}

static bool inside_parent(const struct parser *parser)
{
	return parser->nopen && parser->open[parser->nopen - 1].kind == NODE_PARENT;
}

/* Behind the indentation that the blocks around take off the line at `at`. */
static size_t dedent(const struct parser *parser, size_t at)
{
	if (at > 0 && parser->text.ptr[at - 1] != '\n')
		return at;
	for (size_t i = 0; i < parser->nopen; i++)
		if (str_starts(str_from(parser->text, at), parser->open[i].dedent))
			at += parser->open[i].dedent.len;
	return at;
}

static size_t line_end(str text, size_t from, size_t to)
{
	size_t len = str_find_char(str_sub(text, from, to), '\n');
	return len == STR_NONE ? to : from + len + 1;
}

/* Text up to byte `to`, line by line; between the arguments of a parent it has
 * no meaning. */
static void take_text(struct parser *parser, size_t to)
{
	while (!inside_parent(parser) && parser->at < to) {
		size_t end = line_end(parser->text, parser->at, to);
		add_text(parser, str_sub(parser->text, dedent(parser, parser->at), end));
		parser->at = end;
	}
	if (parser->at < to)
		parser->at = to;
}

/* The blanks before a tag that is the first on its line. */
static str indent_before(const struct parser *parser, const struct tag *tag)
{
	size_t from = dedent(parser, lex_blanks_before(parser->text, tag->start));
	return str_sub(parser->text, from, tag->start);
}

/* Takes the text before the tag without the blanks next to it. */
static void take_text_and_blanks(struct parser *parser, const struct tag *tag)
{
	size_t blanks = lex_blanks_before(parser->text, tag->start);
	take_text(parser, blanks > parser->at ? blanks : parser->at);
	parser->at = tag->start;
}

/* Drops blanks and line end behind the tag. */
static void skip_line_end(struct parser *parser, const struct tag *tag)
{
	size_t blanks = lex_blanks_after(parser->text, tag->end);
	parser->at = lex_line_end_after(parser->text, blanks);
	parser->at_line_start = true;
}

static bool is_alone(const struct tag *tag)
{
	return tag->clear_left && tag->clear_right;
}

/* Takes the text before the tag; a tag alone on its line takes the line with it. */
static void take_tag(struct parser *parser, const struct tag *tag)
{
	if (is_alone(tag)) {
		take_text_and_blanks(parser, tag);
		skip_line_end(parser, tag);
		flush_text(parser);
		return;
	}
	take_text(parser, tag->start);
	parser->at = tag->end;
	mark_line_start(parser);
}

/* --- names -------------------------------------------------------------------------- */

static struct path split(struct parser *parser, const struct tag *tag)
{
	str name = tag->name, rest = name, key;
	if (str_eq(name, S(".")))
		return (struct path){.keys = NULL};
	size_t nkeys = 1;
	for (size_t i = 0; i < name.len; i++)
		nkeys += name.ptr[i] == '.';
	str *keys = ARENA_ARRAY(parser->arena, str, nkeys);
	bool whole = true;
	for (size_t i = 0; str_cut(&rest, '.', &key); i++) {
		keys[i] = key;
		whole = whole && key.len > 0;
	}
	if (!whole)
		diag_add(parser->diags, DIAG_TEMPLATE_TAG,
			span_within(parser->template->at, tag->start, tag->end),
			"the name '%.*s' has an empty part", STR_ARGS(name));
	return (struct path){.keys = keys, .nkeys = nkeys};
}

static struct expansion *new_expansion(struct parser *parser, const struct tag *tag)
{
	struct expansion *expansion = ARENA_NEW(parser->arena, struct expansion);
	expansion->name = tag->name;
	expansion->dynamic = tag->dynamic;
	expansion->indent = expansion->own_indent = S("");
	if (tag->dynamic)
		expansion->path = split(parser, tag);
	return expansion;
}

/* --- tags --------------------------------------------------------------------------- */

static void push(struct parser *parser, enum node_kind kind, str dedent_by)
{
	uint32_t node = (uint32_t)parser->nodes.len - 1;
	parser->open[parser->nopen++] = (struct open){node, kind, dedent_by};
}

static void pop(struct parser *parser)
{
	flush_text(parser);
	struct open *open = &parser->open[--parser->nopen];
	parser->nodes.items[open->node].next = (uint32_t)parser->nodes.len;
}

static void add_value(struct parser *parser, const struct tag *tag)
{
	take_text(parser, tag->start);
	flush_text(parser);
	struct path path = split(parser, tag);
	struct node *node = add_node(parser, tag->kind == TAG_RAW ? NODE_RAW : NODE_VALUE, tag);
	node->path = path;
	node->starts_line = parser->at_line_start;
	parser->at_line_start = false;
	parser->at = tag->end;
}

static void open_section(struct parser *parser, const struct tag *tag)
{
	take_tag(parser, tag);
	struct path path = split(parser, tag);
	enum node_kind kind = tag->kind == TAG_SECTION ? NODE_SECTION : NODE_INVERTED;
	add_node(parser, kind, tag)->path = path;
	push(parser, kind, S(""));
}

static void add_partial(struct parser *parser, const struct tag *tag)
{
	struct expansion *expansion = new_expansion(parser, tag);
	expansion->standalone = is_alone(tag);
	if (expansion->standalone)
		expansion->indent = indent_before(parser, tag);
	take_tag(parser, tag);
	add_node(parser, NODE_PARTIAL, tag)->expansion = expansion;
}

/* A parent or block stands alone when nothing is before its first tag and
 * nothing behind its last. */
static bool is_alone_pair(const struct parser *parser, const struct tag *tag)
{
	return tag->clear_left && parser->tags.items[tag->partner].clear_right;
}

static void open_parent(struct parser *parser, const struct tag *tag)
{
	struct expansion *expansion = new_expansion(parser, tag);
	expansion->standalone = is_alone_pair(parser, tag);
	if (expansion->standalone) {
		expansion->indent = indent_before(parser, tag);
		take_text_and_blanks(parser, tag);
		parser->at = tag->end;
		flush_text(parser);
	} else {
		take_tag(parser, tag);
	}
	add_node(parser, NODE_PARENT, tag)->expansion = expansion;
	push(parser, NODE_PARENT, S(""));
}

static void close_parent(struct parser *parser, const struct tag *tag)
{
	bool standalone = is_alone_pair(parser, &parser->tags.items[tag->partner]);
	take_text(parser, tag->start);
	pop(parser);
	parser->at_line_start = false;
	parser->at = tag->end;
	if (standalone || is_alone(tag))
		skip_line_end(parser, tag);
}

/* The indentation of a block is that of the line behind its tag. */
static str indent_inside(const struct parser *parser, const struct tag *tag)
{
	size_t blanks = lex_blanks_after(parser->text, tag->end);
	size_t line = lex_line_end_after(parser->text, blanks);
	size_t from = dedent(parser, line);
	return str_sub(parser->text, from, lex_blanks_after(parser->text, from));
}

static void open_argument(struct parser *parser, const struct tag *tag)
{
	str inside = S("");
	parser->at = tag->end;
	parser->at_line_start = true;
	if (tag->clear_right) {
		inside = indent_inside(parser, tag);
		skip_line_end(parser, tag);
	}
	struct expansion *expansion = new_expansion(parser, tag);
	add_node(parser, NODE_ARGUMENT, tag)->expansion = expansion;
	push(parser, NODE_ARGUMENT, inside);
}

static void close_argument(struct parser *parser, const struct tag *tag)
{
	if (tag->clear_left)
		take_text_and_blanks(parser, tag);
	else
		take_text(parser, tag->start);
	pop(parser);
	parser->at = tag->end;
}

/* What replaces a block gets the indentation of its default, when that begins
 * on a line of its own, else the blanks before the block; then these blanks
 * belong to the default. */
static void open_block(struct parser *parser, const struct tag *tag)
{
	struct expansion *expansion = new_expansion(parser, tag);
	expansion->standalone = is_alone_pair(parser, tag);
	str before = expansion->standalone ? indent_before(parser, tag) : S("");
	str inside = S("");
	if (expansion->standalone && tag->clear_right) {
		inside = expansion->indent = indent_inside(parser, tag);
		expansion->own_indent = before;
		take_tag(parser, tag);
	} else if (expansion->standalone) {
		expansion->indent = before;
		take_text_and_blanks(parser, tag);
		parser->at = tag->end;
		flush_text(parser);
	} else {
		take_tag(parser, tag);
	}
	add_node(parser, NODE_BLOCK, tag)->expansion = expansion;
	push(parser, NODE_BLOCK, inside);
	if (expansion->standalone && !tag->clear_right) {
		add_text(parser, before);
		mark_line_start(parser);
	}
}

static void close_tag(struct parser *parser, const struct tag *tag)
{
	switch (parser->open[parser->nopen - 1].kind) {
	case NODE_PARENT:
		close_parent(parser, tag);
		break;
	case NODE_ARGUMENT:
		close_argument(parser, tag);
		break;
	default:
		take_tag(parser, tag);
		pop(parser);
	}
}

static bool belongs_in_parent(const struct tag *tag)
{
	return tag->kind == TAG_BLOCK || tag->kind == TAG_CLOSE || tag->kind == TAG_SILENT;
}

/* Directly inside a parent only blocks have an effect. Gives the last tag dealt
 * with. */
static size_t skip_inside_parent(struct parser *parser, size_t index)
{
	const struct tag *tag = &parser->tags.items[index];
	diag_add(parser->diags, DIAG_TEMPLATE_PARENT,
		span_within(parser->template->at, tag->start, tag->end),
		"inside a parent this tag prints nothing, unless a block is around it");
	if (tag_opens(tag))
		index = tag->partner;
	parser->at = parser->tags.items[index].end;
	return index;
}

/* A comment or new delimiters: like take_tag(), but the text goes on in one node. */
static void drop_tag(struct parser *parser, const struct tag *tag)
{
	if (is_alone(tag)) {
		take_text_and_blanks(parser, tag);
		skip_line_end(parser, tag);
		return;
	}
	take_text(parser, tag->start);
	parser->at = tag->end;
}

static void add_tag(struct parser *parser, const struct tag *tag)
{
	switch (tag->kind) {
	case TAG_VALUE:
	case TAG_RAW:
		add_value(parser, tag);
		break;
	case TAG_SECTION:
	case TAG_INVERTED:
		open_section(parser, tag);
		break;
	case TAG_PARTIAL:
		add_partial(parser, tag);
		break;
	case TAG_PARENT:
		open_parent(parser, tag);
		break;
	case TAG_BLOCK:
		if (inside_parent(parser))
			open_argument(parser, tag);
		else
			open_block(parser, tag);
		break;
	case TAG_CLOSE:
		close_tag(parser, tag);
		break;
	case TAG_SILENT:
		drop_tag(parser, tag);
		break;
	}
}

static void parse_tags(struct parser *parser)
{
	for (size_t i = 0; i < parser->tags.len; i++) {
		const struct tag *tag = &parser->tags.items[i];
		if (inside_parent(parser) && !belongs_in_parent(tag))
			i = skip_inside_parent(parser, i);
		else
			add_tag(parser, tag);
	}
	take_text(parser, parser->text.len);
	flush_text(parser);
}

static void finish(struct parser *parser)
{
	size_t size = parser->nodes.len * sizeof(struct node);
	struct node *nodes = arena_alloc(parser->arena, size);
	if (size)
		memcpy(nodes, parser->nodes.items, size);
	parser->template->nodes = nodes;
	parser->template->nnodes = (uint32_t)parser->nodes.len;
	VEC_FREE(&parser->nodes);
	VEC_FREE(&parser->tags);
	buf_release(&parser->copy);
}

void parse_template(struct arena *arena, struct template *template, str text, struct diags *diags)
{
	struct parser parser = {.arena = arena,
		.template = template,
		.diags = diags,
		.text = text,
		.run = S(""),
		.at_line_start = true};
	buf_init(&parser.copy);
	struct lexer lexer;
	lexer_init(&lexer, text, template->at, diags);
	for (struct tag tag; lexer_next(&lexer, &tag);)
		VEC_PUSH(&parser.tags, tag);
	pair_tags(&parser.tags, template->at, diags);
	parse_tags(&parser);
	finish(&parser);
}
