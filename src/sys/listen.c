#include "sys/listen.h"

#include <errno.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 64 };

static bool is_loopback(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET6)
		return IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)address)->sin6_addr);
	uint32_t host = ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr);
	return host >> 24 == IN_LOOPBACKNET;
}

static int open_at(const struct addrinfo *info, struct listener *out)
{
	const int yes = 1;
	int fd = socket(info->ai_family, info->ai_socktype | SOCK_CLOEXEC, info->ai_protocol);
	if (fd < 0)
		return errno;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(fd, info->ai_addr, info->ai_addrlen) != 0 || listen(fd, BACKLOG) != 0) {
		int error = errno;
		close(fd);
		return error;
	}
	*out = (struct listener){.fd = fd, .loopback = is_loopback(info->ai_addr)};
	return 0;
}

/* Free it with freeaddrinfo(); NULL: this is no address. */
static struct addrinfo *look_up(str address, unsigned port)
{
	const struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
		.ai_family = AF_UNSPEC,
		.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV};
	struct addrinfo *info;
	char host[INET6_ADDRSTRLEN + IF_NAMESIZE], service[16];
	if (str_eq(address, S("localhost")))
		address = S("127.0.0.1");
	if (!address.len || address.len >= sizeof(host))
		return NULL;
	snprintf(host, sizeof(host), "%.*s", STR_ARGS(address));
	snprintf(service, sizeof(service), "%u", port);
	return getaddrinfo(host, service, &hints, &info) == 0 ? info : NULL;
}

bool listen_is_address(str address)
{
	struct addrinfo *info = look_up(address, 0);
	if (info)
		freeaddrinfo(info);
	return info != NULL;
}

int listen_open(str address, unsigned port, struct listener *out)
{
	struct addrinfo *info = look_up(address, port);
	if (!info)
		return EINVAL;
	int error = open_at(info, out);
	freeaddrinfo(info);
	return error;
}

void listen_close(struct listener *listener)
{
	close(listener->fd);
}
