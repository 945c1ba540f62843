/* Brings the tags that open and the tags that close together. */
#ifndef TEMPLATE_PAIR_H
#define TEMPLATE_PAIR_H

#include "base/vec.h"
#include "template/lex.h"

typedef VEC(struct tag) tag_list;

bool tag_opens(const struct tag *tag);

/*
 * Sets `partner` of every tag that opens or closes. One that has none is
 * reported and becomes TAG_SILENT, so that what is left nests properly; so do
 * all tags from the first on that lies deeper than TEMPLATE_DEPTH. `at` is the
 * place of the text.
 */
void pair_tags(tag_list *tags, struct span at, struct diags *diags);

#endif
