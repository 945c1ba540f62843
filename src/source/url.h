/* Addresses of remote repositories. */
#ifndef SOURCE_URL_H
#define SOURCE_URL_H

#include "diag/diag.h"

/* scheme://…, or host:path as ssh has it. What lies on disk is no address;
 * the caller looks first. */
bool url_is_remote(str location);

struct url_parts {
	str user, host, port; /* empty: not named */
	bool is_ssh, is_http; /* https, too */
};

/* The host without the brackets of IPv6. */
struct url_parts url_parts(str url);

/* Can it be fetched, and does it hold no password? False: reported, without
 * the address when it has one. */
bool url_check(str url, struct diags *diags);

/* For messages: without the name before '@', which may be a secret token. */
str url_shown(struct arena *arena, str url);

#endif
