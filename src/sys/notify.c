#include "sys/notify.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A name that begins with '@' stands for one in the kernel's own table. */
static socklen_t address_of(str name, struct sockaddr_un *out)
{
	*out = (struct sockaddr_un){.sun_family = AF_UNIX};
	if (!name.len || name.len >= sizeof(out->sun_path))
		return 0;
	memcpy(out->sun_path, name.ptr, name.len);
	if (name.ptr[0] == '@')
		out->sun_path[0] = '\0';
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + name.len);
}

void notify(const char *lines)
{
	struct sockaddr_un address;
	socklen_t size = address_of(str_of(getenv("NOTIFY_SOCKET")), &address);
	int fd = size ? socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0) : -1;
	if (fd < 0)
		return;
	sendto(fd, lines, strlen(lines), MSG_NOSIGNAL, (const void *)&address, size);
	close(fd);
}

int notify_interval_ms(void)
{
	int64_t us, id;
	if (!str_to_int(str_of(getenv("WATCHDOG_USEC")), &us) || us < 2000 || us / 2000 > INT32_MAX)
		return 0;
	str watched = str_of(getenv("WATCHDOG_PID"));
	if (watched.len && (!str_to_int(watched, &id) || id != getpid()))
		return 0;
	return (int)(us / 2000);
}
