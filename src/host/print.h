/* One configuration each; and what they share. */
#ifndef HOST_PRINT_H
#define HOST_PRINT_H

#include "host/host.h"

void print_nginx(const struct host_site *site, struct buf *out);
void print_apache(const struct host_site *site, struct buf *out);
void print_caddy(const struct host_site *site, struct buf *out);
void print_headers(const struct host_site *site, struct buf *out);

/* Addresses of assets whose names hold a hash of their bytes, behind the site's
 * path; a regular expression that all servers read alike. */
#define PRINT_ASSET "/assets/(.*/)?[^/]+\\.[0-9a-f]{10}\\.[a-z0-9]+"

#define PRINT_FOREVER "public, max-age=31536000, immutable"

/*
 * The headers that every answer has, a line each: `before`, the name, `between`, the value,
 * `after`. The policy is that of the pages, and frame-ancestors, which a meta can't say.
 */
void print_each_header(const struct host_site *site, const char *before, const char *between,
	const char *after, struct buf *out);

/* `text` with a backslash before what means something in a regular expression. */
void print_pattern(struct buf *out, str text);

#endif
