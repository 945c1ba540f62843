#include "sys/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

static sigset_t wishes(void)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	return set;
}

void interrupt_hold(void)
{
	sigset_t set = wishes();
	pthread_sigmask(SIG_BLOCK, &set, NULL);
}

bool interrupt_wait(unsigned wait_ms)
{
	sigset_t set = wishes();
	struct timespec wait = {
		.tv_sec = (time_t)(wait_ms / 1000), .tv_nsec = (long)(wait_ms % 1000) * 1000000};
	return sigtimedwait(&set, NULL, &wait) > 0;
}

void interrupt_let_go(void)
{
	sigset_t set = wishes();
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

int interrupt_open(void)
{
	sigset_t set = wishes();
	interrupt_hold();
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

enum interrupt interrupt_next(int handle)
{
	struct signalfd_siginfo info;
	if (read(handle, &info, sizeof(info)) != (ssize_t)sizeof(info))
		return INTERRUPT_NONE;
	return info.ssi_signo == SIGHUP ? INTERRUPT_ANEW : INTERRUPT_END;
}
