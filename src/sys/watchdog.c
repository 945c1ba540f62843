#include "sys/watchdog.h"

#include <pthread.h>
#include <signal.h>

enum { AGAIN_NS = 200 * 1000 * 1000, SECOND_NS = 1000 * 1000 * 1000 };

struct watchdog {
	pthread_t watched, thread;
	pthread_mutex_t mutex; /* of everything below */
	pthread_cond_t changed;
	unsigned silence_s;
	struct timespec deadline;
	bool paused, barked, stopped;
	struct sigaction before;
};

/* Being called is enough: the system call returns. */
static void on_signal(int number)
{
	UNUSED(number);
}

static struct timespec in(time_t seconds, long ns)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	time.tv_sec += seconds;
	time.tv_nsec += ns;
	if (time.tv_nsec >= SECOND_NS) {
		time.tv_nsec -= SECOND_NS;
		time.tv_sec++;
	}
	return time;
}

static bool is_past(const struct timespec *time)
{
	struct timespec now = in(0, 0);
	return now.tv_sec > time->tv_sec ||
	       (now.tv_sec == time->tv_sec && now.tv_nsec >= time->tv_nsec);
}

static void *watch(void *arg)
{
	struct watchdog *dog = arg;
	pthread_mutex_lock(&dog->mutex);
	while (!dog->stopped) {
		struct timespec until = dog->deadline;
		if (dog->paused)
			pthread_cond_wait(&dog->changed, &dog->mutex);
		else
			pthread_cond_timedwait(&dog->changed, &dog->mutex, &until);
		if (dog->stopped || dog->paused || !is_past(&dog->deadline))
			continue;
		dog->barked = true;
		pthread_kill(dog->watched, SIGURG);
		/* It may just not have been waiting yet. */
		dog->deadline = in(0, AGAIN_NS);
	}
	pthread_mutex_unlock(&dog->mutex);
	return NULL;
}

/* The new thread takes no signals: they are for the program. */
static int start_thread(struct watchdog *dog)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	int error = pthread_create(&dog->thread, NULL, watch, dog);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return error;
}

struct watchdog *watchdog_start(unsigned silence_s)
{
	struct watchdog *dog = xcalloc(1, sizeof(*dog));
	struct sigaction action = {.sa_handler = on_signal};
	pthread_condattr_t clock;
	dog->watched = pthread_self();
	dog->silence_s = silence_s;
	dog->deadline = in((time_t)silence_s, 0);
	pthread_mutex_init(&dog->mutex, NULL);
	pthread_condattr_init(&clock);
	pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
	pthread_cond_init(&dog->changed, &clock);
	pthread_condattr_destroy(&clock);
	sigaction(SIGURG, &action, &dog->before);
	if (start_thread(dog) == 0)
		return dog;
	sigaction(SIGURG, &dog->before, NULL);
	free(dog);
	return NULL;
}

void watchdog_stop(struct watchdog *dog)
{
	if (!dog)
		return;
	pthread_mutex_lock(&dog->mutex);
	dog->stopped = true;
	pthread_cond_signal(&dog->changed);
	pthread_mutex_unlock(&dog->mutex);
	pthread_join(dog->thread, NULL);
	sigaction(SIGURG, &dog->before, NULL);
	pthread_cond_destroy(&dog->changed);
	pthread_mutex_destroy(&dog->mutex);
	free(dog);
}

static void set(struct watchdog *dog, bool paused)
{
	if (!dog)
		return;
	pthread_mutex_lock(&dog->mutex);
	dog->paused = paused;
	if (!dog->barked)
		dog->deadline = in((time_t)dog->silence_s, 0);
	pthread_cond_signal(&dog->changed);
	pthread_mutex_unlock(&dog->mutex);
}

void watchdog_touch(struct watchdog *dog)
{
	set(dog, false);
}

void watchdog_pause(struct watchdog *dog)
{
	set(dog, true);
}

bool watchdog_barked(struct watchdog *dog)
{
	if (!dog)
		return false;
	pthread_mutex_lock(&dog->mutex);
	bool barked = dog->barked;
	pthread_mutex_unlock(&dog->mutex);
	return barked;
}
