#include <git2.h> /* first: base.h bans a name that it uses */
#include <git2/sys/alloc.h>

#include "source/memory.h"

#include "base/base.h"

static void *take(size_t size, const char *file, int line)
{
	UNUSED(file), UNUSED(line);
	return xmalloc(size ? size : 1);
}

static void *take_zeroed(size_t count, size_t size, const char *file, int line)
{
	UNUSED(file), UNUSED(line);
	return xcalloc(count ? count : 1, size ? size : 1);
}

static void *take_larger(void *old, size_t size, const char *file, int line)
{
	UNUSED(file), UNUSED(line);
	return xrealloc(old, size ? size : 1);
}

static size_t product(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		die("out of memory (%zu items wanted)", count);
	return count * size;
}

static void *take_larger_array(void *old, size_t count, size_t size, const char *file, int line)
{
	return take_larger(old, product(count, size), file, line);
}

static void *take_array(size_t count, size_t size, const char *file, int line)
{
	return take(product(count, size), file, line);
}

static char *copy_bytes(const char *text, size_t len, const char *file, int line)
{
	char *copy = take(len + 1, file, line);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static char *copy_text(const char *text, const char *file, int line)
{
	return copy_bytes(text, strlen(text), file, line);
}

static char *copy_at_most(const char *text, size_t len, const char *file, int line)
{
	return copy_bytes(text, strnlen(text, len), file, line);
}

void memory_give_git(void)
{
	static git_allocator allocator = {take, take_zeroed, copy_text, copy_at_most, copy_bytes,
		take_larger, take_larger_array, take_array, free};
	git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator);
}
