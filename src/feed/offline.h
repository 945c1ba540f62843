/*
 * sw.js, the service worker that keeps a copy of the portal on a phone (W3C
 * Service Workers). What it does is written in templates/sw.js, whose comments
 * stay with those who edit it; here are the facts that stand before it:
 *
 *	BASE     "/", or the path of base_url
 *	VERSION  differs when one of the PAGES differs
 *	ASSETS   addresses of style sheets, scripts and icons
 *	PAGES    the address of each language's home -> the pages to keep unasked, from
 *	         there on (names that languages share are sent once): home, and those
 *	         whose front matter in the main language says `offline: true`, with the
 *	         pages of their records
 *	CODES    the same addresses -> the code of the language, for its part of search/
 *
 * `offline: false` in site.json writes a worker that removes itself and its
 * copies; without `offline` there is no sw.js.
 */
#ifndef FEED_OFFLINE_H
#define FEED_OFFLINE_H

#include "model/site.h"

#define OFFLINE_PATH "sw.js"

enum offline { OFFLINE_ABSENT, OFFLINE_ON, OFFLINE_OFF };
enum offline offline_mode(const struct site *site);

struct offline_copy {
	const struct map *assets; /* name -> address below the root (a str) */
	uint64_t version;
	str script; /* templates/sw.js */
};
void offline_write(const struct site *site, const struct offline_copy *copy, struct arena *arena,
	struct buf *out);
void offline_write_off(struct buf *out);

#endif
