#include "sys/watch.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum {
	QUIET_MS = 60,  /* no event for so long: whoever writes is done */
	SAVED_MS = 10,  /* the same, of somebody who has closed the file */
	BUSY_MS = 1000, /* but nobody waits longer than this */
	RETRY_MS = 500, /* how often a missing folder is looked for */
	DEPTH_MAX = 64,
};

#define EVENTS                                                                                     \
	(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |   \
		IN_MOVE_SELF)

struct watch {
	int inotify;
	int end; /* an eventfd: readable once watch_end() was called */
	struct arena arena;
	const char **folders;
	size_t nfolders;
	size_t nmissing;    /* of the folders, at the last look */
	VEC(char *) places; /* by number of a watch: the folder's path; NULL: none */
	struct buf saved;
	int error;
};

static void add_tree(struct watch *watch, const char *path, unsigned depth);

static void add_children(struct watch *watch, const char *path, unsigned depth)
{
	char child[PATH_MAX];
	DIR *dir = opendir(path);
	if (!dir)
		return;
	for (struct dirent *entry; (entry = readdir(dir));) {
		bool folder = entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN;
		if (!folder || entry->d_name[0] == '.')
			continue;
		int len = snprintf(child, sizeof(child), "%s/%s", path, entry->d_name);
		if ((size_t)len < sizeof(child))
			add_tree(watch, child, depth + 1);
	}
	closedir(dir);
}

/* A folder that was moved keeps its number. */
static void note_place(struct watch *watch, size_t number, const char *path)
{
	while (watch->places.len <= number)
		VEC_PUSH(&watch->places, NULL);
	char **place = &watch->places.items[number];
	if (*place && strcmp(*place, path) == 0)
		return;
	free(*place);
	size_t size = strlen(path) + 1;
	*place = memcpy(xmalloc(size), path, size);
}

/* Watches first, then looks: a folder made in between is seen either way. */
static void add_tree(struct watch *watch, const char *path, unsigned depth)
{
	uint32_t mask = EVENTS | IN_ONLYDIR | (depth ? IN_DONT_FOLLOW : 0);
	int number = inotify_add_watch(watch->inotify, path, mask);
	if (number >= 0) {
		note_place(watch, (size_t)number, path);
		if (depth < DEPTH_MAX)
			add_children(watch, path, depth);
		return;
	}
	bool gone = errno == ENOENT || errno == ENOTDIR;
	watch->nmissing += gone && depth == 0;
	if (!gone)
		watch->error = errno;
}

/* Adding a folder twice does nothing, so everything is simply added again. */
static void add_all(struct watch *watch)
{
	watch->nmissing = 0;
	watch->error = 0;
	for (size_t i = 0; i < watch->nfolders; i++)
		add_tree(watch, watch->folders[i], 0);
}

int watch_open(const char *const *folders, size_t nfolders, struct watch **out)
{
	int inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (inotify < 0)
		return errno;
	int end = eventfd(0, EFD_CLOEXEC);
	if (end < 0) {
		int error = errno;
		close(inotify);
		return error;
	}
	struct watch *watch = xcalloc(1, sizeof(*watch));
	*watch = (struct watch){.inotify = inotify, .end = end, .nfolders = nfolders};
	arena_init(&watch->arena);
	buf_init(&watch->saved);
	watch->folders = ARENA_ARRAY(&watch->arena, const char *, nfolders);
	for (size_t i = 0; i < nfolders; i++)
		watch->folders[i] = arena_cstr(&watch->arena, str_of(folders[i]));
	add_all(watch);
	*out = watch;
	return 0;
}

void watch_close(struct watch *watch)
{
	if (!watch)
		return;
	close(watch->inotify);
	close(watch->end);
	for (size_t i = 0; i < watch->places.len; i++)
		free(watch->places.items[i]);
	VEC_FREE(&watch->places);
	buf_release(&watch->saved);
	arena_release(&watch->arena);
	free(watch);
}

void watch_end(struct watch *watch)
{
	eventfd_write(watch->end, 1);
}

int watch_error(const struct watch *watch)
{
	return watch->error;
}

static bool counts(const struct inotify_event *event)
{
	if (event->mask & IN_IGNORED)
		return false;
	return event->len == 0 || event->name[0] != '.';
}

static void note_saved(struct watch *watch, const struct inotify_event *event)
{
	size_t number = (size_t)event->wd;
	if (!(event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) || event->mask & IN_ISDIR ||
		number >= watch->places.len || !watch->places.items[number])
		return;
	buf_clear(&watch->saved);
	buf_printf(&watch->saved, "%s/%s", watch->places.items[number], event->name);
}

/* Empties the queue. Was there an event that counts? */
static bool take_events(struct watch *watch)
{
	_Alignas(struct inotify_event) char events[4096];
	bool found = false;
	for (;;) {
		ssize_t got = read(watch->inotify, events, sizeof(events));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return found;
		for (size_t at = 0; at < (size_t)got;) {
			const struct inotify_event *event = (const void *)(events + at);
			if (counts(event)) {
				found = true;
				note_saved(watch, event);
			}
			at += sizeof(*event) + event->len;
		}
	}
}

enum outcome { OUTCOME_EVENTS, OUTCOME_QUIET, OUTCOME_END };

static enum outcome wait_events(const struct watch *watch, int timeout_ms)
{
	struct pollfd fds[2] = {
		{.fd = watch->inotify, .events = POLLIN}, {.fd = watch->end, .events = POLLIN}};
	int n;
	do {
		n = poll(fds, ARRAY_LEN(fds), timeout_ms);
	} while (n < 0 && errno == EINTR);
	if (fds[1].revents)
		return OUTCOME_END;
	return n > 0 ? OUTCOME_EVENTS : OUTCOME_QUIET;
}

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* False: watch_end(). */
static bool wait_first(struct watch *watch)
{
	for (;;) {
		size_t nmissing = watch->nmissing;
		switch (wait_events(watch, nmissing ? RETRY_MS : -1)) {
		case OUTCOME_END:
			return false;
		case OUTCOME_EVENTS:
			if (take_events(watch))
				return true;
			break;
		case OUTCOME_QUIET:
			add_all(watch);
			if (watch->nmissing < nmissing)
				return true;
			break;
		}
	}
}

/* Until no event came for so long, or, when a save is `wanted`, until one was seen. */
static enum outcome wait_quiet(struct watch *watch, int quiet_ms, bool wanted)
{
	enum outcome outcome = OUTCOME_EVENTS;
	int64_t until = now_ms() + BUSY_MS;
	while (outcome == OUTCOME_EVENTS && now_ms() < until && !(wanted && watch->saved.len)) {
		outcome = wait_events(watch, quiet_ms);
		take_events(watch);
	}
	return outcome;
}

bool watch_wait(struct watch *watch, str *saved)
{
	buf_clear(&watch->saved);
	if (!wait_first(watch) || wait_quiet(watch, QUIET_MS, true) == OUTCOME_END)
		return false;
	*saved = buf_str(&watch->saved);
	return true;
}

bool watch_settle(struct watch *watch)
{
	enum outcome outcome = wait_quiet(watch, watch->saved.len ? SAVED_MS : 0, false);
	add_all(watch);
	return outcome != OUTCOME_END;
}
