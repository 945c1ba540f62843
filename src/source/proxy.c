#include <git2.h> /* first: base.h bans a name that it uses */
#include <git2/sys/stream.h>

#include "source/proxy.h"

#include <errno.h>

#include "base/messages.h"
#include "source/url.h"
#include "sys/connect.h"

#define TLS_PORT "443"

/* --- which one ---------------------------------------------------------------------- */

struct setting {
	struct arena *arena;
	str url, proxy;
	size_t fits; /* how much of the url the best entry names */
};

/* http.proxy, or http.URL.proxy with the beginning of our address. */
static int take_setting(const git_config_entry *entry, void *ctx)
{
	struct setting *setting = ctx;
	str name = str_of(entry->name), of = S("");
	if (!str_starts(name, S("http.")) || !str_ends(name, S(".proxy")))
		return 0;
	if (name.len > strlen("http.proxy"))
		of = str_sub(name, strlen("http."), name.len - strlen(".proxy"));
	if (!str_starts(setting->url, of) || of.len < setting->fits)
		return 0;
	setting->fits = of.len;
	setting->proxy = arena_str(setting->arena, str_of(entry->value));
	return 0;
}

static str from_settings(str url, struct arena *arena)
{
	git_config *config;
	struct setting setting = {.arena = arena, .url = url, .proxy = S("")};
	if (git_config_open_default(&config) < 0)
		return S("");
	git_config_foreach(config, take_setting, &setting);
	git_config_free(config);
	return setting.proxy;
}

/* Of these the first that is set and not empty. */
static str variable(const char *const names[], size_t nnames)
{
	for (size_t i = 0; i < nnames; i++) {
		str value = str_of(getenv(names[i]));
		if (value.len)
			return value;
	}
	return S("");
}

/* HTTP_PROXY counts here: nobody from outside sets our variables, as a CGI's. */
static str from_variables(bool is_tls)
{
	static const char *const plain[] = {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"};
	static const char *const tls[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
	return variable(is_tls ? tls : plain, ARRAY_LEN(plain));
}

/* One name of no_proxy: the host itself, or a domain that it lies in. */
static bool names(str exception, str host, str port)
{
	size_t colon = str_rfind_char(exception, ':');
	if (colon != STR_NONE && str_find_char(exception, ':') == colon) {
		if (!str_eq(str_from(exception, colon + 1), port))
			return false;
		exception.len = colon;
	}
	while (str_starts(exception, S("*.")) || str_starts(exception, S(".")))
		exception = str_from(exception, str_starts(exception, S(".")) ? 1 : 2);
	if (!exception.len || host.len < exception.len)
		return false;
	size_t before = host.len - exception.len;
	return str_eq_nocase(str_from(host, before), exception) &&
	       (before == 0 || host.ptr[before - 1] == '.');
}

bool proxy_is_excepted(str exceptions, str host, str port)
{
	for (str name, rest = exceptions; str_cut(&rest, ',', &name);) {
		name = str_trim(name);
		if (str_eq(name, S("*")) || names(name, host, port))
			return true;
	}
	return false;
}

static str find(str url, bool is_tls, struct arena *arena)
{
	static const char *const no[] = {"no_proxy", "NO_PROXY"};
	struct url_parts parts = url_parts(url);
	str port = parts.port.len ? parts.port : is_tls ? S(TLS_PORT) : S("80");
	str proxy = from_settings(url, arena);
	if (!proxy.len)
		proxy = from_variables(is_tls);
	if (!proxy.len || proxy_is_excepted(variable(no, ARRAY_LEN(no)), parts.host, port))
		return S("");
	if (str_find(proxy, S("://")) != STR_NONE)
		return arena_str(arena, proxy);
	return arena_join(arena, S("http://"), proxy, S(""));
}

str proxy_shown(str proxy, struct arena *arena)
{
	size_t scheme = str_find(proxy, S("://")), at = str_rfind_char(proxy, '@');
	if (at == STR_NONE)
		return proxy;
	return arena_join(arena, str_sub(proxy, 0, scheme == STR_NONE ? 0 : scheme + 3),
		str_from(proxy, at + 1), S(""));
}

/* --- connections of http:// ------------------------------------------------------------ */

struct line {
	git_stream stream; /* first: libgit2 knows no more */
	struct arena arena;
	const char *host, *port;
	int fd; /* -1: closed */
};

static int line_failed(const char *what, const char *why)
{
	struct arena arena;
	arena_init(&arena);
	git_error_set_str(GIT_ERROR_NET, arena_printf(&arena, "%s: %s", what, why).ptr);
	arena_release(&arena);
	return -1;
}

static int line_connect(git_stream *stream)
{
	struct line *line = (struct line *)stream;
	const char *why = connect_to(line->host, line->port, &line->fd);
	return why ? line_failed(line->host, why) : 0;
}

static ssize_t line_read(git_stream *stream, void *bytes, size_t size)
{
	ssize_t n = connect_receive(((struct line *)stream)->fd, bytes, size);
	return n < 0 ? line_failed("receiving", messages_of_error(errno)) : n;
}

static ssize_t line_write(git_stream *stream, const char *bytes, size_t size, int flags)
{
	UNUSED(flags);
	ssize_t n = connect_send(((struct line *)stream)->fd, str_n(bytes, size));
	return n < 0 ? line_failed("sending", messages_of_error(errno)) : n;
}

static int line_close(git_stream *stream)
{
	struct line *line = (struct line *)stream;
	if (line->fd >= 0)
		connect_close(line->fd);
	line->fd = -1;
	return 0;
}

static void line_free(git_stream *stream)
{
	struct line *line = (struct line *)stream;
	line_close(stream);
	arena_release(&line->arena);
	free(line);
}

/* To the proxy; but where an answer has sent us on to https:// without one, straight there.
 * libgit2 gives no context: the proxy is in the environment of this process. */
static int line_new(git_stream **out, const char *host, const char *port)
{
	struct url_parts proxy = url_parts(str_of(getenv("http_proxy")));
	struct line *line = xcalloc(1, sizeof(*line));
	bool straight = strcmp(port, TLS_PORT) == 0;
	arena_init(&line->arena);
	line->fd = -1;
	line->host = arena_cstr(&line->arena, straight ? str_of(host) : proxy.host);
	line->port = straight ? arena_cstr(&line->arena, str_of(port))
			      : arena_cstr(&line->arena, proxy.port.len ? proxy.port : S("80"));
	line->stream = (git_stream){.version = GIT_STREAM_VERSION,
		.connect = line_connect,
		.read = line_read,
		.write = line_write,
		.close = line_close,
		.free = line_free};
	*out = &line->stream;
	return 0;
}

str proxy_use(str url, struct arena *arena)
{
	git_stream_registration lines = {.version = GIT_STREAM_VERSION, .init = line_new};
	bool is_plain = str_starts(url, S("http://"));
	if (!is_plain && !str_starts(url, S("https://")))
		return S("");
	str proxy = find(url, !is_plain, arena);
	if (is_plain && str_starts(proxy, S("http://"))) {
		setenv("http_proxy", proxy.ptr, true);
		git_stream_register(GIT_STREAM_STANDARD, &lines);
	}
	return proxy;
}
