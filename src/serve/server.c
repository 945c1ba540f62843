#include "serve/server.h"

#include <errno.h>

#include "base/messages.h"
#include "serve/content_type.h"
#include "serve/httpd.h"
#include "serve/overlay.h"
#include "serve/request.h"
#include "sys/listen.h"
#include "sys/lock.h"

enum {
	CONNECTIONS_MAX = 128,
	WAITING_MAX = 64, /* of these, pages that wait for something new */
	TIMEOUT_S = 5,
	CONNECTION_MEMORY = 32 << 10, /* bounds the header of a request */
};

/* No Date: answers are never kept, and libc's way to one looks like a race to
 * the thread sanitizer. */
#define FLAGS                                                                                      \
	(MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_SUPPRESS_DATE_NO_CLOCK)

struct server {
	struct httpd httpd;
	struct MHD_Daemon *daemon;
	bool loopback;
	/* Under LOCK_PREVIEW: */
	struct snapshot *snapshot; /* NULL: nothing could be built yet */
	struct buf panel;          /* empty: all is well */
	struct buf remarks;        /* what is shown when all is well */
	bool remarked;             /* they are others than pages show */
	struct buf looked_at;      /* the page that was asked for last */
	uint64_t version;          /* grows whenever one of the two changes */
	struct MHD_Connection *waiting[WAITING_MAX];
	size_t nwaiting;
	bool stopping;
};

/* How far a request is; libmicrohttpd keeps one of these pointers for us. */
static const char seen, waited;

static void *mark(const char *stage)
{
	return (void *)(uintptr_t)stage;
}

/* What one request sees; released by view_release(). */
struct view {
	struct snapshot *snapshot;
	struct buf panel;
	struct buf remarks;
	uint64_t version;
};

static struct view view_take(struct server *server)
{
	struct view view;
	buf_init(&view.panel);
	buf_init(&view.remarks);
	lock_take(LOCK_PREVIEW);
	view.snapshot = server->snapshot ? snapshot_hold(server->snapshot) : NULL;
	view.version = server->version;
	buf_add(&view.panel, buf_str(&server->panel));
	buf_add(&view.remarks, buf_str(&server->remarks));
	lock_drop(LOCK_PREVIEW);
	return view;
}

static void view_release(struct view *view)
{
	snapshot_drop(view->snapshot);
	buf_release(&view->panel);
	buf_release(&view->remarks);
}

/* --- replies ------------------------------------------------------------------------ */

/* Takes the response over. */
static enum MHD_Result reply(const struct client *client, unsigned status, const char *type,
	struct MHD_Response *response)
{
	if (!response)
		return MHD_NO;
	client->httpd->add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	client->httpd->add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
	client->httpd->add_response_header(response, "X-Content-Type-Options", "nosniff");
	client->httpd->add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		client->httpd->add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
	enum MHD_Result result =
		client->httpd->queue_response(client->connection, status, response);
	client->httpd->destroy_response(response);
	return result;
}

static enum MHD_Result reply_text(
	const struct client *client, unsigned status, const char *type, str text)
{
	return reply(client, status, type,
		client->httpd->create_response_from_buffer(
			text.len, (void *)(uintptr_t)text.ptr, MHD_RESPMEM_MUST_COPY));
}

static enum MHD_Result reply_plain(const struct client *client, unsigned status, str text)
{
	return reply_text(client, status, "text/plain; charset=utf-8", text);
}

static enum MHD_Result reply_alone(const struct client *client, unsigned status,
	const struct view *view, str title, str sentence)
{
	struct buf page;
	buf_init(&page);
	overlay_alone(&page, title, sentence, buf_str(&view->panel), view->version);
	enum MHD_Result result = reply_text(client, status, CONTENT_TYPE_HTML, buf_str(&page));
	buf_release(&page);
	return result;
}

static enum MHD_Result reply_moved(const struct client *client, str location)
{
	struct MHD_Response *response =
		client->httpd->create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
	struct arena arena;
	arena_init(&arena);
	if (response)
		client->httpd->add_response_header(
			response, MHD_HTTP_HEADER_LOCATION, arena_cstr(&arena, location));
	arena_release(&arena);
	return reply(client, MHD_HTTP_FOUND, "text/plain; charset=utf-8", response);
}

/* --- the site ----------------------------------------------------------------------- */

static void let_go(void *snapshot)
{
	snapshot_drop(snapshot);
}

/* Sent from the snapshot's own memory, which is held as long. */
static enum MHD_Result reply_file(
	const struct client *client, const struct view *view, const struct found *found)
{
	snapshot_hold(view->snapshot);
	struct MHD_Response *response =
		client->httpd->create_response_from_buffer_with_free_callback_cls(found->bytes.len,
			(void *)(uintptr_t)found->bytes.ptr, let_go, view->snapshot);
	if (!response)
		snapshot_drop(view->snapshot);
	return reply(client, MHD_HTTP_OK, content_type(found->path), response);
}

static enum MHD_Result reply_page(
	const struct client *client, const struct view *view, const struct found *found)
{
	unsigned status = view->panel.len                ? MHD_HTTP_INTERNAL_SERVER_ERROR
			  : found->kind == FOUND_NOTHING ? MHD_HTTP_NOT_FOUND
							 : MHD_HTTP_OK;
	str host = str_of(client_said(client, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST));
	struct buf page;
	buf_init(&page);
	const struct buf *shown = view->panel.len ? &view->panel : &view->remarks;
	overlay_page(&page, found->bytes, buf_str(shown), host, view->version);
	enum MHD_Result result = reply_text(client, status, CONTENT_TYPE_HTML, buf_str(&page));
	buf_release(&page);
	return result;
}

/* "/a" -> "/a/". A path that request_path() took never begins with "//". */
static enum MHD_Result reply_with_slash(const struct client *client, str sent)
{
	struct arena arena;
	arena_init(&arena);
	enum MHD_Result result = reply_moved(client, arena_join(&arena, sent, S("/"), S("")));
	arena_release(&arena);
	return result;
}

/* "/" and "/portal" lead to "/portal/". */
static enum MHD_Result reply_outside(const struct client *client, const struct view *view, str sent)
{
	str root = snapshot_root(view->snapshot);
	bool near = sent.len == 1 || (sent.len + 1 == root.len && str_starts(root, sent));
	if (near)
		return reply_moved(client, root);
	return reply_alone(client, MHD_HTTP_NOT_FOUND, view, str_of(_("Not here")),
		str_of(_("base_url has a path: the site begins below it.")));
}

static void note_look(struct server *server, str path)
{
	lock_take(LOCK_PREVIEW);
	buf_clear(&server->looked_at);
	buf_add(&server->looked_at, path);
	lock_drop(LOCK_PREVIEW);
}

static enum MHD_Result reply_found(struct server *server, const struct client *client,
	const struct view *view, str sent, str path)
{
	struct found found = snapshot_find(view->snapshot, path);
	switch (found.kind) {
	case FOUND_OUTSIDE:
		return reply_outside(client, view, sent);
	case FOUND_FOLDER:
		return reply_with_slash(client, sent);
	case FOUND_NOTHING:
		break;
	case FOUND_FILE:
		if (strcmp(content_type(found.path), CONTENT_TYPE_HTML) != 0)
			return reply_file(client, view, &found);
		note_look(server, found.path);
		break;
	}
	return reply_page(client, view, &found);
}

static enum MHD_Result reply_site(
	struct server *server, const struct client *client, str sent, str path)
{
	struct view view = view_take(server);
	enum MHD_Result result;
	if (view.snapshot)
		result = reply_found(server, client, &view, sent, path);
	else if (view.panel.len)
		result = reply_alone(client, MHD_HTTP_INTERNAL_SERVER_ERROR, &view,
			str_of(_("The site has errors")),
			str_of(_("It appears here as soon as they are mended.")));
	else
		result = reply_alone(client, MHD_HTTP_SERVICE_UNAVAILABLE, &view,
			str_of(_("One moment")),
			str_of(_("The site is being built for the first time.")));
	view_release(&view);
	return result;
}

/* --- pages that wait for something new (server-sent events, HTML standard 9.2) ------ */

static bool is_news(struct server *server, str since)
{
	int64_t number;
	lock_take(LOCK_PREVIEW);
	bool same = str_to_int(since, &number) && (uint64_t)number == server->version;
	lock_drop(LOCK_PREVIEW);
	return !same;
}

/* False: no place, or no time left. */
static bool enlist(struct server *server, const struct client *client, uint64_t version)
{
	lock_take(LOCK_PREVIEW);
	bool listed =
		!server->stopping && server->nwaiting < WAITING_MAX && server->version == version;
	if (listed)
		server->waiting[server->nwaiting++] = client->connection;
	lock_drop(LOCK_PREVIEW);
	return listed;
}

static void wake(struct server *server)
{
	struct MHD_Connection *waiting[WAITING_MAX];
	lock_take(LOCK_PREVIEW);
	size_t n = server->nwaiting;
	memcpy(waiting, server->waiting, n * sizeof(*waiting));
	server->nwaiting = 0;
	lock_drop(LOCK_PREVIEW);
	for (size_t i = 0; i < n; i++)
		server->httpd.resume_connection(waiting[i]);
}

/*
 * One event a request: the answer is held back until there is something new,
 * then it ends, and the browser asks again by itself. The connection sleeps
 * before it is listed, since who is listed may be woken at once.
 */
static enum MHD_Result reply_event(struct server *server, const struct client *client, void **stage)
{
	str since = str_of(client_said(client, MHD_GET_ARGUMENT_KIND, "since"));
	bool news = is_news(server, since);
	int64_t version;
	if (!news && *stage != mark(&waited) && str_to_int(since, &version)) {
		*stage = mark(&waited);
		client->httpd->suspend_connection(client->connection);
		if (!enlist(server, client, (uint64_t)version))
			client->httpd->resume_connection(client->connection);
		return MHD_YES;
	}
	return reply_text(client, MHD_HTTP_OK, "text/event-stream; charset=utf-8",
		news ? S("retry: 250\ndata: new\n\n") : S("retry: 250\n: nothing new\n\n"));
}

/* --- requests ----------------------------------------------------------------------- */

static bool is_head(const char *method)
{
	return strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
}

/* What can be refused before the body of the request, if any, is read. */
static enum MHD_Result admit(
	const struct server *server, const struct client *client, const char *method)
{
	str host = str_of(client_said(client, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST));
	if (server->loopback && !request_is_local(host))
		return reply_plain(client, MHD_HTTP_FORBIDDEN,
			str_of(_("The preview answers to the names localhost and 127.0.0.1 "
				 "only.\n")));
	if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && !is_head(method))
		return reply_plain(client, MHD_HTTP_METHOD_NOT_ALLOWED,
			str_of(_("The preview can only show pages.\n")));
	return MHD_YES;
}

static enum MHD_Result route(
	struct server *server, const struct client *client, str sent, void **stage)
{
	struct arena arena;
	str path;
	if (str_eq(sent, S(OVERLAY_EVENTS)))
		return reply_event(server, client, stage);
	if (str_eq(sent, S(OVERLAY_SCRIPT)))
		return reply_text(
			client, MHD_HTTP_OK, content_type(S(OVERLAY_SCRIPT)), overlay_script());
	if (str_eq(sent, S(OVERLAY_STYLE)))
		return reply_text(
			client, MHD_HTTP_OK, content_type(S(OVERLAY_STYLE)), overlay_style());
	arena_init(&arena);
	enum MHD_Result result = request_path(sent, &arena, &path)
					 ? reply_site(server, client, sent, path)
					 : reply_plain(client, MHD_HTTP_BAD_REQUEST,
						   str_of(_("No page can have this address.\n")));
	arena_release(&arena);
	return result;
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_len,
	void **stage)
{
	struct server *server = cls;
	const struct client client = {&server->httpd, connection};
	UNUSED(version);
	UNUSED(upload);
	if (!*stage) {
		*stage = mark(&seen);
		return admit(server, &client, method);
	}
	if (*upload_len) {
		*upload_len = 0;
		return MHD_YES;
	}
	return route(server, &client, str_of(url), stage);
}

/* request_path() decodes; here a "%00" would end the text. */
static size_t leave_encoded(void *cls, struct MHD_Connection *connection, char *text)
{
	UNUSED(cls);
	UNUSED(connection);
	return strlen(text);
}

/* --- from start to stop ------------------------------------------------------------- */

static bool complain(struct diags *diags, str address, unsigned port, int error)
{
	diag_add(diags, DIAG_SERVE_ADDRESS, SPAN_NONE, "can't listen at %.*s, port %u: %s",
		STR_ARGS(address), port, messages_of_error(error));
	if (error == EADDRINUSE)
		diag_note(diags, SPAN_NONE, "another port: --port %u",
			port < 65535 ? port + 1 : port - 1);
	return false;
}

static bool start_daemon(struct server *server, str address, unsigned port, struct diags *diags)
{
	struct listener listener;
	int error = listen_open(address, port, &listener);
	if (error)
		return complain(diags, address, port, error);
	server->loopback = listener.loopback;
	server->httpd = httpd_load();
	server->daemon = server->httpd.start_daemon(FLAGS, 0, NULL, NULL, handle, server,
		MHD_OPTION_LISTEN_SOCKET, listener.fd, MHD_OPTION_CONNECTION_LIMIT,
		(unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT_S,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK, leave_encoded, NULL,
		MHD_OPTION_END);
	if (server->daemon)
		return true;
	error = errno;
	listen_close(&listener);
	return complain(diags, address, port, error ? error : ENOMEM);
}

struct server *server_start(str address, unsigned port, struct diags *diags)
{
	struct server *server = xcalloc(1, sizeof(*server));
	buf_init(&server->panel);
	buf_init(&server->remarks);
	buf_init(&server->looked_at);
	/* A page that outlived another preview sees that this is not the same. */
	server->version = (uint64_t)time(NULL) * 1000;
	if (start_daemon(server, address, port, diags))
		return server;
	buf_release(&server->panel);
	buf_release(&server->remarks);
	buf_release(&server->looked_at);
	free(server);
	return NULL;
}

void server_stop(struct server *server)
{
	if (!server)
		return;
	lock_take(LOCK_PREVIEW);
	server->stopping = true;
	lock_drop(LOCK_PREVIEW);
	wake(server);
	server->httpd.stop_daemon(server->daemon);
	snapshot_drop(server->snapshot);
	buf_release(&server->panel);
	buf_release(&server->remarks);
	buf_release(&server->looked_at);
	free(server);
}

/* Only the thread that shows changes what is shown: it may look without the lock. */
void server_show(struct server *server, struct snapshot *snapshot)
{
	struct snapshot *before = server->snapshot;
	bool news = !before || server->panel.len || server->remarked ||
		    !snapshot_looks_like(before, snapshot);
	lock_take(LOCK_PREVIEW);
	server->snapshot = snapshot;
	buf_clear(&server->panel);
	server->remarked = false;
	server->version += news;
	lock_drop(LOCK_PREVIEW);
	snapshot_drop(before);
	if (news)
		wake(server);
}

void server_remark(struct server *server, str warnings)
{
	struct buf remarks;
	buf_init(&remarks);
	overlay_remarks(&remarks, warnings);
	lock_take(LOCK_PREVIEW);
	server->remarked |= !str_eq(buf_str(&server->remarks), buf_str(&remarks));
	buf_clear(&server->remarks);
	buf_add(&server->remarks, buf_str(&remarks));
	lock_drop(LOCK_PREVIEW);
	buf_release(&remarks);
}

struct snapshot *server_shown(struct server *server)
{
	return server->snapshot ? snapshot_hold(server->snapshot) : NULL;
}

bool server_is_blamed(struct server *server)
{
	return server->panel.len > 0;
}

void server_looked_at(struct server *server, struct buf *out)
{
	buf_clear(out);
	lock_take(LOCK_PREVIEW);
	buf_add(out, buf_str(&server->looked_at));
	lock_drop(LOCK_PREVIEW);
}

void server_blame(struct server *server, str errors, str warnings)
{
	lock_take(LOCK_PREVIEW);
	buf_clear(&server->panel);
	overlay_panel(&server->panel, errors, warnings);
	server->version++;
	lock_drop(LOCK_PREVIEW);
	wake(server);
}

void server_beat(struct server *server)
{
	wake(server);
}
