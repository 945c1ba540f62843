#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_MIN 4096
#define BLOCK_MAX (1 << 20)

struct arena_block {
	struct arena_block *next;
	size_t size; /* of data */
	_Alignas(max_align_t) char data[];
};

void arena_init(struct arena *arena)
{
	*arena = (struct arena){.blocks = NULL};
}

static void free_chain(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
}

static void fill_from(struct arena *arena, struct arena_block *block)
{
	arena->next = block->data;
	arena->room = block->size;
}

void arena_release(struct arena *arena)
{
	free_chain(arena->blocks);
	arena_init(arena);
}

void arena_reset(struct arena *arena)
{
#ifdef ARENA_DEBUG
	arena_release(arena);
#else
	if (!arena->blocks)
		return;
	free_chain(arena->blocks->next);
	arena->blocks->next = NULL;
	fill_from(arena, arena->blocks);
#endif
}

static size_t rounded(size_t size)
{
	const size_t align = _Alignof(max_align_t);
	return (size + align - 1) / align * align;
}

static size_t next_block_size(const struct arena *arena, size_t wanted)
{
#ifdef ARENA_DEBUG
	UNUSED(arena);
	return wanted;
#else
	size_t size = arena->blocks ? arena->blocks->size * 2 : BLOCK_MIN;
	if (size > BLOCK_MAX)
		size = BLOCK_MAX;
	return size < wanted ? wanted : size;
#endif
}

void *arena_alloc_more(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		die("out of memory (%zu bytes wanted)", size);
	size_t room = next_block_size(arena, rounded(size));
	struct arena_block *block = xmalloc(sizeof(*block) + room);
	*block = (struct arena_block){arena->blocks, room};
	arena->blocks = block;
	fill_from(arena, block);
	return arena_alloc(arena, size);
}

void *arena_grow(struct arena *arena, void *piece, size_t before, size_t size)
{
	size_t has = rounded(before), more = size > has ? size - has : 0;
	bool last = piece && (char *)piece + has == arena->next;
	if (last && more <= arena->room) {
		arena_alloc(arena, more);
		return piece;
	}
	void *moved = arena_alloc(arena, size);
	if (piece)
		memcpy(moved, piece, before < size ? before : size);
	return moved;
}

void *arena_zalloc(struct arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

str arena_str(struct arena *arena, str s)
{
	return arena_join(arena, s, S(""), S(""));
}

/* A zeroed slice is an empty one, and has no pointer to give to memcpy(). */
static char *append(char *to, str s)
{
	if (s.len)
		memcpy(to, s.ptr, s.len);
	return to + s.len;
}

str arena_join(struct arena *arena, str a, str b, str c)
{
	size_t len = a.len + b.len + c.len;
	char *copy = arena_alloc(arena, len + 1);
	*append(append(append(copy, a), b), c) = '\0';
	return (str){copy, len};
}

str arena_replace(struct arena *arena, str s, const char *any, char to)
{
	char *copy = arena_alloc(arena, s.len + 1);
	for (size_t i = 0; i < s.len; i++)
		copy[i] = s.ptr[i] && strchr(any, s.ptr[i]) ? to : s.ptr[i];
	copy[s.len] = '\0';
	return str_n(copy, s.len);
}

const char *arena_cstr(struct arena *arena, str s)
{
	return arena_str(arena, s).ptr;
}

/* Most texts fit into what the newest block has left: they are written there at once. */
str arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	size_t room = arena->room;
	int len = vsnprintf(arena->next, room, fmt, args);
	va_end(args);
	if (len < 0)
		BUG("a format that printf refuses");
	char *text = arena_alloc(arena, (size_t)len + 1);
	if ((size_t)len >= room)
		vsnprintf(text, (size_t)len + 1, fmt, again);
	va_end(again);
	return (str){text, (size_t)len};
}
