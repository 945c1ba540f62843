#include "locale/memory.h"

#include <unicode/uclean.h>

#include "base/base.h"

static void *take(const void *ctx, size_t size)
{
	UNUSED(ctx);
	return xmalloc(size ? size : 1);
}

static void *take_larger(const void *ctx, void *old, size_t size)
{
	UNUSED(ctx);
	return xrealloc(old, size ? size : 1);
}

static void give_back(const void *ctx, void *memory)
{
	UNUSED(ctx);
	free(memory);
}

void locale_check_memory(void)
{
	UErrorCode status = U_ZERO_ERROR;
	u_setMemoryFunctions(NULL, take, take_larger, give_back, &status);
}
