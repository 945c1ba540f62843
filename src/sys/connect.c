#include "sys/connect.h"

#include "base/messages.h"

#include <errno.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

static int try_address(const struct addrinfo *info, int *fd)
{
	*fd = socket(info->ai_family, info->ai_socktype | SOCK_CLOEXEC, info->ai_protocol);
	if (*fd < 0)
		return errno;
	if (connect(*fd, info->ai_addr, info->ai_addrlen) == 0)
		return 0;
	int error = errno;
	close(*fd);
	return error;
}

const char *connect_to(const char *host, const char *port, int *fd)
{
	const struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_family = AF_UNSPEC};
	struct addrinfo *all;
	int code = getaddrinfo(host, port, &hints, &all), error = ENOENT;
	if (code != 0)
		return gai_strerror(code);
	for (const struct addrinfo *info = all; info && error; info = info->ai_next)
		error = try_address(info, fd);
	freeaddrinfo(all);
	return error ? messages_of_error(error) : NULL;
}

ssize_t connect_receive(int fd, void *bytes, size_t size)
{
	return recv(fd, bytes, size, 0);
}

ssize_t connect_send(int fd, str bytes)
{
	return send(fd, bytes.ptr, bytes.len, MSG_NOSIGNAL);
}

void connect_close(int fd)
{
	close(fd);
}
