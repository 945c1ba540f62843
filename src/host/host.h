/*
 * The configuration of a web server that is right for one built site: kinds of
 * files, the language's own 404 page, what may be kept and for how long, headers,
 * old addresses, nothing hidden shown.
 */
#ifndef HOST_HOST_H
#define HOST_HOST_H

#include "base/buf.h"

struct host_move {
	str from; /* below the site's root: "/old/", "/old.html"; decoded */
	str to;   /* an address: "/portal/new/" */
};

/* All borrowed. */
struct host_site {
	str scheme;           /* "https" */
	str name;             /* of the host: "portal.example" */
	str port;             /* "" or "8080" */
	str path;             /* what the site lies below: "" or "/portal" */
	str folder;           /* its files, absolute */
	str policy;           /* the pages' Content-Security-Policy */
	const str *languages; /* their paths: "ru"; the default's "" is left out */
	size_t nlanguages;
	const struct host_move *moves;
	size_t nmoves;
};

/* scheme, name, port and path of https://host:port/path. */
void host_take_address(struct host_site *site, str base_url);

/* Can it stand between quotes in every configuration? Others are refused. */
bool host_is_quotable(str text);

/* nginx, apache, caddy, headers: false when there is no such server. */
bool host_write(const struct host_site *site, str server, struct buf *out);

/* The n-th name that host_write() knows; empty behind the last. */
str host_name(size_t n);

#endif
