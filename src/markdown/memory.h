/*
 * cmark's memory, out of the caller's arena: a page's tree is made of
 * thousands of small pieces that all go at once, and malloc() would take a
 * third of the time that cmark takes.
 *
 * cmark's allocator has no place for a context, so the arena lent stands in a
 * variable of the thread. Lending nests: what memory_lend() gives back is
 * handed to memory_return() in the opposite order.
 */
#ifndef MARKDOWN_MEMORY_H
#define MARKDOWN_MEMORY_H

#include <cmark.h>

#include "base/arena.h"

struct arena *memory_lend(struct arena *arena);
void memory_return(struct arena *outer);

/* The allocator over the arena lent; free() does nothing. */
cmark_mem *memory_of_cmark(void);

/* cmark_parse_document() in that memory. */
cmark_node *memory_parse(str text, int options);

#endif
