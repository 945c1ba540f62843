#include "sys/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"
#include "sys/io.h"

enum { CHUNK = 4096 };

/* Who runs us from a git hook names that repository to every git we start. What says
 * how the user proves to servers, and where the user's settings are, may stay. */
static bool names_a_repository(const char *entry)
{
	static const char *const kept[] = {
		"GIT_ASKPASS=", "GIT_CONFIG_GLOBAL=", "GIT_CONFIG_SYSTEM=", "GIT_CONFIG_NOSYSTEM="};
	for (size_t i = 0; i < ARRAY_LEN(kept); i++)
		if (strncmp(entry, kept[i], strlen(kept[i])) == 0)
			return false;
	return strncmp(entry, "GIT_", 4) == 0;
}

/* The settings of this process and one more. */
static char **environment(const char *setting)
{
	VEC(char *) all = {0};
	size_t name_len = setting ? strcspn(setting, "=") + 1 : 0;
	for (char **entry = environ; *entry; entry++)
		if (!names_a_repository(*entry) &&
			(!setting || strncmp(*entry, setting, name_len) != 0))
			VEC_PUSH(&all, *entry);
	if (setting)
		VEC_PUSH(&all, (char *)(uintptr_t)setting);
	VEC_PUSH(&all, NULL);
	return all.items;
}

static int spawn(const char *const *argv, const char *setting, int peer, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	char **env = environment(setting);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, peer, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, peer, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	int error =
		posix_spawnp(child, argv[0], &actions, NULL, (char *const *)(uintptr_t)argv, env);
	posix_spawn_file_actions_destroy(&actions);
	free(env);
	return error;
}

/* The input fits into the socket, so the program need not read while we write. */
static void talk(int fd, str input, struct buf *out)
{
	while (input.len) {
		ssize_t put = send(fd, input.ptr, input.len, MSG_NOSIGNAL);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			break;
		input = str_from(input, (size_t)put);
	}
	shutdown(fd, SHUT_WR);
	while (buf_reserve(out, CHUNK)) {
		ssize_t got = read(fd, out->data + out->len, CHUNK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		buf_grew(out, (size_t)got);
	}
}

int process_run(
	const char *const *argv, const char *setting, str input, struct buf *out, int *status)
{
	int pair[2];
	pid_t child;
	/* A socket, since writing to a pipe that nobody reads ends a process. */
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return errno;
	int error = spawn(argv, setting, pair[1], &child);
	close(pair[1]);
	if (!error)
		talk(pair[0], input, out);
	close(pair[0]);
	if (error)
		return error;
	while (waitpid(child, status, 0) < 0)
		if (errno != EINTR)
			return errno;
	*status = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128;
	return 0;
}

/* --- a program that is told something -------------------------------------------------- */

static int memory_file(str bytes, int *out)
{
	*out = memfd_create("input", MFD_CLOEXEC);
	if (*out < 0)
		return errno;
	int error = io_write(*out, bytes);
	if (!error && lseek(*out, 0, SEEK_SET) != 0)
		error = errno;
	if (error)
		close(*out);
	return error;
}

/* In a group of its own with what it starts, and with the usual signals. */
static int spawn_fed(const char *program, int input, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	char *argv[] = {(char *)(uintptr_t)program, NULL};
	char **env = environment(NULL);
	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
	int error = posix_spawnp(child, program, &actions, &attributes, argv, env);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	free(env);
	return error;
}

static bool ends_within(pid_t child, int wait_ms)
{
	struct pollfd end = {.fd = pidfd_open(child, 0), .events = POLLIN};
	if (end.fd < 0)
		return true;
	int ready = poll(&end, 1, wait_ms);
	close(end.fd);
	return ready != 0;
}

int process_feed(const char *program, str input, int wait_ms, int *status)
{
	int file;
	pid_t child;
	int error = memory_file(input, &file);
	if (error)
		return error;
	error = spawn_fed(program, file, &child);
	close(file);
	if (error)
		return error;
	bool in_time = ends_within(child, wait_ms);
	if (!in_time)
		kill(-child, SIGKILL);
	while (waitpid(child, status, 0) < 0)
		if (errno != EINTR)
			return errno;
	*status = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128;
	return in_time ? 0 : ETIMEDOUT;
}
