/*
 * The compiled form of a template, shared by parse, link and render. A
 * template is one flat array of nodes: what stands inside a section, parent,
 * argument or block follows its node, and `next` tells where it ends.
 */
#ifndef TEMPLATE_NODE_H
#define TEMPLATE_NODE_H

#include "template/template.h"

enum node_kind {
	NODE_TEXT,
	NODE_VALUE,    /* {{name}} */
	NODE_RAW,      /* {{{name}}}, {{&name}} */
	NODE_SECTION,  /* {{#name}} */
	NODE_INVERTED, /* {{^name}} */
	NODE_PARTIAL,  /* {{>name}} */
	NODE_PARENT,   /* {{<name}}; inside it only arguments */
	NODE_ARGUMENT, /* {{$name}} directly inside a parent: what it passes on */
	NODE_BLOCK,    /* {{$name}} elsewhere: what can be replaced */
};

/* A dotted name, split. No keys: the implicit iterator {{.}}. */
struct path {
	str *keys;
	size_t nkeys;
	bool outermost; /* only the outermost data has the first key: found when linked */
};

/* A partial, parent, argument or block: a place where other nodes expand. */
struct expansion {
	str name;
	struct path path;              /* of a dynamic name; otherwise no keys */
	const struct template *target; /* of a static partial or parent, once linked */
	bool dynamic;                  /* {{>*name}}, {{<*name}} */
	bool standalone;               /* what expands here is indented, by: */
	str indent;                    /* … for other templates and for arguments */
	str own_indent;                /* … for a block's default */
};

struct node {
	enum node_kind kind;
	bool starts_line; /* of text and values: indentation goes before it */
	uint32_t next;    /* the node behind this one and all it holds */
	uint32_t start;   /* the tag's bytes in the template's text */
	uint32_t end;
	uint32_t number; /* of a section: its place in a stock */
	union {
		str text;
		struct path path;            /* values and sections */
		struct expansion *expansion; /* the other kinds */
	};
};

struct template
{
	str name;
	struct span at;     /* of its text in its file */
	struct node *nodes; /* linking fills in what it finds */
	uint32_t nnodes;
	uint32_t number; /* its place in a stock */
};

static inline struct span node_span(const struct template *template, const struct node *node)
{
	return span_within(template->at, node->start, node->end);
}

#endif
