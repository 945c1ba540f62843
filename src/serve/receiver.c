#include "serve/receiver.h"

#include <errno.h>

#include "base/messages.h"
#include "serve/httpd.h"
#include "sys/listen.h"

enum {
	CONNECTIONS_MAX = 32,
	TIMEOUT_S = 10,
	CONNECTION_MEMORY = 32 << 10, /* bounds the header of a request */
	TOO_LARGE = 413,              /* the library's name for it has changed */
};

struct receiver {
	struct httpd httpd;
	struct MHD_Daemon *daemon;
	const struct receiver_handler *handler;
	int handle;
};

struct request {
	const struct receiver_handler *handler;
	void *message;
	size_t size;
};

static const char *header_of(const void *request, const char *name)
{
	return client_said(request, MHD_HEADER_KIND, name);
}

static str words_of(unsigned status)
{
	switch (status) {
	case MHD_HTTP_ACCEPTED:
		return S("heard\n");
	case MHD_HTTP_UNAUTHORIZED:
		return S("no right signature\n");
	case MHD_HTTP_METHOD_NOT_ALLOWED:
		return S("POST only\n");
	case TOO_LARGE:
		return S("too much\n");
	default:
		return S("not now\n");
	}
}

static enum MHD_Result reply(const struct client *client, unsigned status)
{
	str words = words_of(status);
	struct MHD_Response *response = client->httpd->create_response_from_buffer(
		words.len, (void *)(uintptr_t)words.ptr, MHD_RESPMEM_PERSISTENT);
	if (!response)
		return MHD_NO;
	client->httpd->add_response_header(
		response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8");
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		client->httpd->add_response_header(response, MHD_HTTP_HEADER_ALLOW, "POST");
	enum MHD_Result result =
		client->httpd->queue_response(client->connection, status, response);
	client->httpd->destroy_response(response);
	return result;
}

/* The header alone is there: what needs no body is refused at once. */
static enum MHD_Result begin(
	struct receiver *receiver, const struct client *client, const char *method, void **slot)
{
	if (strcmp(method, MHD_HTTP_METHOD_POST) != 0)
		return reply(client, MHD_HTTP_METHOD_NOT_ALLOWED);
	void *message = receiver->handler->begin(receiver->handler->ctx);
	if (!message)
		return reply(client, MHD_HTTP_SERVICE_UNAVAILABLE);
	struct request *request = xcalloc(1, sizeof(*request));
	*request = (struct request){receiver->handler, message, 0};
	*slot = request;
	return MHD_YES;
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_len,
	void **slot)
{
	struct receiver *receiver = cls;
	const struct client client = {&receiver->httpd, connection};
	struct request *request = *slot;
	UNUSED(url);
	UNUSED(version);
	if (!request)
		return begin(receiver, &client, method, slot);
	if (!*upload_len) {
		bool fits = request->size <= RECEIVER_BODY_MAX;
		return reply(&client, fits ? receiver->handler->end(receiver->handler->ctx,
						     request->message, header_of, &client)
					   : TOO_LARGE);
	}
	request->size += *upload_len;
	if (request->size <= RECEIVER_BODY_MAX)
		receiver->handler->take(request->message, str_n(upload, *upload_len));
	*upload_len = 0;
	return MHD_YES;
}

static void completed(void *cls, struct MHD_Connection *connection, void **slot,
	enum MHD_RequestTerminationCode how)
{
	struct request *request = *slot;
	UNUSED(cls);
	UNUSED(connection);
	UNUSED(how);
	if (request)
		request->handler->drop(request->message);
	free(request);
	*slot = NULL;
}

static struct receiver *complain(
	struct receiver *receiver, unsigned port, int error, struct diags *diags)
{
	diag_add(diags, DIAG_SERVE_ADDRESS, SPAN_NONE, "can't listen at 127.0.0.1, port %u: %s",
		port, messages_of_error(error));
	if (error == EADDRINUSE)
		diag_note(diags, SPAN_NONE, "another program has the port");
	free(receiver);
	return NULL;
}

struct receiver *receiver_open(
	unsigned port, const struct receiver_handler *handler, struct diags *diags)
{
	struct listener listener;
	struct receiver *receiver = xcalloc(1, sizeof(*receiver));
	receiver->handler = handler;
	int error = listen_open(S("127.0.0.1"), port, &listener);
	if (error)
		return complain(receiver, port, error, diags);
	receiver->httpd = httpd_load();
	receiver->daemon = receiver->httpd.start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, handle,
		receiver, MHD_OPTION_LISTEN_SOCKET, listener.fd, MHD_OPTION_CONNECTION_LIMIT,
		(unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT_S,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, completed, NULL,
		MHD_OPTION_END);
	if (!receiver->daemon) {
		listen_close(&listener);
		return complain(receiver, port, errno ? errno : ENOMEM, diags);
	}
	receiver->handle =
		receiver->httpd.get_daemon_info(receiver->daemon, MHD_DAEMON_INFO_EPOLL_FD)
			->epoll_fd;
	return receiver;
}

void receiver_close(struct receiver *receiver)
{
	if (!receiver)
		return;
	receiver->httpd.stop_daemon(receiver->daemon);
	free(receiver);
}

int receiver_handle(const struct receiver *receiver)
{
	return receiver->handle;
}

void receiver_work(struct receiver *receiver)
{
	receiver->httpd.run(receiver->daemon);
}

int receiver_patience(const struct receiver *receiver)
{
	MHD_UNSIGNED_LONG_LONG timeout;
	if (receiver->httpd.get_timeout(receiver->daemon, &timeout) != MHD_YES)
		return -1;
	return timeout < INT16_MAX ? (int)timeout : INT16_MAX;
}
