#include "sys/lock.h"

#include <pthread.h>

#include "base/base.h"

/* The one thing in tilts that lives at file scope and changes. */
static pthread_mutex_t locks[LOCK_COUNT] = {
	[LOCK_CJSON] = PTHREAD_MUTEX_INITIALIZER,
	[LOCK_PUBLISH] = PTHREAD_MUTEX_INITIALIZER,
	[LOCK_PREVIEW] = PTHREAD_MUTEX_INITIALIZER,
};

void lock_take(enum lock lock)
{
	if (pthread_mutex_lock(&locks[lock]) != 0)
		BUG("a lock that can't be taken");
}

void lock_drop(enum lock lock)
{
	if (pthread_mutex_unlock(&locks[lock]) != 0)
		BUG("a lock that was not held");
}
