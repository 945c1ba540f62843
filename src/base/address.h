/* Addresses that lead out of the site: what can't be right in one is seen from its form. */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include "base/str.h"

enum address_fault {
	ADDRESS_GOOD,
	ADDRESS_SLASHES, /* "https:/host": two of them stand before a host */
	ADDRESS_HOST,    /* "https://www,host.lv", "https://host" */
	ADDRESS_NEAR,    /* the machine that it was copied on, or its network */
	ADDRESS_DETOUR,  /* a mail program's or a network's server stands before the goal */
	ADDRESS_MAIL,    /* "mailto:name", "mailto:name@host,lv" */
	ADDRESS_PHONE,   /* "tel:6702293O" */
};

/* Of http, https, mailto and tel; all others are good. */
enum address_fault address_check(str url);

/* RFC 5321 without quoted local parts and addresses in brackets. */
bool address_is_email(str text);

#endif
