#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void die(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fputs("tilts: ", stderr);
	vfprintf(stderr, fmt, args);
	fputc('\n', stderr);
	va_end(args);
	exit(3);
}

void bug_at(const char *file, int line, const char *what)
{
	fprintf(stderr, "tilts: this is a bug in tilts (%s:%d): %s\n", file, line, what);
	abort();
}

static void *checked(void *memory, size_t size)
{
	if (!memory && size > 0)
		die("out of memory (%zu bytes wanted)", size);
	return memory;
}

void *xmalloc(size_t size)
{
	return checked(malloc(size), size);
}

void *xcalloc(size_t count, size_t size)
{
	return checked(calloc(count, size), count && size ? size : 0);
}

void *xzeroed(size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		return checked(NULL, SIZE_MAX);
	void *room = xmalloc(bytes);
	return bytes ? memset(room, 0, bytes) : room;
}

void *xcalloc_aligned(size_t count, size_t size, size_t align)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		return checked(NULL, SIZE_MAX);
	void *room = checked(aligned_alloc(align, bytes), bytes);
	return bytes ? memset(room, 0, bytes) : room;
}

void *xrealloc(void *old, size_t size)
{
	return checked(realloc(old, size), size);
}
