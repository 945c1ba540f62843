/*
 * Memory that is freed all at once. An arena belongs to one thread at a time;
 * what it hands out is valid until arena_reset() or arena_release(), is
 * aligned for any type, and is never NULL (no memory ends the program).
 *
 * With -DARENA_DEBUG every object is a malloc() of its own, so that address
 * sanitizer and valgrind see overruns inside an arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
	char *next;                 /* what the newest has left */
	size_t room;
};

void arena_init(struct arena *arena);
/* Frees every object; keeps the newest block for reuse. */
void arena_reset(struct arena *arena);
void arena_release(struct arena *arena);

/* The same from a block of its own. */
void *arena_alloc_more(struct arena *arena, size_t size);

/* Bytes are undefined. Room and next are aligned, so what fits does so rounded up, too. */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	if (size > arena->room || !arena->blocks)
		return arena_alloc_more(arena, size);
	size_t rounded = (size + align - 1) / align * align;
	void *memory = arena->next;
	arena->next += rounded;
	arena->room -= rounded;
	return memory;
}

/* As realloc(), of NULL as well: where the piece stands if nothing was handed out since and there
 * is room, else elsewhere. What is new is undefined. */
void *arena_grow(struct arena *arena, void *piece, size_t before, size_t size);

void *arena_zalloc(struct arena *arena, size_t size);
#define ARENA_NEW(arena, type)      ((type *)arena_zalloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_zalloc((arena), sizeof(type) * (n)))

/* Copies; each ends in a NUL that is not counted. */
str arena_str(struct arena *arena, str s);
str arena_printf(struct arena *arena, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* a, b and c one after the other. */
str arena_join(struct arena *arena, str a, str b, str c);
/* s with `to` for each character that stands in `any`. */
str arena_replace(struct arena *arena, str s, const char *any, char to);
/* s as a C string; stops at nothing, so an inner NUL stays. */
const char *arena_cstr(struct arena *arena, str s);

#endif
