/*
 * Lists: a template asks in its front matter, C code answers. Lists that
 * depend on nothing but the language are answered once, before rendering; the
 * others when a page asks.
 */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include "query/unit.h"

/* A page or a record. */
struct list_item {
	const struct page *page;
	const struct record *record;
	str key; /* of sorting */
};

struct item_list {
	struct list_item *items;
	size_t len;
};

/* Who asks: answers live in its arena. */
struct list_asker {
	const struct site *site;
	const struct language *language;
	struct value root; /* what holds params, page and record; none: only fixed lists */
	struct arena *arena;
};

struct lists_cache;

/* Answers every fixed list of every unit. Owned by the caller: one thread. */
struct lists_cache *lists_cache_new(
	const struct site *site, const struct units *units, struct arena *arena);

/* By the query's index × languages + the language's. */
struct item_list lists_cache_at(const struct lists_cache *cache, size_t index);

/* From the cache, or anew. A list with `group_by` is not limited. */
struct item_list query_answer(const struct list_asker *asker, const struct list_query *query,
	const struct lists_cache *cache);

/* The field of a record or of a page's front matter, as written. */
struct value list_item_field(
	const struct list_asker *asker, const struct list_item *item, str field);

/* Does a list ask with the name of something else: params.x, page.x, record.x? */
bool query_is_name(struct value v);

#endif
