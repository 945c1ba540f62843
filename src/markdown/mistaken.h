/*
 * Lines of a sentence that a sign at their beginning turned into something
 * else: "… līdz / 1. janvārim" is a list to Markdown, and "24. decembrī / 31.
 * decembrī" is one that is shown as 24, 25. What tells such a line from a list:
 *
 *   - its numbers do not follow each other;
 *   - it is alone, or breaks into a sentence, and goes on in small letters.
 */
#ifndef MARKDOWN_MISTAKEN_H
#define MARKDOWN_MISTAKEN_H

#include "markdown/document.h"

/* `block` is a list, a heading or a quote; of others nothing is said. Reports. */
void mistaken_check(struct document *doc, const struct node *block);

#endif
