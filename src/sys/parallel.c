#include "sys/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define THREADS_MAX 64
/* cmark recurses over nested nodes; the default stack is ample, but say it. */
#define STACK_SIZE ((size_t)8 << 20)

struct shared {
	parallel_fn *fn;
	void *ctx;
	size_t n;
	atomic_size_t next;
};

struct worker {
	struct shared *shared;
	unsigned number;
	pthread_t thread;
};

static void *work(void *arg)
{
	struct worker *worker = arg;
	struct shared *shared = worker->shared;
	for (;;) {
		size_t i = atomic_fetch_add(&shared->next, 1);
		if (i >= shared->n)
			return NULL;
		shared->fn(shared->ctx, worker->number, i);
	}
}

static unsigned start(struct worker *workers, unsigned wanted, struct shared *shared)
{
	pthread_attr_t attr;
	unsigned started = 1; /* worker 0 is the calling thread */
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_SIZE);
	for (; started < wanted; started++) {
		workers[started] = (struct worker){.shared = shared, .number = started};
		if (pthread_create(&workers[started].thread, &attr, work, &workers[started]))
			break;
	}
	pthread_attr_destroy(&attr);
	return started;
}

void parallel_for(unsigned nthreads, size_t n, parallel_fn *fn, void *ctx)
{
	struct worker workers[THREADS_MAX];
	struct shared shared = {.fn = fn, .ctx = ctx, .n = n};
	atomic_init(&shared.next, 0);
	if (nthreads > THREADS_MAX)
		nthreads = THREADS_MAX;
	if (nthreads > n)
		nthreads = (unsigned)n;
	unsigned started = start(workers, nthreads, &shared);
	workers[0] = (struct worker){.shared = &shared};
	work(&workers[0]);
	for (unsigned i = 1; i < started; i++)
		pthread_join(workers[i].thread, NULL);
}

unsigned parallel_processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : n > THREADS_MAX ? THREADS_MAX : (unsigned)n;
}
