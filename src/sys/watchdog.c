#include "sys/watchdog.h"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "base/str.h"
#include "base/vec.h"

enum { AGAIN_NS = 200 * 1000 * 1000, SECOND_NS = 1000 * 1000 * 1000 };

typedef VEC(ino_t) socket_list;

struct watchdog {
	pthread_t watched, thread;
	pthread_mutex_t mutex; /* of everything below */
	pthread_cond_t changed;
	unsigned silence_s;
	struct timespec deadline; /* of silence */
	struct timespec end;      /* of all */
	struct timespec paused_at;
	enum bark barked;
	bool paused, stopped;
	socket_list older; /* sockets that were there before */
	struct sigaction before, pipe_before;
};

/* Being called is enough: the system call returns. */
static void on_signal(int number)
{
	UNUSED(number);
}

/* Does something for each socket of this process; `inode` tells them apart. */
static void each_socket(struct watchdog *dog, void fn(struct watchdog *dog, int fd, ino_t inode))
{
	int64_t fd;
	struct stat st;
	DIR *dir = opendir("/proc/self/fd");
	if (!dir)
		return;
	for (struct dirent *entry; (entry = readdir(dir));)
		if (str_to_int(str_of(entry->d_name), &fd) && fstat((int)fd, &st) == 0 &&
			S_ISSOCK(st.st_mode))
			fn(dog, (int)fd, st.st_ino);
	closedir(dir);
}

static void remember(struct watchdog *dog, int fd, ino_t inode)
{
	UNUSED(fd);
	VEC_PUSH(&dog->older, inode);
}

/* Libraries that go on waiting after EINTR notice this. */
static void cut(struct watchdog *dog, int fd, ino_t inode)
{
	int domain;
	socklen_t size = sizeof(domain);
	for (size_t i = 0; i < dog->older.len; i++)
		if (dog->older.items[i] == inode)
			return;
	if (getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 &&
		(domain == AF_INET || domain == AF_INET6))
		shutdown(fd, SHUT_RDWR);
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

static bool is_before(const struct timespec *a, const struct timespec *b)
{
	return a->tv_sec < b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec < b->tv_nsec);
}

static bool is_past(const struct timespec *time)
{
	struct timespec now = in(0, 0);
	return !is_before(&now, time);
}

/* When to look next: at the end of silence or of all, whichever comes first. */
static struct timespec next_look(const struct watchdog *dog)
{
	bool soon = dog->barked || is_before(&dog->deadline, &dog->end);
	return soon ? dog->deadline : dog->end;
}

static void *watch(void *arg)
{
	struct watchdog *dog = arg;
	pthread_mutex_lock(&dog->mutex);
	while (!dog->stopped) {
		struct timespec until = next_look(dog);
		if (dog->paused)
			pthread_cond_wait(&dog->changed, &dog->mutex);
		else
			pthread_cond_timedwait(&dog->changed, &dog->mutex, &until);
		until = next_look(dog);
		if (dog->stopped || dog->paused || !is_past(&until))
			continue;
		if (!dog->barked)
			dog->barked = is_past(&dog->end) ? BARK_WHOLE : BARK_SILENCE;
		each_socket(dog, cut);
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

static void release(struct watchdog *dog)
{
	sigaction(SIGURG, &dog->before, NULL);
	sigaction(SIGPIPE, &dog->pipe_before, NULL);
	pthread_cond_destroy(&dog->changed);
	pthread_mutex_destroy(&dog->mutex);
	VEC_FREE(&dog->older);
	free(dog);
}

struct watchdog *watchdog_start(unsigned silence_s, unsigned whole_s)
{
	struct watchdog *dog = xcalloc(1, sizeof(*dog));
	struct sigaction action = {.sa_handler = on_signal};
	pthread_condattr_t clock;
	dog->watched = pthread_self();
	dog->silence_s = silence_s;
	dog->deadline = in((time_t)silence_s, 0);
	dog->end = in((time_t)whole_s, 0);
	pthread_mutex_init(&dog->mutex, NULL);
	pthread_condattr_init(&clock);
	pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
	pthread_cond_init(&dog->changed, &clock);
	pthread_condattr_destroy(&clock);
	each_socket(dog, remember);
	sigaction(SIGURG, &action, &dog->before);
	/* Who says goodbye to a connection that was cut gets an error. */
	sigaction(SIGPIPE, &action, &dog->pipe_before);
	if (start_thread(dog) == 0)
		return dog;
	release(dog);
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
	release(dog);
}

static void set(struct watchdog *dog, bool paused)
{
	if (!dog)
		return;
	pthread_mutex_lock(&dog->mutex);
	struct timespec now = in(0, 0);
	if (dog->paused)
		dog->end.tv_sec += now.tv_sec - dog->paused_at.tv_sec;
	dog->paused_at = now;
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

enum bark watchdog_barked(struct watchdog *dog)
{
	if (!dog)
		return BARK_NONE;
	pthread_mutex_lock(&dog->mutex);
	enum bark barked = dog->barked;
	pthread_mutex_unlock(&dog->mutex);
	return barked;
}
