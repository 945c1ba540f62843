#include "markdown/heading.h"

#include "base/map.h"
#include "base/slug.h"
#include "markdown/link.h"
#include "markdown/plain.h"

/* One slug that headings asked for. */
struct wanted {
	bool taken;
	size_t next; /* the number its next duplicate tries */
};

static bool is_heading(const struct document *doc, const struct node *node)
{
	return node->kind == CMARK_NODE_HEADING && cmark_node_get_user_data(node->origin) != doc;
}

static size_t count_headings(const struct document *doc)
{
	size_t count = 0;
	const struct node *end = tree_end(&doc->tree);
	for (const struct node *node = doc->tree.nodes; node < end; node++)
		count += is_heading(doc, node);
	return count;
}

static void report_level(struct document *doc, const struct markdown_heading *heading,
	unsigned written, unsigned before)
{
	/* ======= below a text makes a heading of it: what git leaves is told. */
	bool conflict = str_starts(heading->text, S("<<<<<<< "));
	if (written == 1 && !conflict && document_reports(doc, DIAG_HEADING_H1)) {
		diag_add(doc->diags, DIAG_HEADING_H1, heading->span,
			"the title is the only heading of the first level");
		diag_note(doc->diags, SPAN_NONE, "write '##'");
	}
	if (written > before + 1 && document_reports(doc, DIAG_HEADING_SKIP)) {
		diag_add(doc->diags, DIAG_HEADING_SKIP, heading->span,
			"a heading of level %u follows one of level %u", written, before);
		diag_note(doc->diags, SPAN_NONE, "write '%.*s'", (int)before + 1, "######");
	}
}

/* The tag of a heading that is all [words](lang:lv). */
static str words_language(const struct node *heading)
{
	const struct node *words = heading + 1;
	if (node_is_empty(heading) || words->kind != CMARK_NODE_LINK ||
		node_end(words) != node_end(heading))
		return S("");
	str url = str_trim(str_of(cmark_node_get_url(words->origin)));
	return link_kind_of(url) == LINK_WORDS ? str_from(url, strlen("lang:")) : S("");
}

static void collect(struct document *doc, struct arena *arena, struct markdown_outline *outline)
{
	struct buf text;
	unsigned before = 1;
	const struct node *end = tree_end(&doc->tree);
	buf_init(&text);
	for (const struct node *node = doc->tree.nodes; node < end; node++) {
		if (!is_heading(doc, node))
			continue;
		struct markdown_heading *heading = &outline->headings[outline->len++];
		unsigned written = (unsigned)cmark_node_get_heading_level(node->origin);
		heading->level = written > 1 ? written : 2;
		heading->text = arena_str(arena, str_trim(plain_words(node, &text)));
		heading->language = arena_str(arena, words_language(node));
		heading->id = slug_make(arena, heading->text);
		heading->span = document_block_span(doc, node->origin);
		if (str_is_empty(heading->id))
			heading->id = S("section");
		cmark_node_set_user_data(node->origin, heading);
		report_level(doc, heading, written, before);
		before = heading->level;
	}
	buf_release(&text);
}

/* The slug itself for the first who wants it, then -2, -3 …; a number that some
 * heading's own slug ends in is left to that heading. */
static str choose_id(struct arena *arena, struct arena *scratch, struct map *map, str slug)
{
	struct wanted *wanted = map_get(map, slug);
	if (!wanted->taken) {
		wanted->taken = true;
		return slug;
	}
	for (;;) {
		str id = arena_printf(scratch, "%.*s-%zu", STR_ARGS(slug), wanted->next++);
		if (map_has(map, id))
			continue;
		id = arena_str(arena, id);
		map_put(map, id, ARENA_NEW(scratch, struct wanted));
		return id;
	}
}

/* Of so many each is compared with each: a table would take longer. */
#define COMPARED_MAX 16

static bool are_unique(const struct markdown_outline *outline)
{
	for (size_t i = 1; i < outline->len; i++)
		for (size_t k = 0; k < i; k++)
			if (str_eq(outline->headings[i].id, outline->headings[k].id))
				return false;
	return true;
}

static void make_unique(struct document *doc, struct arena *arena, struct markdown_outline *outline)
{
	struct map map = {0};
	if (outline->len <= COMPARED_MAX && are_unique(outline))
		return;
	for (size_t i = 0; i < outline->len; i++) {
		struct wanted *wanted = ARENA_NEW(doc->scratch, struct wanted);
		wanted->next = 2;
		if (!map_has(&map, outline->headings[i].id))
			map_put(&map, outline->headings[i].id, wanted);
	}
	for (size_t i = 0; i < outline->len; i++) {
		str slug = outline->headings[i].id;
		outline->headings[i].id = choose_id(arena, doc->scratch, &map, slug);
	}
	map_release(&map);
}

static void add_prefix(str prefix, struct arena *arena, struct markdown_outline *outline)
{
	for (size_t i = 0; prefix.len && i < outline->len; i++)
		outline->headings[i].id = arena_join(arena, prefix, outline->headings[i].id, S(""));
}

void heading_mark(struct document *doc, const struct markdown_options *options,
	struct markdown_outline *outline)
{
	struct arena *arena = options->arena;
	size_t count = count_headings(doc);
	outline->headings = ARENA_ARRAY(arena, struct markdown_heading, count);
	outline->len = 0;
	collect(doc, arena, outline);
	make_unique(doc, arena, outline);
	add_prefix(options->id_prefix, arena, outline);
}
