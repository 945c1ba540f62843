#include "sys/process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"

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
