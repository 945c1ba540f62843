#include "markdown/memory.h"

#include <string.h>

static _Thread_local struct arena *lent;

struct arena *memory_lend(struct arena *arena)
{
	struct arena *outer = lent;
	lent = arena;
	return outer;
}

void memory_return(struct arena *outer)
{
	lent = outer;
}

/* The size stands before each piece, for realloc. */
struct head {
	_Alignas(max_align_t) size_t size;
};

static void *headed(struct head *head, size_t size)
{
	head->size = size;
	return head + 1;
}

/* Inline: a page's tree takes some five hundred pieces. */
static inline void *take(size_t size)
{
	if (!lent)
		BUG("cmark wants memory outside of a document");
	return headed(arena_alloc(lent, sizeof(struct head) + size), size);
}

static void *take_zeroed(size_t count, size_t size)
{
	size_t whole;
	if (__builtin_mul_overflow(count, size, &whole) || whole > SIZE_MAX / 2)
		die("out of memory (%zu items wanted)", count);
	return memset(take(whole), 0, whole);
}

static void *take_larger(void *old, size_t size)
{
	if (!old)
		return take(size);
	struct head *head = (struct head *)old - 1;
	return headed(
		arena_grow(lent, head, sizeof(*head) + head->size, sizeof(*head) + size), size);
}

static void leave_it(void *piece)
{
	UNUSED(piece);
}

cmark_mem *memory_of_cmark(void)
{
	static cmark_mem memory = {take_zeroed, take_larger, leave_it};
	return &memory;
}

cmark_node *memory_parse(str text, int options)
{
	cmark_parser *parser = cmark_parser_new_with_mem(options, memory_of_cmark());
	cmark_parser_feed(parser, text.ptr, text.len);
	cmark_node *root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}
