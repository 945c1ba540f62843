/*
 * Where links and the parameters of embeds stand in a text of Markdown, or in JSON whose
 * texts are Markdown, byte for byte. What stands as code is no link.
 */
#ifndef MOVE_FIND_H
#define MOVE_FIND_H

#include "base/str.h"

struct finder {
	void *ctx;
	/* An address of the site itself, without < and >. */
	void (*address)(void *ctx, size_t start, size_t end);
	/* The record's part of {phone:kind/id}. */
	void (*quote)(void *ctx, size_t start, size_t end);
	/* "name: value" in the embed @embed; the value without its quotes. */
	void (*parameter)(void *ctx, str embed, str name, size_t start, size_t end);
};

void find_all(str text, size_t from, const struct finder *finder);

#endif
