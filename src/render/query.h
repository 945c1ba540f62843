/*
 * Lists: a template asks in its front matter, C code answers. Lists that
 * depend on nothing but the language are made once, before rendering; the
 * others when a page asks.
 */
#ifndef RENDER_QUERY_H
#define RENDER_QUERY_H

#include "render/frame.h"

struct lists_cache;

/* Answers every fixed list of every unit. Owned by the caller: one thread. */
struct lists_cache *lists_cache_new(
	const struct site *site, const struct units *units, struct arena *arena);

/* Do the record's dates fit? `when` is "upcoming", "past", "current" or "". A
 * record without any date is current. */
bool query_when(const struct record *record, str when, str today);

#endif
