/*
 * Whatever a request says, request_path() gives a path that stays below the
 * site's root, and says the same of it when it is asked again. The input's
 * first line is the path, the second the Host header.
 */
#include "base/path.h"
#include "base/utf8.h"
#include "frame.h"
#include "serve/request.h"

/* Every byte as %XX but the separators. */
static str encode(struct arena *arena, str path)
{
	str sent = S("/");
	struct buf buf;
	buf_init(&buf);
	buf_add(&buf, sent);
	for (size_t i = 0; i < path.len; i++) {
		if (path.ptr[i] == '/')
			buf_add_char(&buf, '/');
		else
			buf_printf(&buf, "%%%02x", (unsigned char)path.ptr[i]);
	}
	sent = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return sent;
}

static void check_path(struct arena *arena, str sent)
{
	str path, again;
	if (!request_path(sent, arena, &path))
		return;
	str names = str_ends(path, S("/")) ? str_sub(path, 0, path.len - 1) : path;
	if (path.len && !path_is_plain(names))
		BUG("a path that leaves the site");
	if (utf8_invalid_at(path) != STR_NONE || strlen(path.ptr) != path.len)
		BUG("a path that is no text");
	str encoded = encode(arena, path);
	if (encoded.len <= REQUEST_PATH_MAX &&
		(!request_path(encoded, arena, &again) || !str_eq(path, again)))
		BUG("the same path, written otherwise, is another one");
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	str sent, host = text;
	UNUSED(diags);
	str_cut(&host, '\n', &sent);
	check_path(arena, sent);
	if (host.ptr && request_is_local(host) && str_find_char(host, '@') != STR_NONE)
		BUG("a name that is none");
}
