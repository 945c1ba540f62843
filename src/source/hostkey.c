#include "source/hostkey.h"

#include <libssh2.h>

enum { SSH_PORT = 22 };

static bool read_known(LIBSSH2_KNOWNHOSTS *known, struct arena *arena)
{
	const char *home = getenv("HOME");
	str path = arena_printf(arena, "%s/.ssh/known_hosts", home ? home : "");
	return libssh2_knownhost_readfile(known, path.ptr, LIBSSH2_KNOWNHOST_FILE_OPENSSH) >= 0;
}

static bool is_other(LIBSSH2_KNOWNHOSTS *known, const char *host, int port, str key)
{
	const int mask = LIBSSH2_KNOWNHOST_TYPE_PLAIN | LIBSSH2_KNOWNHOST_KEYENC_RAW;
	return libssh2_knownhost_checkp(known, host, port, key.ptr, key.len, mask, NULL) ==
	       LIBSSH2_KNOWNHOST_CHECK_MISMATCH;
}

bool hostkey_has_changed(struct url_parts host, str key)
{
	struct arena arena;
	int64_t port;
	if (!str_to_int(host.port, &port) || port < 1 || port > UINT16_MAX)
		port = SSH_PORT;
	/* Where the library keeps its errors and finds its memory; nothing connects. */
	LIBSSH2_SESSION *session = libssh2_session_init();
	LIBSSH2_KNOWNHOSTS *known = session ? libssh2_knownhost_init(session) : NULL;
	arena_init(&arena);
	bool other = known && read_known(known, &arena) &&
		     is_other(known, arena_cstr(&arena, host.host), (int)port, key);
	arena_release(&arena);
	if (known)
		libssh2_knownhost_free(known);
	if (session)
		libssh2_session_free(session);
	return other;
}
