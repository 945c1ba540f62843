#include "serve/request.h"

#include "base/ascii.h"
#include "base/path.h"
#include "base/utf8.h"

/* Percent-encoding (RFC 3986, section 2.1). An encoded '/' is not the '/' that
 * separates parts, and no name of ours holds one. */
static bool decode(str sent, struct arena *arena, str *out)
{
	char *to = arena_alloc(arena, sent.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < sent.len; i++) {
		char c = sent.ptr[i];
		if (c == '%') {
			int high = i + 2 < sent.len ? ascii_hex(sent.ptr[i + 1]) : -1;
			int low = i + 2 < sent.len ? ascii_hex(sent.ptr[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
			if (c == '/')
				return false;
		}
		to[len++] = c;
	}
	to[len] = '\0';
	*out = str_n(to, len);
	return utf8_invalid_at(*out) == STR_NONE;
}

bool request_path(str sent, struct arena *arena, str *out)
{
	if (sent.len > REQUEST_PATH_MAX || !str_starts(sent, S("/")) ||
		!decode(str_from(sent, 1), arena, out))
		return false;
	str names = str_ends(*out, S("/")) ? str_sub(*out, 0, out->len - 1) : *out;
	return out->len == 0 || path_is_plain(names);
}

/* "localhost:8000" -> "localhost", "[::1]:8000" -> "[::1]" */
static bool without_port(str host, str *out)
{
	size_t colon = str_rfind_char(host, ':');
	int64_t port;
	*out = host;
	if (colon == STR_NONE || str_ends(host, S("]")))
		return true;
	*out = str_sub(host, 0, colon);
	return str_to_int(str_from(host, colon + 1), &port) && port >= 0;
}

/* 127.0.0.0/8. A name in the domain system does not end in a number. */
static bool is_loopback_number(str host)
{
	for (size_t i = 0; i < host.len; i++)
		if ((host.ptr[i] < '0' || host.ptr[i] > '9') && host.ptr[i] != '.')
			return false;
	return str_starts(host, S("127."));
}

bool request_is_local(str host)
{
	str name;
	return without_port(host, &name) &&
	       (str_eq_nocase(name, S("localhost")) || str_eq(name, S("[::1]")) ||
		       is_loopback_number(name));
}
