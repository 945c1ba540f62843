#include "sys/thread.h"

#include <pthread.h>

/* As for the first thread, which otherwise does the same work. */
#define STACK_SIZE ((size_t)8 << 20)

struct thread {
	pthread_t thread;
	thread_fn *fn;
	void *ctx;
};

static void *work(void *arg)
{
	struct thread *thread = arg;
	thread->fn(thread->ctx);
	return NULL;
}

struct thread *thread_start(thread_fn *fn, void *ctx)
{
	struct thread *thread = xmalloc(sizeof(*thread));
	pthread_attr_t attr;
	*thread = (struct thread){.fn = fn, .ctx = ctx};
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_SIZE);
	int error = pthread_create(&thread->thread, &attr, work, thread);
	pthread_attr_destroy(&attr);
	if (error)
		die("can't start a thread: %s", strerror(error));
	return thread;
}

void thread_join(struct thread *thread)
{
	pthread_join(thread->thread, NULL);
	free(thread);
}
