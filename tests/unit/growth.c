#include "growth.h"

#include <time.h>

/* What a run costs beside its work: from some size on the system gives memory anew each time. */
#define SLACK_SECONDS 5

static double cpu_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double cheapest(void (*run)(void *ctx, size_t n), void *ctx, size_t n)
{
	double best = 0;
	for (int i = 0; i < 3; i++) {
		double start = cpu_seconds();
		run(ctx, n);
		double took = cpu_seconds() - start;
		best = i == 0 || took < best ? took : best;
	}
	return best;
}

bool growth_is_linear(void (*run)(void *ctx, size_t n), void *ctx, size_t n)
{
	return cheapest(run, ctx, 4 * n) < 8 * cheapest(run, ctx, n) + SLACK_SECONDS;
}
