/* The functions of libmicrohttpd that we use, loaded when there is something to serve. */
#ifndef SERVE_HTTPD_H
#define SERVE_HTTPD_H

#include <microhttpd.h>

#include "sys/library.h"

#define HTTPD_FUNCTIONS(f)                                                                         \
	f(MHD_, add_response_header) f(MHD_, create_response_from_buffer)                          \
		f(MHD_, create_response_from_buffer_with_free_callback_cls)                        \
			f(MHD_, destroy_response) f(MHD_, get_daemon_info) f(MHD_, get_timeout)    \
				f(MHD_, lookup_connection_value) f(MHD_, queue_response)           \
					f(MHD_, resume_connection) f(MHD_, run)                    \
						f(MHD_, start_daemon) f(MHD_, stop_daemon)         \
							f(MHD_, suspend_connection)

struct httpd {
	HTTPD_FUNCTIONS(LIBRARY_POINTER)
};

/* Who asks, and what answers. */
struct client {
	const struct httpd *httpd;
	struct MHD_Connection *connection;
};

static inline struct httpd httpd_load(void)
{
	struct httpd httpd;
	library_load(LIBRARY_MICROHTTPD, HTTPD_FUNCTIONS(LIBRARY_NAME), &httpd);
	return httpd;
}

/* A header of the request (MHD_HEADER_KIND) or an argument; NULL: it has none of that name. */
static inline const char *client_said(
	const struct client *client, enum MHD_ValueKind kind, const char *name)
{
	return client->httpd->lookup_connection_value(client->connection, kind, name);
}

#endif
