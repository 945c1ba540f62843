#include "growth.h"

#include <time.h>

/* What a run costs beside its work: from some size on the system gives memory anew each time. */
#define SLACK_SECONDS 5
#define RUNS          3

/* How time grows is for the program as it is; under the address sanitizer each allocation is
 * one for itself, and the same work took a third of all units' time. */
#ifdef ARENA_DEBUG
#define SMALLER 8
#else
#define SMALLER 1
#endif

static double cpu_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double cost(void (*run)(void *ctx, size_t n), void *ctx, size_t n)
{
	double start = cpu_seconds();
	run(ctx, n);
	return cpu_seconds() - start;
}

static double cheapest(void (*run)(void *ctx, size_t n), void *ctx, size_t n)
{
	double best = cost(run, ctx, n);
	for (int i = 1; i < RUNS; i++) {
		double took = cost(run, ctx, n);
		best = took < best ? took : best;
	}
	return best;
}

bool growth_is_linear(void (*run)(void *ctx, size_t n), void *ctx, size_t n)
{
	n /= SMALLER;
	double bound = 8 * cheapest(run, ctx, n) + SLACK_SECONDS;
	for (int i = 0; i < RUNS; i++)
		if (cost(run, ctx, 4 * n) < bound)
			return true;
	return false;
}
