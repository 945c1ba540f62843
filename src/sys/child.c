#include "sys/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/messages.h"

enum { LINE = STDERR_FILENO + 1, GRACE_MS = 2000 };

/* The parent may have died before the wish to die with it was known. */
static void die_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
}

NORETURN static void be_child(child_fn *fn, void *ctx, int line, pid_t parent)
{
	die_with(parent);
	/* What the child runs must not hold the line: the parent would wait for it too. */
	if (line != LINE && dup3(line, LINE, O_CLOEXEC) != LINE)
		_exit(1);
	close_range(LINE + 1, ~0U, 0);
	fn(ctx, LINE);
	_exit(0);
}

int child_start(child_fn *fn, void *ctx, struct child *out)
{
	int pair[2];
	pid_t parent = getpid();
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
		return errno;
	fflush(NULL); /* or the child could say it once more */
	pid_t id = fork();
	if (id == 0)
		be_child(fn, ctx, pair[1], parent);
	int error = id < 0 ? errno : 0;
	close(pair[1]);
	if (error)
		close(pair[0]);
	*out = (struct child){.line = pair[0], .id = id};
	return error;
}

bool child_send(int line, str message)
{
	ssize_t sent;
	do {
		sent = send(line, message.ptr, message.len, MSG_NOSIGNAL);
	} while (sent < 0 && errno == EINTR);
	return sent == (ssize_t)message.len;
}

static int wait_readable(int fd, int wait_ms)
{
	struct pollfd waited = {.fd = fd, .events = POLLIN};
	int ready;
	do {
		ready = poll(&waited, 1, wait_ms);
	} while (ready < 0 && errno == EINTR);
	return ready;
}

enum child_word child_receive(int line, int wait_ms, struct buf *message)
{
	int ready = wait_readable(line, wait_ms);
	if (ready == 0)
		return CHILD_SILENT;
	if (ready < 0 || !buf_reserve(message, CHILD_MESSAGE_MAX))
		return CHILD_GONE;
	ssize_t got = recv(line, message->data + message->len, CHILD_MESSAGE_MAX, 0);
	if (got <= 0)
		return CHILD_GONE;
	buf_grew(message, (size_t)got);
	return CHILD_SAID;
}

/* Whose line is closed is about to end: it gets a moment for it. */
static void end_soon(pid_t id)
{
	int handle = pidfd_open(id, 0);
	if (handle < 0 || wait_readable(handle, GRACE_MS) != 1)
		kill(id, SIGKILL);
	if (handle >= 0)
		close(handle);
}

const char *child_end(struct child *child, struct arena *arena)
{
	int status = 0;
	pid_t id = (pid_t)child->id;
	close(child->line);
	end_soon(id);
	while (waitpid(id, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFSIGNALED(status))
		return arena_printf(arena, _("signal %d ended it (%s)"), WTERMSIG(status),
			messages_of_signal(WTERMSIG(status)))
			.ptr;
	if (WEXITSTATUS(status))
		return arena_printf(arena, _("it ended with status %d"), WEXITSTATUS(status)).ptr;
	return NULL;
}

void child_kill(struct child *child, struct arena *arena)
{
	kill((pid_t)child->id, SIGKILL);
	child_end(child, arena);
}
