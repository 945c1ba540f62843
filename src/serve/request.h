/* What a request says of itself, read with suspicion. Only words are looked at. */
#ifndef SERVE_REQUEST_H
#define SERVE_REQUEST_H

#include "base/arena.h"

/* The longest path that is answered, in bytes as sent. */
#define REQUEST_PATH_MAX 2048

/*
 * The path of a request (RFC 9112 section 3.2.1, without the query) as the
 * name of something in the site: "/ru/zv%C4%81ni/" -> "ru/zvāni/", "/" -> "".
 * False when it can't be one: it does not begin with '/', is too long, has a
 * broken or hidden part ("..", ".git", "a//b", "%2F"), a control character or
 * bytes that are not UTF-8.
 */
bool request_path(str sent, struct arena *arena, str *out);

/*
 * Does the Host header (RFC 9110 section 7.2) name this machine itself? A page
 * of a stranger whose own name leads to 127.0.0.1 must not read the preview
 * through a visitor's browser (DNS rebinding).
 */
bool request_is_local(str host);

#endif
